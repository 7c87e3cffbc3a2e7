import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import type {Comparison} from "../../src/explore/comparison.js";
import type {ExplorerContext} from "../../src/explore/context.js";
import {defaultComparison} from "../../src/explore/defaultComparison.js";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {inflation} from "../../src/explore/inflation.js";
import {residuals} from "../../src/explore/residuals.js";
import {residualsFigure} from "../../src/explore/views/residualsFigure.js";
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

describe("residualsFigure(context, estimate, extras) says", () => {
  const {document} = new JSDOM("").window;
  const extras = {without: [], lags: [], parts: [], inflation: []};
  /** The sentence of a comparison whose outcome is even but for some rows, moved by so many points. */
  const said = (moved: readonly number[], outcome = "margin"): string => {
    const values = Float64Array.from({length: grain.size}, (_, row) => ((row * 7) % 5) / 1000);
    moved.forEach((by, k) => (values[50 + 31 * k]! += by));
    const other = {...grain, columns: {...grain.columns, [outcome]: values}};
    const comparison: Comparison = {...planned, outcome, effects: "none"};
    const context = {document, width: 680, grain: other, comparison, badge: "Exploratory", source: ""};
    const estimate = estimateComparison(comparison, other, {lenses: false});
    const figure = residualsFigure(context as unknown as ExplorerContext, estimate, extras);
    return figure?.querySelector(".figure-data > p")?.textContent ?? "";
  };

  it("whose residual is largest, in the outcome's unit and in standard deviations", () => {
    const words = /^The largest residual is that of (.+): (−?[\d.]+).%, or (−?[\d.]+) standard deviations\./;
    const [, who, percent, sds] = words.exec(said([0.2])) ?? [];
    expect(who).toBe(`${String(grain.columns.name![50])}, ${String(grain.columns.fiscal_year![50])}`);
    expect(Number(percent)).toBeCloseTo(20, 0);
    expect(Number(sds)).toBeGreaterThan(10);
    expect(said([-0.2])).toMatch(/: −\d+.%, or −\d+\.\d standard deviations\./);
  });

  it("how many lie far from zero, each number in its own words", () => {
    const {n} = estimateComparison({...planned, effects: "none"}, grain, {lenses: false}).main;
    expect(said([])).toContain(`No residual of ${n} lies more than three standard deviations from zero.`);
    expect(said([0.2])).toContain(`One of ${n} lies more than three standard deviations from zero.`);
    expect(said([0.2, 0.2, -0.2])).toContain(`3 of ${n} lie more than three standard deviations from zero.`);
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
