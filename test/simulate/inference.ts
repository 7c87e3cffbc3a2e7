import {writeFileSync} from "node:fs";
import {simulateInference} from "./simulateInference.js";

/** Freezes the long simulation that the methods page shows: npx tsx test/simulate/inference.ts */
const rows = simulateInference({runs: 2000, seed: 2026});
writeFileSync(
  new URL("../../src/stats/simulation.json", import.meta.url),
  `${JSON.stringify({runs: 2000, seed: 2026, rows}, null, 2)}\n`
);
