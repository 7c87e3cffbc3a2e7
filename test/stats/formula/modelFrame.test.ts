import {describe, expect, it} from "vitest";
import {modelFrame} from "../../../src/stats/formula/modelFrame.js";
import {mixedModel} from "../../../src/stats/mixed/mixedModel.js";
import {ols} from "../../../src/stats/regression/ols.js";
import {column, golden, numbers} from "../golden.js";
import {relativeError} from "../relativeError.js";

type Values = Readonly<Record<string, number>>;

const answers = golden<{
  least: Readonly<Record<string, Values>>;
  mixed: Readonly<Record<string, {fixed: Values; variances: Values; logLik: number}>>;
}>("formula/coding.json");
const cake = {
  angle: numbers("cake.csv", "angle"),
  temp: numbers("cake.csv", "temp"),
  recipe: column("cake.csv", "recipe"),
  replicate: column("cake.csv", "replicate")
};

describe("modelFrame(formula, table) gives a factor all its levels where no other term holds its margin, as R does", () => {
  it.each(Object.keys(answers.least))("%s", (formula) => {
    const {terms} = ols(formula, cake);
    const expected = answers.least[formula]!;
    expect(terms.map(({term}) => term).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const {term, estimate} of terms) expect(relativeError(estimate, expected[term]!)).toBeLessThan(1e-8);
  });

  it.each(Object.keys(answers.mixed))("%s", (formula) => {
    const {terms, fit} = mixedModel(formula, cake);
    const {fixed, variances, logLik} = answers.mixed[formula]!;
    expect(Object.keys(fit.variances.replicate!)).toEqual(Object.keys(variances));
    expect(fit.logLik).toBeCloseTo(logLik, 6);
    for (const {term, estimate} of terms) expect(relativeError(estimate, fixed[term]!)).toBeLessThan(1e-5);
    for (const [term, variance] of Object.entries(fit.variances.replicate!))
      expect(Math.abs(variance - variances[term]!)).toBeLessThan(1e-4 * Math.max(variances[term]!, fit.residual));
  });

  it("reads : before *, and a:b and b:a as one term", () => {
    const names = (formula: string): readonly string[] => modelFrame(formula, cake).names;
    expect(names("angle ~ temp * recipe:angle")).toEqual(names("angle ~ temp + recipe:angle + temp:recipe:angle"));
    expect(names("angle ~ recipe + temp + recipe:temp + temp:recipe")).toEqual(names("angle ~ recipe * temp"));
  });
});

describe("modelFrame(formula, table) counts the levels of a fixed effect through as they come", () => {
  const ids = [7, 7, -3, 12, NaN, -3, 0, 12];
  const y = ids.map((_, row) => row);
  const far = 2 ** 33;
  const whole = ids.map((id) => (id === id ? id : 5));
  it.each([
    ["whole numbers", Float64Array.from(ids)],
    ["numbers far from nought", Float64Array.from(ids, (id) => id + far)],
    ["numbers far apart", Float64Array.from(ids, (id) => id * far)],
    ["fractions", Float64Array.from(ids, (id) => id / 8)],
    ["texts", ids.map((id) => (id === id ? `at ${id}` : ""))]
  ] as const)("%s, without what is missing", (_name, u) => {
    const {effects, rows, dropped} = modelFrame("y ~ z | u", {y, z: y, u});
    expect(effects[0]).toEqual({name: "u", levels: 4, codes: Int32Array.from([0, 0, 1, 2, 1, 3, 2])});
    expect([...rows]).toEqual([0, 1, 2, 3, 5, 6, 7]);
    expect(dropped).toEqual([{reason: "missing u", n: 1}]);
  });

  it.each([
    ["in no order", whole, 5, [0, 0, 1, 2, 3, 1, 4, 2]],
    ["in order, as they are", [0, 0, 1, 2, 1, 3, 3, 0], 4, [0, 0, 1, 2, 1, 3, 3, 0]],
    ["in order from another number", [4, 4, 5, 6, 5, 7, 7, 4], 4, [0, 0, 1, 2, 1, 3, 3, 0]]
  ])("of 32 bits %s, which stay as they were", (_name, values, levels, codes) => {
    const u = Int32Array.from(values);
    const {effects} = modelFrame("y ~ z | u", {y, z: y, u});
    expect(effects[0]).toEqual({name: "u", levels, codes: Int32Array.from(codes)});
    expect([...u]).toEqual(values);
  });

  it("drops what is missing of an outcome with infinite values too, whose sum tells nothing", () => {
    const sums = Float64Array.from([Infinity, 1, -Infinity, 2, NaN, 3, 4, 5]);
    expect([...modelFrame("y ~ z", {y: sums, z: Float64Array.from(y)}).rows]).toEqual([0, 1, 2, 3, 5, 6, 7]);
  });
});
