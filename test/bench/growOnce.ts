/** One phase of a simulated study so many times as large as the committed one: growOnce.ts PHASE FOLDER TIMES */
import {releaseStudy} from "../../loaders/release/releaseStudy.js";
import {writeSimulation} from "../../loaders/simulate/writeSimulation.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";

const phases: Readonly<Record<string, (folder: string, times: number) => Promise<unknown>>> = {
  simulate: (folder, times) => writeSimulation(folder, {seed: 1, offices: times}),
  warehouse: async (folder) => (await openWarehouse(await readStudy(folder))).close(),
  release: async (folder) => releaseStudy(folder)
};

const [phase = "", folder = "", times = "1"] = process.argv.slice(2);
const run = phases[phase];
if (!run) throw new Error(`unknown phase: ${phase}; there are ${Object.keys(phases).join(", ")}`);
const [start, before] = [performance.now(), process.cpuUsage()];
await run(folder, Number(times));
const {user, system} = process.cpuUsage(before);
const mb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ms: performance.now() - start, cpu_ms: (user + system) / 1000, mb}));
