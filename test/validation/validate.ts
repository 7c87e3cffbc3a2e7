import {writeFileSync} from "node:fs";
import {answers} from "./answers.js";
import {compare} from "./compare.js";

/** Writes the table that the methods page shows: npm run validate */
const rows = [];
for (const [id, answer] of Object.entries(answers)) {
  const {failures, ...row} = await compare(id, answer);
  for (const failure of failures) console.error(`${id} ${failure}`);
  rows.push({...row, worst: {...row.worst, error: Number(row.worst.error.toPrecision(2))}});
}
writeFileSync("src/stats/validation.json", `${JSON.stringify(rows, null, 2)}\n`);
