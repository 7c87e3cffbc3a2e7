/**
 * Times of the estimators beside their fastest peers', by turns in one run: medians of three, by the processor and by
 * the clock, each in a process of its own. What a case answers is compared with the peer's before a time counts; a case
 * whose peer is not there is an error, unless a dated figure stands beside it.
 *
 * npm run bench [-- --case NAME] [--record]; explorer and notebook are cases of their own, in a browser, and growth is of
 * a study's phases; --case NAME --profile gives the functions that take most of our time
 */
import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {loadavg, tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {random} from "../../src/stats/random.js";
import type {BenchCase, Columns} from "./benchCase.js";
import {designCases} from "./designCases.js";
import {drawCases} from "./drawCases.js";
import {effectCases} from "./effectCases.js";
import {type Beside, keepSpeed} from "./keepSpeed.js";
import {modelCases} from "./modelCases.js";
import {profileOf} from "./profileOf.js";
import {rankCases} from "./rankCases.js";
import {runOurs, type Run} from "./runOurs.js";
import {lacking, runPeer} from "./runPeer.js";

const rounds = 3;
const cases = [...rankCases, ...effectCases, ...drawCases, ...modelCases, ...designCases];
const {values} = parseArgs({
  options: {
    case: {type: "string"},
    once: {type: "string"},
    record: {type: "boolean", default: false},
    profile: {type: "boolean"}
  },
  allowPositionals: true
});

const aside = ["explorer", "notebook", "growth"];

if (aside.includes(values.case ?? "")) await import(`./${values.case}.js`);
else if (values.once !== undefined) console.log(JSON.stringify(runOurs(named(values.once))));
else if (values.profile && values.case !== undefined) console.table(await profileOf(named(values.case)));
else {
  const asked = values.case === undefined ? cases : [named(values.case)];
  for (const each of asked) {
    const found = beside(each);
    console.log(JSON.stringify(found));
    if (values.record) keepSpeed(found);
  }
  if (values.case === undefined) await import("./sizes.js");
}

function named(name: string): BenchCase {
  const found = cases.find((each) => each.name === name);
  if (!found)
    throw new Error(`unknown case: ${name}; there are ${[...cases.map((each) => each.name), ...aside].join(", ")}`);
  return found;
}

function beside(each: BenchCase): Beside {
  const {name, peer, dated, goal_ms = null} = each;
  const missing = peer ? lacking(peer) : [];
  if (missing.length > 0 && !dated && goal_ms === null)
    throw new Error(`${name} lacks its peer; install ${missing.join(" and ")}`);
  if (!peer && !dated && goal_ms === null) throw new Error(`${name} has no peer; name one`);
  const turns = peer && missing.length === 0 ? takeTurns(each) : {ours: ourRuns(name), theirs: null};
  if (peer && turns.theirs) agree(each, turns.ours[0]!.answer, turns.theirs[0]!.answer);
  const [ours, theirs] = [median(turns.ours), turns.theirs && median(turns.theirs)];
  const ratio = theirs ? theirs.cpu_ms / ours.cpu_ms : null;
  return {
    name,
    ours,
    peer: theirs && {name: peer!.name, ...theirs},
    ratio,
    dated: dated ?? null,
    goal_ms,
    load: loadavg()[0]!
  };
}

function ourRuns(name: string): Run[] {
  return Array.from({length: rounds}, () => once(name));
}

function once(name: string): Run {
  const again = [...process.execArgv, process.argv[1]!, "--once", name];
  return JSON.parse(execFileSync(process.execPath, again).toString()) as Run;
}

function takeTurns({name, data, peer}: BenchCase): {ours: Run[]; theirs: Run[]} {
  const folder = mkdtempSync(join(tmpdir(), "longview-bench-"));
  try {
    const file = join(folder, "data.csv");
    writeFileSync(file, csv(data(random(1))));
    const turns = Array.from({length: rounds}, () => ({ours: once(name), theirs: runPeer(peer!, file)}));
    return {ours: turns.map(({ours}) => ours), theirs: turns.map(({theirs}) => theirs)};
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function csv(columns: Columns): string {
  const names = Object.keys(columns);
  const lines = Array.from({length: columns[names[0]!]!.length}, (_, row) =>
    names.map((name) => columns[name]![row]).join(",")
  );
  return [names.join(","), ...lines].join("\n");
}

/** @throws where an answer is further from the peer's than the case allows */
function agree({name, tolerance}: BenchCase, ours: readonly number[], theirs: readonly number[]): void {
  const apart = ours.map((value, i) => Math.abs(value - theirs[i]!) / Math.max(1e-3, Math.abs(theirs[i]!)));
  if (ours.length === theirs.length && apart.every((value) => value <= tolerance)) return;
  throw new Error(`${name}: ${ours.join(", ")} where the peer has ${theirs.join(", ")}; no time counts`);
}

function median(runs: readonly Run[]): Omit<Run, "answer"> {
  const {ms, cpu_ms, mb} = runs.toSorted((a, b) => a.cpu_ms - b.cpu_ms)[runs.length >> 1]!;
  return {ms, cpu_ms, mb};
}
