import {describe, expect, it} from "vitest";
import {departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {specifications} from "../../src/evidence/panel/specifications.js";
import {planOf} from "../../src/evidence/planOf.js";
import {benchmarkName} from "../../src/robustness/exhibits/choiceName.js";
import {coaching} from "./coaching.js";
import {madeDepartments} from "./madeDepartments.js";

const plan = planOf({
  specification: "margin ~ participation | department_id + fiscal_year",
  term: "participation",
  worthwhile: 0.01
});

function errorsOf(units: number): string | undefined {
  const table = madeDepartments({units, effect: 0.02});
  const {primary} = specifications(departmentPanel(table, {...coaching, plan}), {plan, unit: coaching.unit});
  return primary.errors;
}

describe("specifications() say whose errors the main comparison has", () => {
  it("in a field of its own, by the number of units", () => {
    expect(errorsOf(20)).toBe("wild");
    expect(errorsOf(40)).toBe("clustered");
  });
});

describe("benchmarkName(measured, context)", () => {
  it("keeps a study's own label; one that began as ours does used to be changed", () => {
    const context = {...coaching, division: {one: "region", many: "regions"}};
    expect(benchmarkName({kind: "measure", label: "line's speed"}, context)).toBe("line's speed");
    expect(benchmarkName({kind: "drift"}, context)).toBe("region's own drift");
  });
});
