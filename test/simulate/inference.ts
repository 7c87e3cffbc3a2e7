import {writeFileSync} from "node:fs";
import {simulateInference} from "./simulateInference.js";

/** Freezes the long simulation: npx tsx test/simulate/inference.ts */
const rows = simulateInference({runs: 2000, seed: 2026});
writeFileSync(
  new URL("../golden/simulation/inference.json", import.meta.url),
  `${JSON.stringify({runs: 2000, seed: 2026, rows}, null, 2)}\n`
);
