import {expect, it} from "vitest";
import {departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import {planOf} from "../../src/evidence/planOf.js";
import {weights as weightsSentence} from "../../src/findings/departments/figures.en.js";
import {type TwoWayWeights, twoWayWeights} from "../../src/findings/departments/twoWayWeights.js";
import {golden, numbers} from "../stats/golden.js";

const frozen = golden<Readonly<Record<string, TwoWayWeights>>>("did/twoWayWeights.json");
const [id, year, first, y] = ["id", "year", "year_treated", "y"].map((name) => numbers("base_stagg.csv", name));

function panelOf(specification: string, amount: (row: number) => number) {
  const rows = id!.map((unit, row) => ({
    department_id: String(unit),
    name: String(unit),
    division: "A",
    fiscal_year: year![row]!,
    participation: year![row]! >= first![row]! ? amount(row) : 0,
    margin: y![row]!
  }));
  const plan = planOf({specification, term: "participation", worthwhile: 0.01});
  const measures = describeMeasures([], "yen");
  return departmentPanel({rows, suppressed: {}}, {plan, measures, unit: {one: "unit", many: "units"}} as never);
}

const within = "margin ~ participation | department_id + fiscal_year";

it.each([
  ["post", () => 1],
  ["amount", (row: number) => 1 + year![row]! / 10]
] as const)("twoWayWeights(panel) agrees with R: %s", (name, amount) => {
  const weights = twoWayWeights(panelOf(within, amount));
  expect(weights).toMatchObject({...frozen[name], sum: expect.closeTo(frozen[name]!.sum, 8) as number});
});

it("twoWayWeights(panel) is null for a plan that does not absorb both", () => {
  expect(twoWayWeights(panelOf("margin ~ participation", () => 1))).toBeNull();
});

it("weights() says of none that there is none", () => {
  const unit = {one: "unit", many: "units"};
  expect(weightsSentence({cells: 40, negative: 0, sum: 0, half: 3, units: 9}, unit, "unit-years", "grants")).toBe(
    "Half of the main comparison rests on 3 of 9 units. None of 40 unit-years with grants counts with a negative weight."
  );
});
