import {Session} from "node:inspector/promises";
import {random} from "../../src/stats/random.js";
import type {BenchCase} from "./benchCase.js";

export interface Share {
  readonly function: string;
  /** of the processor time, what the function takes by itself */
  readonly percent: number;
}

/** Where a case's time goes, once it is warm: the functions that take most by themselves. */
export async function profileOf({data, ours}: BenchCase, {seconds = 2, most = 12} = {}): Promise<readonly Share[]> {
  const run = ours(data(random(1)));
  run();
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  for (const start = process.cpuUsage(); process.cpuUsage(start).user < 1e6 * seconds;) run();
  const {profile} = await session.post("Profiler.stop");
  session.disconnect();
  const taken = new Map<string, number>();
  for (const {callFrame, hitCount = 0} of profile.nodes) {
    const name = `${callFrame.functionName || "(unnamed)"}, ${callFrame.url.split("/").at(-1)}`;
    if (!callFrame.functionName.startsWith("(idle")) taken.set(name, (taken.get(name) ?? 0) + hitCount);
  }
  const all = [...taken.values()].reduce((sum, hits) => sum + hits, 0);
  return Array.from(taken, ([name, hits]) => ({function: name, percent: Math.round((1000 * hits) / all) / 10}))
    .toSorted((a, b) => b.percent - a.percent)
    .slice(0, most);
}
