import {writeFileSync} from "node:fs";
import {simulateEstimators} from "./simulateEstimators.js";

/** Freezes the table that the methods page shows: npx tsx test/simulate/estimators.ts */
const [runs, seed] = [500, 2026];
const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(3)));
const rows = simulateEstimators({runs, seed}).map((row) => ({
  ...row,
  bias: rounded(row.bias),
  error: rounded(row.error)
}));
writeFileSync("src/stats/estimators.json", `${JSON.stringify({runs, seed, rows}, null, 2)}\n`);
