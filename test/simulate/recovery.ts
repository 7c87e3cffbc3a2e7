import {writeFileSync} from "node:fs";
import {parameters} from "../../loaders/simulate/parameters.js";
import {recoverTruth} from "./recoverTruth.js";

/** Freezes the recovery of the truth from a study 50 times as large: npx tsx test/simulate/recovery.ts */
const size = {seed: 2026, offices: 50};
const rows = recoverTruth(parameters, size).map(({estimate, low, high, ...row}) => {
  const [told, from, to] = [estimate, low, high].map((value) => Number(value.toPrecision(5)));
  return {...row, estimate: told, low: from, high: to};
});
const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
writeFileSync(
  new URL("../golden/simulation/recovery.json", import.meta.url),
  `{\n  "seed": ${size.seed},\n  "offices": ${size.offices},\n  "rows": [\n${lines}\n  ]\n}\n`
);
