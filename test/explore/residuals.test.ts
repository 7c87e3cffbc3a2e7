import {describe, expect, it} from "vitest";
import type {Comparison} from "../../src/explore/comparison.js";
import {defaultComparison} from "../../src/explore/defaultComparison.js";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {inflation} from "../../src/explore/inflation.js";
import {residuals} from "../../src/explore/residuals.js";
import {normalCdf} from "../../src/stats/distribution/normal.js";
import {dotProduct} from "../../src/stats/linalg/dotProduct.js";
import {ols} from "../../src/stats/regression/ols.js";
import {releasedTables, study} from "./releasedFixture.js";

const grain = grainsOf(releasedTables(2), study)[0]!;
const planned = defaultComparison(grain, study);
const asked: readonly Partial<Comparison>[] = [
  {effects: "none"},
  {effects: "unit"},
  {effects: "unit+time", controls: ["teamwork"]},
  {effects: "unit+time", weights: "headcount", lag: 1}
];

describe("residuals(estimateComparison(comparison))", () => {
  it.each(asked)("with %j: fitted and residual make the outcome, and the sum of squares is that of ols", (changed) => {
    const comparison = {...planned, ...changed};
    const estimate = estimateComparison(comparison, grain, {lenses: false});
    const {rows, fitted, residual} = residuals(estimate);
    const outcome = estimate.data.columns[estimate.data.y] as Float64Array;
    rows.forEach((row, i) => expect(fitted[i]! + residual[i]!).toBeCloseTo(outcome[row]!, 12));
    const weight = comparison.weights === null ? null : (grain.columns[comparison.weights] as Float64Array);
    const {fit} = ols(estimate.main.formula, estimate.data.columns, {weights: comparison.weights ?? undefined});
    const scaled = residual.map((e, i) => e * Math.sqrt(weight?.[rows[i]!] ?? 1));
    expect(dotProduct(scaled) / fit.rss).toBeCloseTo(1, 10);
  });

  it("normal scores are those of R's qqnorm: qnorm((rank - 1/2) / n), whatever the rows' order", () => {
    const {residual, score} = residuals(estimateComparison(planned, grain, {lenses: false}));
    const greatest = residual.indexOf(residual.reduce((most, value) => Math.max(most, value)));
    expect(normalCdf(score[greatest]!)).toBeCloseTo((residual.length - 1 / 2) / residual.length, 12);
    expect(score.reduce((sum, value) => sum + value)).toBeCloseTo(0, 8);
  });
});

describe("inflation(comparison)", () => {
  it("is 1 / (1 - R2) of each term on the others, levels taken out of all", () => {
    const comparison: Comparison = {...planned, effects: "unit+time", controls: ["teamwork", "trust"]};
    const right = {
      participation: "teamwork + trust",
      teamwork: "participation + trust",
      trust: "participation + teamwork"
    };
    const {columns} = grain;
    for (const {name, factor} of inflation(comparison, grain)) {
      const {fit} = ols(`${name} ~ ${right[name as keyof typeof right]} | department_id + fiscal_year`, columns);
      expect(factor).toBeCloseTo(1 / (1 - fit.within_r2!), 10);
    }
  });

  it("is none without controls, and grows where two terms are nearly one", () => {
    expect(inflation(planned, grain)).toEqual([]);
    const nearly = (columns: typeof grain.columns) =>
      (columns.participation as Float64Array).map((x, i) => x + 0.001 * (i % 3));
    const measures = [...grain.measures, {...grain.measures[0]!, name: "twin"}];
    const twins = {...grain, measures, columns: {...grain.columns, twin: nearly(grain.columns)}};
    const factors = inflation({...planned, controls: ["twin"]}, twins).map(({factor}) => factor);
    expect(Math.min(...factors)).toBeGreaterThan(1000);
  });
});
