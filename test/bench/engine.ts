/**
 * Times of the estimators beside their fastest peers', by turns in one run: medians of three, by the processor and by
 * the clock, each in a process of its own. What a case answers is compared with the peer's before a time counts; a case
 * whose peer is not there is an error, unless a dated figure stands beside it. `npm run bench -- --help` says what can be asked.
 */
import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {loadavg, tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {Command, InvalidArgumentError, Option} from "commander";
import {random} from "../../src/stats/random.js";
import type {BenchCase, Columns} from "./benchCase.js";
import {cases} from "./cases.js";
import {type Beside, keepSpeed} from "./keepSpeed.js";
import {profileOf} from "./profileOf.js";
import type {Run} from "./runOurs.js";
import {lacking, runPeer} from "./runPeer.js";

interface Asked {
  readonly case?: string;
  readonly record: boolean;
  readonly profile: boolean;
}

const rounds = 3;

/** cases of more than the engine, with what may follow their names */
const aside: Readonly<Record<string, (further: readonly string[], asked: Asked) => Promise<void>>> = {
  explorer: async (further) => (await import("./explorer.js")).explorer(further),
  notebook: async (further) => (await import("./notebook.js")).notebook(further),
  page: async (further, asked) => (await import("./page.js")).page(further, asked),
  build: async (further, asked) => (await import("./build.js")).build(further, asked),
  dev: async (further, asked) => (await import("./build.js")).dev(further, asked),
  ingest: async (further, asked) => (await import("./ingest.js")).ingest(further, asked),
  growth: async (further, asked) => (await import("./growth.js")).growth(further, asked)
};
/** what nothing may follow */
const alone = new Set(["build", "dev"]);
const known = [...cases.map(({name}) => name), ...Object.keys(aside)];

await new Command("bench")
  .description(
    "Time the estimators beside their fastest peers; without a case, all of them and the sizes of their bundles."
  )
  .addOption(new Option("--case <name>", "one case alone").choices(known))
  .option("--record", "keep the result in test/output", false)
  .option("--profile", "with a case of the engine: the functions that take most of our time", false)
  .argument(
    "[further...]",
    "after explorer: most rows; notebook and page: a built site's folder; growth: greatest size, phases; ingest: millions of ratings"
  )
  .showSuggestionAfterError()
  .addHelpText("after", "\nExample:\n  npm run bench -- --case growth 4 warehouse release --record")
  .action(bench)
  .parseAsync();

async function bench(further: readonly string[], asked: Asked, command: Command): Promise<void> {
  const {case: name, record, profile} = asked;
  const other = name === undefined ? undefined : aside[name];
  if (further.length > 0 && !other)
    command.error(
      `error: too many arguments; only ${Object.keys(aside)
        .filter((one) => !alone.has(one))
        .join(", ")} take any`
    );
  if (profile && (name === undefined || other))
    command.error("error: --profile takes a case of the engine; name one by --case");
  if (other)
    return other(further, asked).catch((error: unknown) => {
      if (!(error instanceof InvalidArgumentError)) throw error;
      command.error(`error: after ${name}: ${error.message}`);
    });
  if (profile) return console.table(await profileOf(named(name!)));
  for (const each of name === undefined ? cases : [named(name)]) {
    const found = beside(each);
    console.log(JSON.stringify(found));
    if (record) keepSpeed(found);
  }
  if (name === undefined) await import("./sizes.js");
}

function named(name: string): BenchCase {
  return cases.find((each) => each.name === name)!;
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
  return Array.from({length: rounds}, () => runOnce(name));
}

function runOnce(name: string): Run {
  const file = join(dirname(process.argv[1]!), "runOnce.ts");
  return JSON.parse(execFileSync(process.execPath, [...process.execArgv, file, name]).toString()) as Run;
}

function takeTurns({name, data, peer}: BenchCase): {ours: Run[]; theirs: Run[]} {
  const folder = mkdtempSync(join(tmpdir(), "longview-bench-"));
  try {
    const file = join(folder, "data.csv");
    writeFileSync(file, csv(data(random(1))));
    const turns = Array.from({length: rounds}, () => ({ours: runOnce(name), theirs: runPeer(peer!, file)}));
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
