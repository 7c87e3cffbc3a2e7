import {describe, expect, it} from "vitest";
import {comparisonData} from "../../src/explore/comparisonData.js";
import {estimateComparison, withErrors} from "../../src/explore/estimateComparison.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {parseComparison} from "../../src/explore/parseComparison.js";
import {parseFormula, sourceOf} from "../../src/stats/formula/parseFormula.js";
import {plannedModel} from "../../src/stats/formula/plannedModel.js";
import {randomTerms} from "../../src/stats/formula/randomTerms.js";
import {renamed} from "../../src/stats/formula/renamed.js";
import {releasedTables, study} from "./releasedFixture.js";

/** The grain whose survey measure teamwork has another name. */
function grainsCalled(name: string) {
  const tables = Object.entries(releasedTables()).map(([key, table]) => [
    key,
    {...table, rows: table.rows.map((row) => (row.measure === "teamwork" ? {...row, measure: name} : row))}
  ]);
  return grainsOf(Object.fromEntries(tables), study);
}

function found(name: string, query: (name: string) => string) {
  const grains = grainsCalled(name);
  const comparison = parseComparison(query(encodeURIComponent(name)), grains, study);
  const [grain] = grains;
  if (!grain) throw new RangeError("no grain");
  const {main} = withErrors(estimateComparison(comparison, grain), comparison, grain);
  const {n, slope, se, df, p} = main;
  return {n, slope, se, df, p};
}

const names = [
  "cross-functional work",
  "x-y",
  "1st",
  "a:b",
  "log_margin",
  "participation_1_before",
  "change_in_margin",
  "rank_of_margin",
  "weights",
  "協働"
];
const queries: readonly ((name: string) => string)[] = [
  (name) => `y=${name}&x=participation`,
  (name) => `y=${name}&x=participation&lag=1`,
  (name) => `y=${name}&x=participation&transform=change&lag=1`,
  (name) => `y=margin&x=participation&control=${name}`,
  (name) => `y=margin&x=participation&transform=log&control=${name}`,
  (name) => `y=margin&x=participation&transform=change&control=${name}`,
  (name) => `y=margin&x=${name}&transform=rank&lag=1`
];

describe("a measure may be called anything: a name of several words was no formula, one like ours took its place", () => {
  it.each(names)("%s", (name) => {
    for (const query of queries) expect(found(name, query)).toEqual(found("teamwork", query));
  });

  it("the columns that are made have names that no measure has, and not one name for both", () => {
    const grains = grainsCalled("participation_1_before");
    const comparison = parseComparison("y=participation_1_before&x=participation&lag=1", grains, study);
    const {x, y} = comparisonData(comparison, grains[0]!);
    expect(y).toBe("participation_1_before");
    expect(x).not.toBe(y);
  });
});

describe("names between backticks", () => {
  it("sourceOf(expression) can be read again", () => {
    for (const source of ["`x-y`", "log(`a b`)", "(`1st` + z) * 2", "-`a:b`^2"]) {
      const {left} = parseFormula(`${source} ~ 1`);
      expect(parseFormula(`${sourceOf(left)} ~ 1`).left).toEqual(left);
    }
  });

  it("plannedModel() keeps them where it is read again", () => {
    const {outcome, adjusted, controls} = plannedModel("log(`a-b`) ~ x + `c d`:z | unit", "x");
    expect([outcome.text, adjusted, controls]).toEqual(["log(`a-b`)", ["`c d`:z"], ["c d:z"]]);
  });

  it("randomTerms() does not split within them", () => {
    expect(randomTerms("y ~ `x-y` + (1 | g)").fixed).toBe("y ~ `x-y`");
  });

  it("renamed() takes whole names, and no function's", () => {
    const turned = new Map([
      ["margin", "profit"],
      ["log", "x-y"]
    ]);
    expect(renamed("log(margin) ~ margin.net + log:`margin` | 部署", turned)).toBe(
      "log(profit) ~ margin.net + `x-y`:profit | 部署"
    );
    expect(renamed("l(log, 1)", turned, (name) => name)).toBe("l(x-y, 1)");
  });
});
