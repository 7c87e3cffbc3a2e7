import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {nullParameters, parameters} from "../../loaders/simulate/parameters.js";
import type {Parameters} from "../../loaders/simulate/parameters.js";
import type {Recovered} from "./recoverTruth.js";
import {recoverTruth} from "./recoverTruth.js";

/** read off a study rather than estimated */
const constants = new Set([
  "firstYear",
  "programmeYears",
  "yearsBefore",
  "coarse",
  "departments",
  "reorganisationYear",
  "mergerYear",
  "sessions",
  "groupSize",
  "minutes",
  "relativeUntil",
  "rewordedYear",
  "crisisYear",
  "restatedYear"
]);
const frozen = JSON.parse(readFileSync(new URL("../golden/simulation/recovery.json", import.meta.url), "utf8")) as {
  offices: number;
  rows: Recovered[];
};

describe("the truth of the simulated study", () => {
  it("is recovered from one 50 times as large: every parameter inside its interval, all together at 95 %", () => {
    expect(frozen.offices).toBe(50);
    for (const {parameter, truth, low, high, inside} of frozen.rows) {
      expect(truth, parameter).toBe(parameters[parameter]);
      expect(inside && low <= truth && truth <= high, parameter).toBe(true);
    }
    const covered = new Set([...frozen.rows.map(({parameter}) => parameter), ...constants]);
    // what is 0 here, and not in some null, is not there to be recovered
    const there = Object.entries(parameters).filter(([, value]) => value !== 0);
    expect(there.map(([name]) => name).filter((name) => !covered.has(name))).toEqual([]);
  });

  it("is recovered to within a small part of each effect and each selection", () => {
    const close: Partial<Record<string, number>> = {
      marginEffect: 0.1,
      performanceEffect: 0.1,
      surveyPurposeEffect: 0.2,
      ratingReflective: 0.02,
      selectionDepartment: 0.05,
      selectionManager: 0.1
    };
    const far = frozen.rows.filter(
      ({parameter, truth, estimate}) => Math.abs(estimate / truth - 1) > (close[parameter] ?? Infinity)
    );
    expect(far).toEqual([]);
  });

  it.each<[string, Parameters]>([
    ["the default", parameters],
    ["the selection null", nullParameters("selection")],
    [
      "other effects",
      {...parameters, marginEffect: 0.1, performanceEffect: -0.5, surveyPurposeEffect: 1, ratingReflective: -0.3}
    ]
  ])("is recovered from three offices, %s", (_, given) => {
    const outside = recoverTruth(given, {seed: 7, offices: 3}).filter(({inside}) => !inside);
    expect(outside.map(({parameter}) => parameter)).toEqual([]);
  });
});
