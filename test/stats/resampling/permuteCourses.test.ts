import {expect, it} from "vitest";
import {random} from "../../../src/stats/random.js";
import {addedVariable} from "../../../src/stats/regression/addedVariable.js";
import {ols} from "../../../src/stats/regression/ols.js";
import {courseMatrix} from "../../../src/stats/resampling/courseMatrix.js";
import {permuteCourses} from "../../../src/stats/resampling/permuteCourses.js";

const {normal, below} = random(7);
const rows = Array.from({length: 60}, (_, row) => ({
  unit: `u${row % 10}`,
  time: Math.floor(row / 10),
  line: row % 10 < 5 ? "a" : "b"
}));
const x = Float64Array.from(rows, ({time}) => time + normal());
const z = Float64Array.from(rows, () => normal());
const table = {
  unit: rows.map(({unit}) => unit),
  time: Float64Array.from(rows, ({time}) => time),
  line: rows.map(({line}) => line),
  x,
  z,
  y: x.map((value, row) => 0.8 * value + z[row]! + rows[row]!.time + normal()),
  weight: Float64Array.from(rows, () => 1 + below(5))
};

it.each(["y ~ x", "y ~ x + z | unit + time", "y ~ x | unit"])(
  "addedVariable(%s) has the coefficient of ols as its slope, weighted or not",
  (formula) => {
    for (const weights of [undefined, "weight"]) {
      const {slope, x: left, y} = addedVariable(formula, table, "x", {weights});
      const found = ols(formula, table, {weights}).terms.find(({term}) => term === "x")?.estimate;
      expect(slope).toBeCloseTo(found ?? NaN, 10);
      expect(y).toHaveLength(left.length);
    }
  }
);

it("permuteCourses(formula) finds the link, gives ols's slope, and its interval leaves out what its test refuses", () => {
  const options = {term: "x", unit: "unit", time: "time", strata: "line", draws: 499} as const;
  const found = permuteCourses("y ~ x | unit + time", table, options);
  const [term] = found.terms;
  expect(term?.estimate).toBeCloseTo(ols("y ~ x | unit + time", table).terms[0]?.estimate ?? NaN, 10);
  expect(found.fit.p_two).toBeLessThan(0.05);
  expect(found.fit.exchangeable).toBe(10);
  for (const [end, inside] of [
    [term?.low, 0.02],
    [term?.high, -0.02]
  ] as const) {
    const at = (slope: number): number =>
      permuteCourses(
        "y ~ x | unit + time",
        {...table, y: table.y.map((value, row) => value - slope * x[row]!)},
        options
      ).fit.p_two;
    expect(at((end ?? NaN) + inside)).toBeGreaterThan(0.05);
    expect(at((end ?? NaN) - inside)).toBeLessThanOrEqual(0.05);
  }
});

it("permuteCourses(formula) is the same whatever the order of rows within a unit's labels, and refuses a panel without like units", () => {
  expect(() =>
    permuteCourses("y ~ x | unit + time", table, {term: "x", unit: "unit", time: "time", strata: "unit"})
  ).toThrow("no two units of a stratum");
  expect(() => permuteCourses("y ~ x", table, {term: "w", unit: "unit", time: "time"})).toThrow("missing term: w");
});

it("courseMatrix(pairs) has the correlations within unit and period, and says why a pair has none", () => {
  const constant = new Float64Array(60).fill(2);
  const [pair, none] = courseMatrix(
    [
      ["x", "y"],
      ["x", "constant"]
    ],
    {...table, constant},
    {unit: "unit", time: "time", strata: "line", draws: 199}
  );
  const {r} = addedVariable("y ~ x | unit + time", table, "x");
  expect(pair).toMatchObject({a: "x", b: "y", n: 60});
  expect((pair as {r: number}).r).toBeCloseTo(r, 10);
  expect((pair as {low: number}).low).toBeGreaterThan(0);
  expect(none).toBe("constant does not vary within unit and period");
});
