import {random} from "../../src/stats/random.js";
import type {BenchCase} from "./benchCase.js";

export interface Run {
  readonly ms: number;
  readonly cpu_ms: number;
  /** most memory of the process */
  readonly mb: number;
  readonly answer: readonly number[];
}

/** Runs a case until it is warm, five times or for a second, and once timed. */
export function runOurs({data, ours}: BenchCase): Run {
  const run = ours(data(random(1)));
  for (let i = 0, from = performance.now(); i < 5 && performance.now() - from < 1000; i++) run();
  const [start, before] = [performance.now(), process.cpuUsage()];
  const answer = run();
  const {user, system} = process.cpuUsage(before);
  const ms = performance.now() - start;
  return {ms, cpu_ms: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024, answer};
}
