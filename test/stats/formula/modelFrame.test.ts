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
