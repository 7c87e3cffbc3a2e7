import {execFileSync, spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {estimate} from "../../loaders/estimate/runEstimate.js";
import {defaultComparison} from "../../src/explore/defaultComparison.js";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {parseComparison} from "../../src/explore/parseComparison.js";
import {serialiseComparison} from "../../src/explore/serialiseComparison.js";
import {comparisonFiles} from "../../src/explore/takeAway/comparisonFiles.js";
import {studyFiles} from "../../src/explore/takeAway/studyFiles.js";
import {random} from "../../src/stats/random.js";
import {randomComparisons, takenOf} from "./randomComparisons.js";
import {releasedTables, study} from "./releasedFixture.js";

const tables = releasedTables();
const {normal} = random(7);
const yearly = Array.from({length: 16}, (_, i) => ({
  fiscal_year: 2006 + i,
  headcount: 900 + i,
  profit: i + normal(),
  margin: normal()
}));
const modules = Array.from({length: 30}, (_, i) => ({
  module_id: `M${i}`,
  mindset: i % 2 ? "action" : "reflective",
  ratings: i % 5 === 0 ? 0 : 50 + i,
  mean: 3 + normal(),
  favourable: 0.5 + normal() / 10
}));
const places = Array.from({length: 25}, () => ({
  kind: "site",
  energy: normal(),
  waste: 2 + normal() ** 2,
  visits: normal()
}));
const others = {organisation_years: yearly, module_ratings: modules, site_audit: places};
const grains = grainsOf(
  {...tables, ...Object.fromEntries(Object.entries(others).map(([name, rows]) => [name, {rows, suppressed: {}}]))},
  study
);
const grain = grains[0]!;
// of units over time, of a series without a text among its keys, of units without years, of rows without units
const drawn = [
  ...grains.flatMap((one) => randomComparisons(one, study, {n: one === grain ? 60 : 12, seed: 11})),
  // a level of its own for a single year; rows that weigh nothing
  ...[
    "x=participation&y=margin&years=2015..2015&effects=time",
    "table=module_ratings&x=favourable&y=mean&weights=ratings"
  ].map((query) => {
    const comparison = parseComparison(query, grains, study);
    return takenOf(
      comparison,
      grains.find(({name}) => name === comparison.table)!,
      study
    );
  })
];
const folder = mkdtempSync(join(tmpdir(), "longview-explore-"));
const folders = drawn.map((taken, i) => {
  const place = join(folder, String(i));
  mkdirSync(place);
  for (const [name, text] of Object.entries(comparisonFiles(taken))) writeFileSync(join(place, name), text);
  return place;
});
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-8 * Math.max(1e-3, Math.abs(a), Math.abs(b));

it("98 comparisons drawn over all controls and kinds of table: the page and `estimate` on the download agree to 1e-8", async () => {
  const wrong: string[] = [];
  for (const [i, {main, data, comparison, grain: its}] of drawn.entries()) {
    const {specification} = JSON.parse(comparisonFiles(drawn[i]!)["estimate.json"] ?? "") as {
      specification: Record<string, unknown>;
    };
    const result = (await estimate({...specification, method: "ols", data: join(folders[i]!, "data.csv")})) as {
      terms?: {term: string; estimate: number; low: number; high: number}[];
    };
    const term = result.terms?.find((one) => one.term === data.x);
    const [low, high] = main.slopeInterval ?? [term?.low ?? NaN, term?.high ?? NaN];
    if (
      !term ||
      ![
        [term.estimate, main.slope],
        [term.low, low],
        [term.high, high]
      ].every(([a, b]) => close(a!, b!))
    )
      wrong.push(`${serialiseComparison(comparison, its)}: ${JSON.stringify(term ?? result)}`);
  }
  expect(drawn).toHaveLength(98);
  expect(wrong).toEqual([]);
});

it("parseComparison(link) has controls and lines in one order: a link used to reopen with another sentence", () => {
  const parse = (query: string) => parseComparison(`x=participation&y=margin&${query}`, grains, study);
  expect(parse("control=canteen&control=teamwork")).toEqual(parse("control=teamwork&control=canteen"));
  expect(parse("control=canteen&control=teamwork").controls).toEqual(["teamwork", "canteen"]);
});

it("each link reopens to the same digits", () => {
  for (const {comparison, grain: its} of drawn) {
    const link = serialiseComparison(comparison, its);
    expect(parseComparison(link, grains, study)).toEqual(comparison);
  }
});

const hasR = spawnSync("Rscript", ["--version"]).status === 0;

it.skipIf(!hasR)("98 comparisons: estimate.R prints the digits of the page to 1e-8, those of the exchange too", () => {
  const script = `for (f in commandArgs(TRUE)) { setwd(f); cat("#", f, "\\n"); local(source("estimate.R", local = TRUE)) }`;
  const printed = execFileSync("Rscript", ["-e", script, ...folders], {encoding: "utf8", maxBuffer: 1e8});
  const blocks = printed.split(/^# .*$/m).slice(1);
  const wrong: string[] = [];
  for (const [i, {main, exchange, comparison, grain: its}] of drawn.entries()) {
    const found = Object.fromEntries(
      Array.from(blocks[i]!.matchAll(/^(\w+)\s+(\S+)$/gm), ([, name, value]) => [name, Number(value)])
    );
    const [low, high] = main.slopeInterval ?? [null, null];
    const asked = {
      n: main.n,
      estimate: main.slope,
      partial_r: main.r,
      se: main.se,
      df: main.df,
      p: main.p,
      low,
      high,
      exchange_p: exchange?.p ?? null,
      exchange_low: exchange?.interval?.[0] ?? null,
      exchange_high: exchange?.interval?.[1] ?? null
    };
    for (const [name, value] of Object.entries(asked))
      if (name === "n" ? found.n !== value : value !== null && !close(found[name] ?? NaN, value))
        wrong.push(`${serialiseComparison(comparison, its)}: ${name} ${found[name]} is not ${value}`);
  }
  expect(wrong).toEqual([]);
});

it("data packages name the study's licence and keys: they used to have no licence, or one without the name that it needs", () => {
  const [taken] = randomComparisons(grain, study, {n: 1, seed: 3});
  const whole = JSON.parse(studyFiles(tables, study, "test")["datapackage.json"]!);
  const one = JSON.parse(comparisonFiles(taken!)["datapackage.json"]!);
  for (const {licenses} of [whole, one]) expect(licenses).toEqual([{name: "CC0-1.0", title: "Public domain"}]);
  expect(one.resources[0].schema.primaryKey).toEqual(["department_id", "fiscal_year"]);
  for (const {title} of one.resources[0].schema.fields) expect(title).toMatch(/\w/);
  expect(studyFiles(tables, study, "test")["CITATION.txt"]).toBe(
    "A company. A study (simulated data). Data version test.\n"
  );
});

it("a table of rows without units over time has no primary key: it used to have an empty one, which no data package may", () => {
  const rows = Array.from({length: 9}, (_, i) => ({site: `S${i}`, energy: i * i, waste: 3 + (i % 4)}));
  const [sites] = grainsOf({site_audit: {rows, suppressed: {}}}, study);
  const comparison = defaultComparison(sites!, study);
  const {data, main} = estimateComparison(comparison, sites!, {lenses: false});
  const files = comparisonFiles({
    study,
    version: "test",
    grain: sites!,
    comparison,
    data,
    main,
    exchange: null,
    badge: "Exploratory",
    ledger: {entries: [], hypotheses: []}
  });
  expect(JSON.parse(files["datapackage.json"]!).resources[0].schema).not.toHaveProperty("primaryKey");
  expect(files["README.md"]).toMatch(/^# Exploratory comparison\n[\s\S]*You have made no comparison yet\./);
});

it("studyFiles(tables) describes every released table, its fields with units", () => {
  const files = studyFiles(tables, study, "test");
  expect(Object.keys(files)).toEqual([
    "department_years.csv",
    "survey_measures.csv",
    "datapackage.json",
    "CITATION.txt"
  ]);
  const described = JSON.parse(files["datapackage.json"] ?? "") as {
    resources: {schema: {fields: {name: string; type: string; unit?: string}[]}}[];
  };
  expect(described.resources[0]?.schema.fields).toContainEqual({
    name: "participation",
    type: "number",
    title: "participation",
    unit: "share"
  });
});
