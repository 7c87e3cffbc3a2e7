/**
 * The shuffle experiment on a release: `npx tsx test/explore/shuffleExperiment.ts <folder of released tables> [draws]`.
 * With whole courses of participation exchanged among units of a line there is no link left; how often does the pair's
 * default interval exclude zero, and how often does the matrix flag anything after adjustment?
 */
import {readFileSync, readdirSync} from "node:fs";
import {basename, join} from "node:path";
import {defaultComparison} from "../../src/explore/defaultComparison.js";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {estimateMatrix} from "../../src/explore/estimateMatrix.js";
import {namesOf} from "../../src/explore/grain.js";
import {carefulInterval} from "../../src/explore/careful.js";
import {exchangeOf} from "../../src/explore/exchangeOf.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import type {ExploredStudy} from "../../src/explore/study.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {shuffleCourses} from "./shuffleCourses.js";

const [folder = "", draws = "400", matrices = draws] = process.argv.slice(2);
const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
const tables = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !["study.json", "findings.json"].includes(name))
    .map((name) => [basename(name, ".json"), read<ReleasedTable>(name)])
);
const {study} = read<{study: ExploredStudy}>("study.json");
const [grain] = grainsOf(tables, study);
if (!grain) throw new Error("no grain");
const comparison = defaultComparison(grain, study);
const outcomes = ["margin", "profit_per_head", "teamwork", "cross_functional_communication", "canteen"];
for (const outcome of outcomes) {
  let out = 0;
  for (let draw = 0; draw < Number(draws); draw++) {
    const shuffled = shuffleCourses(grain, [comparison.exposure], 1000 + draw);
    const {main, data} = estimateComparison({...comparison, outcome}, shuffled, {lenses: false});
    const [low, high] = carefulInterval(main, exchangeOf({...comparison, outcome}, shuffled, data)) ?? [-1, 1];
    if (low > 0 || high < 0) out += 1;
  }
  console.info(`${outcome}: ${out} of ${draws} intervals exclude zero`);
}
let flagged = 0;
const names = namesOf(grain);
for (let draw = 0; draw < Number(matrices); draw++) {
  const {within} = estimateMatrix(comparison, shuffleCourses(grain, names, 5000 + draw), {between: false});
  if (within.some((cell) => "adjusted" in cell && cell.adjusted !== null && cell.adjusted < 0.05)) flagged += 1;
}
console.info(`matrix of ${names.length}: ${flagged} of ${matrices} flag something`);
