import {describe, expect, it} from "vitest";
import {checkParameter} from "../../loaders/simulate/checkParameter.js";
import {parameters} from "../../loaders/simulate/parameters.js";
import type {ParameterName} from "../../loaders/simulate/parameters.js";

describe("checkParameter()", () => {
  it("lets every parameter be what it is in the committed study, and none of the null worlds' noughts stop", () => {
    for (const [name, value] of Object.entries(parameters)) checkParameter(name as ParameterName, value);
    expect(() => checkParameter("marginEffect", 0)).not.toThrow();
  });

  it.each([
    ["takeUpLast", 7, "invalid takeUpLast (share); not 0 to 1: 7"],
    ["departments", 0, "invalid departments (departments); not 4 to 2000: 0"],
    ["programmeYears", 2.5, "invalid programmeYears (years); not a whole number: 2.5"],
    ["ratingNoise", -1, "invalid ratingNoise (points, sd); not 0 or more: -1"],
    ["crisisYear", 1800, "invalid crisisYear (fiscal year); not 1950 to 2060: 1800"],
    ["groupSize", 0, "invalid groupSize (managers); not 2 to 100: 0"]
  ] as const)("refuses %s = %s", (name, value, message) => {
    expect(() => checkParameter(name, value)).toThrow(message);
  });
});
