import {readdir} from "node:fs/promises";
import {setTimeout as wait} from "node:timers/promises";
import {random} from "../../../src/stats/random.js";
import {readHistory} from "../../../loaders/release/history/releaseHistory.js";
import {build, out, type RunningBuild, study, turn} from "./smallPlace.js";
import {spentBy} from "./spentBy.js";
import {whatIsLeft} from "./whatIsLeft.js";

/** How far a build had come: nothing written, rows read, published, on record, being copied, at its end. */
export const phases = ["reading", "making", "pages", "on record", "copying", "done"] as const;
export type Phase = (typeof phases)[number];

export interface Kill {
  readonly at: number;
  readonly phase: Phase;
  /** whether what it had started was killed with it */
  readonly group: boolean;
  readonly faults: readonly string[];
}

export interface KillReport {
  /** of processor time that a whole build takes */
  readonly seconds: number;
  readonly kills: readonly Kill[];
  /** builds that were let run to their end, each after several that were killed */
  readonly wholes: number;
  readonly succeeded: number;
  readonly leftovers: number;
}

const shelf = `.longview/releases/${out}`;
const warehouse = `.longview/warehouse/${study}`;

/** Of ten, two are killed while they read rows of persons and two while the site is copied; then one may end. */
const rounds = ["any", "any", "reading", "any", "copying", "any", "any", "reading", "any", "copying"] as const;

/**
 * Builds killed with -9, each with accounts of its own, at moments of a whole build's processor time or of the part that is
 * named.
 */
export async function killBuilds(times: number, say: (line: object) => void): Promise<KillReport> {
  const source = random(times).stream("moments");
  await timed(1);
  const {seconds, spans} = await timed(2);
  say({seconds, spans});
  const kills: Kill[] = [];
  let [wholes, succeeded, leftovers, good] = [0, 0, 0, 2];
  for (let i = 0; i < times; i += 1) {
    await turn(3 + i);
    const child = build();
    const when = rounds[i % rounds.length] ?? "any";
    const moment = source.uniform();
    const before = await stateNow();
    if (when === "any") await Promise.race([child.end, hasSpent(child, moment * seconds)]);
    else {
      await Promise.race([child.end, appears(when === "copying" ? shelf : warehouse, when)]);
      await wait(moment * spans[when]);
    }
    const phase = await phaseNow(child, before);
    const group = i % 2 === 0;
    if (child.pid && child.exitCode === null) process.kill(group ? -child.pid : child.pid, "SIGKILL");
    await child.end;
    const left = await whatIsLeft();
    const faults = [...left.faults, ...(isExpected(left.shown, good, 3 + i, phase) ? [] : [`shows ${left.shown}`])];
    kills.push({at: moment, phase, group, faults});
    say({i, when, moment, phase, group, faults, shown: left.shown});
    good = left.shown ?? good;
    if (i % rounds.length < rounds.length - 1) continue;
    wholes += 1;
    const whole = build();
    const code = await whole.end;
    const then = await whatIsLeft();
    if (code === 0 && then.shown === 3 + i) succeeded += 1;
    leftovers += then.drafts.length;
    good = then.shown ?? good;
    say({
      i,
      code,
      faults: then.faults,
      drafts: then.drafts,
      shown: then.shown,
      said: code === 0 ? "" : whole.said.join("")
    });
  }
  return {seconds, kills, wholes, succeeded, leftovers};
}

/** The last good site, or the one that was being built, once it had been shown. */
const isExpected = (shown: number | null, good: number, next: number, phase: Phase): boolean =>
  shown === good || (shown === next && (phase === "copying" || phase === "done"));

interface Timed {
  readonly seconds: number;
  /** milliseconds for which the site is copied and the warehouse is made */
  readonly spans: {readonly copying: number; readonly reading: number};
}

async function timed(by: number): Promise<Timed> {
  await turn(by);
  const child = build();
  const copying = spanOf(shelf, "copying", child);
  const reading = spanOf(warehouse, "reading", child);
  let seconds = 0;
  for (; isRunning(child); await wait(100)) seconds = Math.max(seconds, await spentBy(child.pid ?? 0));
  if ((await child.end) !== 0) throw new Error(child.said.join(""));
  return {seconds, spans: {copying: await copying, reading: await reading}};
}

async function hasSpent(child: RunningBuild, seconds: number): Promise<void> {
  while (isRunning(child) && (await spentBy(child.pid ?? 0)) < seconds) await wait(50);
}

async function spanOf(folder: string, phase: "copying" | "reading", child: RunningBuild): Promise<number> {
  await Promise.race([child.end, appears(folder, phase)]);
  const started = performance.now();
  while (isRunning(child) && (await isThere(folder, phase))) await wait(2);
  return performance.now() - started;
}

async function appears(folder: string, phase: "copying" | "reading"): Promise<void> {
  const before = await draftsIn(folder, phase);
  for (; ; await wait(2)) if ((await draftsIn(folder, phase)).some((name) => !before.includes(name))) return;
}

const isThere = async (folder: string, phase: "copying" | "reading"): Promise<boolean> =>
  (await draftsIn(folder, phase)).length > 0;

async function draftsIn(folder: string, phase: "copying" | "reading"): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => (phase === "copying" ? name.endsWith(".draft") : name.startsWith("building-")));
}

const isRunning = ({exitCode, signalCode}: RunningBuild): boolean => exitCode === null && signalCode === null;

interface State {
  readonly published: string;
  readonly releases: number;
  readonly drafts: readonly string[];
  readonly warehouses: string;
}

async function stateNow(): Promise<State> {
  const files = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).toSorted();
  return {
    published: (await files(`.longview/published/${study}`)).join(" "),
    releases: (await readHistory(study).catch(() => [])).length,
    drafts: await draftsIn(shelf, "copying"),
    warehouses: (await files(warehouse)).filter((name) => name.endsWith(".duckdb")).join(" ")
  };
}

/** How far a build has come, by what it has written. */
async function phaseNow({exitCode}: RunningBuild, before: State): Promise<Phase> {
  if (exitCode !== null) return "done";
  const now = await stateNow();
  if (now.drafts.some((name) => !before.drafts.includes(name))) return "copying";
  if (now.releases > before.releases) return "on record";
  if (now.published !== before.published) return "pages";
  return now.warehouses === before.warehouses ? "reading" : "making";
}
