import {random} from "../../src/stats/random.js";
import type {BenchCase} from "./benchCase.js";

/** below so many milliseconds of processor time a run is timed five times */
export const short = 500;

export interface Run {
  readonly ms: number;
  readonly cpu_ms: number;
  /** most memory of the process */
  readonly mb: number;
  readonly answer: readonly number[];
}

/** milliseconds of processor time after which a case is warm, however busy the machine: once for a long one */
export const warm = 2000;

/** Runs a case until it is warm, and then timed: once, or the median of five where it is short. */
export function runOurs({data, ours}: BenchCase): Run {
  const run = ours(data(random(1)));
  for (let used = 0; used < warm; used += timed(run).cpu_ms);
  const first = timed(run);
  const runs = first.cpu_ms < short ? [first, ...Array.from({length: 4}, () => timed(run))] : [first];
  const {ms, cpu_ms, answer} = runs.toSorted((a, b) => a.cpu_ms - b.cpu_ms)[runs.length >> 1]!;
  return {ms, cpu_ms, mb: process.resourceUsage().maxRSS / 1024, answer};
}

function timed(run: () => readonly number[]): Omit<Run, "mb"> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const answer = run();
  const {user, system} = process.cpuUsage(before);
  return {ms: performance.now() - start, cpu_ms: (user + system) / 1000, answer};
}
