import {cp, mkdtemp, readdir, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {random} from "../../../src/stats/random.js";
import {buildPhase, type Phase, phases, stateNow} from "./buildPhase.js";
import {build, type RunningBuild, turn} from "./smallPlace.js";
import {spentBy} from "./spentBy.js";
import {whatIsLeft} from "./whatIsLeft.js";

export interface Kill {
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

/** Which part of a build each of twenty is killed in; then one may end. */
const rounds = (
  "reading making copying reading pages making reading making reading copying " +
  "starting reading making pages reading making copying reading pages on-record"
)
  .split(" ")
  .map((phase) => phase.replace("-", " ") as Phase);

type Spans = Readonly<Record<Phase, number>>;
type Say = (line: object) => void;

/**
 * Builds killed with -9, each with accounts of its own, at random moments of the part of a build that is named. Every
 * twenty begin where two releases are on record: each release has pages in those after it, and a build would take ever longer.
 */
export async function killBuilds(times: number, say: Say): Promise<KillReport> {
  const moments = random(times).stream("moments");
  await turn(1);
  await ended(build());
  await turn(2);
  const spans = await spansOf(build());
  const begun = await keepPlace();
  say({spans});
  const kills: Kill[] = [];
  let [wholes, succeeded, leftovers, good] = [0, 0, 0, 2];
  for (let i = 0; i < times; i += 1) {
    const round = i % rounds.length;
    await turn(3 + i);
    const kill = await killOne({aim: rounds[round] ?? "reading", moment: moments.uniform(), spans, group: i % 2 === 0});
    const left = await whatIsLeft();
    const expected = isExpected(left.shown, good, 3 + i, kill.phase);
    const faults = [...left.faults, ...(expected ? [] : [`shows ${left.shown}`])];
    kills.push({...kill, faults});
    say({i, aim: rounds[round], ...kill, faults, shown: left.shown});
    good = left.shown ?? good;
    if (round < rounds.length - 1 && i < times - 1) continue;
    wholes += 1;
    const then = await endOne();
    if (then.code === 0 && then.shown === 3 + i && then.faults.length === 0) succeeded += 1;
    leftovers += then.drafts.length;
    say({i, ...then});
    await takeBack(begun);
    good = 2;
  }
  await rm(begun, {recursive: true});
  const seconds = Object.values(spans).reduce((sum, one) => sum + one, 0);
  return {seconds, kills, wholes, succeeded, leftovers};
}

interface Aim {
  readonly aim: Phase;
  /** from 0 to 1 of the part's processor time */
  readonly moment: number;
  readonly spans: Spans;
  readonly group: boolean;
}

async function killOne({aim, moment, spans, group}: Aim): Promise<Omit<Kill, "faults">> {
  const before = await stateNow();
  const child = build();
  const pid = child.pid ?? 0;
  while (isRunning(child) && phases.indexOf(await buildPhase(before)) < phases.indexOf(aim)) await wait(5);
  const from = await spentBy(pid);
  while (isRunning(child) && (await spentBy(pid)) - from < moment * spans[aim]) await wait(5);
  const phase = isRunning(child) ? await buildPhase(before) : "done";
  if (isRunning(child)) process.kill(group ? -pid : pid, "SIGKILL");
  await child.end;
  return {phase, group};
}

/** A build that nothing is done to, and what is left after it. */
async function endOne(): Promise<Awaited<ReturnType<typeof whatIsLeft>> & {code: number | null; said: string}> {
  const child = build();
  const code = await child.end;
  return {...(await whatIsLeft()), code, said: code === 0 ? "" : child.said.join("")};
}

/** The last good site, or the one that was being built, once it had been shown. */
const isExpected = (shown: number | null, good: number, next: number, phase: Phase): boolean =>
  shown === good || (shown === next && (phase === "copying" || phase === "done"));

async function ended(child: RunningBuild): Promise<void> {
  if ((await child.end) !== 0) throw new Error(child.said.join(""));
}

/** Seconds of processor time that each part of a build takes. */
async function spansOf(child: RunningBuild): Promise<Spans> {
  const before = await stateNow();
  const spans = Object.fromEntries(phases.map((phase) => [phase, 0])) as Record<Phase, number>;
  for (let spent = 0; isRunning(child); await wait(5)) {
    const phase = await buildPhase(before);
    const now = Math.max(spent, await spentBy(child.pid ?? 0));
    spans[phase] += now - spent;
    spent = now;
  }
  await ended(child);
  return spans;
}

const isRunning = ({exitCode, signalCode}: RunningBuild): boolean => exitCode === null && signalCode === null;

async function keepPlace(): Promise<string> {
  const begun = await mkdtemp(join(tmpdir(), "longview-begun-"));
  await copyAll(".", begun);
  return begun;
}

async function takeBack(begun: string): Promise<void> {
  for (const name of await readdir(".")) await rm(name, {recursive: true});
  await copyAll(begun, ".");
}

const copyAll = (from: string, to: string): Promise<void> =>
  cp(from, to, {recursive: true, verbatimSymlinks: true, preserveTimestamps: true});
