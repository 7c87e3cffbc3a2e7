import {writeFileSync} from "node:fs";
import {simulateSessions} from "./simulateSessions.js";

/** Freezes what the methods page says of the sessions' interval: npx tsx test/simulate/sessions.ts */
const [runs, seed] = [2000, 5001];
const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(4)));
const {felt, marked, rows} = simulateSessions({runs, seed});
const frozen = rows.map((row) => ({...row, bias: rounded(row.bias), error: rounded(row.error)}));
const text = JSON.stringify({runs, seed, felt, marked: rounded(marked), rows: frozen}, null, 2);
writeFileSync("src/stats/sessions.json", `${text}\n`);
