import {describe, expect, it} from "vitest";
import {estimateFormula} from "../../src/explore/estimateFormula.js";
import {formulaOf} from "../../src/explore/comparisonData.js";
import {defaultComparison} from "../../src/explore/defaultComparison.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {offeredEstimators} from "../../src/explore/offeredEstimators.js";
import type {ReleasedRow} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";
import {releasedTables, study} from "./releasedFixture.js";

const {normal} = random(5);
const answers = {...study.measures[0]!, name: "answer", label: "answer", unit: "points"};
const asked = {...study, measures: [...study.measures, answers]};
const tableOf = (rows: readonly ReleasedRow[]) => ({rows, suppressed: {}});
const of = Array.from({length: 60}, normal);
const grains = grainsOf(
  {
    ...releasedTables(),
    organisation_years: tableOf(
      of.slice(0, 20).map((x, i) => ({fiscal_year: 2000 + i, profit: x, margin: normal() + x}))
    ),
    site_audit: tableOf(
      of.map((x, i) => ({site: `S${i}`, x, passed: x + normal() > 0 ? 1 : 0, answer: 1 + ((i + (x > 0 ? 1 : 0)) % 4)}))
    )
  },
  asked
);
const offeredOn = (table: string) => offeredEstimators(grains.find(({name}) => name === table)!).map(([name]) => name);

describe("offeredEstimators(grain)", () => {
  it("offers what the rows allow: a wild bootstrap and a mixed model used to be offered without units too", () => {
    expect(offeredOn("department_years")).toEqual(["ols", "fd", "random", "exchange", "wild", "mixed"]);
    expect(offeredOn("organisation_years")).toEqual(["ols", "nw"]);
    expect(offeredOn("site_audit")).toEqual(["ols", "exchange", "logit", "ordinal"]);
  });

  it.each(grains.map((grain) => [grain.name, grain] as const))(
    "each estimates the formula that it begins with, on %s",
    (_, grain) => {
      const comparison = defaultComparison(grain, asked);
      for (const [name, {begin}] of offeredEstimators(grain)) {
        const text = begin?.({comparison, grain}) ?? formulaOf(comparison, grain);
        const {terms} = estimateFormula(name, text, {comparison, grain});
        expect(terms.length, name).toBeGreaterThan(0);
        for (const {estimate: found} of terms) expect(found, `${name}: ${text}`).toSatisfy(Number.isFinite);
      }
    }
  );
});
