/**
 * Ratings and a fifth as many answers, read, typed, checked and compared for repeated keys as a build does, beside DuckDB's
 * own typed load of the same files, each in a process of its own with the memory that a build may take.
 */
import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, statSync} from "node:fs";
import {loadavg, tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {wholeNumber} from "../../loaders/cli/wholeNumber.js";
import {literal} from "../../loaders/study/quote.js";
import {keepRows} from "./keepRows.js";
import type {Run} from "./runOurs.js";

type Used = Omit<Run, "answer">;

const words = `# Ingest beside a typed load

Ratings of sessions and a fifth as many answers to a survey, as files, read by a build and by DuckDB's own typed load of the
same files; processor time, time and greatest memory of a process each. Written by \`npm run bench -- --case ingest --record\`.`;
const head = [
  "rows",
  "MB of files",
  "ours, s of processor",
  "s",
  "MB",
  "DuckDB's, s of processor",
  "s",
  "MB",
  "ratio",
  "load",
  "on"
];

/** in millions */
export async function ingest([most = "1"]: readonly string[], {record}: {readonly record: boolean}): Promise<void> {
  const ratings = 1e6 * wholeNumber(1)(most);
  const folder = mkdtempSync(join(tmpdir(), "longview-ingest-"));
  try {
    await writeFiles(folder, ratings);
    const bytes = ["session_ratings", "survey_responses"].reduce(
      (sum, name) => sum + statSync(join(folder, `${name}.csv`)).size,
      0
    );
    const [ours, theirs] = (["ours", "theirs"] as const).map((whose) => runOnce(whose, folder));
    if (!ours || !theirs) return;
    const row = [
      `${ratings} + ${ratings / 5}`,
      (bytes / 1e6).toFixed(0),
      ...[ours, theirs].flatMap(({cpu_ms, ms, mb}) => [
        (cpu_ms / 1000).toFixed(1),
        (ms / 1000).toFixed(1),
        mb.toFixed(0)
      ]),
      (ours.cpu_ms / theirs.cpu_ms).toFixed(2),
      loadavg()[0]!.toFixed(1),
      new Date().toISOString().slice(0, 10)
    ];
    console.log(JSON.stringify(Object.fromEntries(head.map((name, i) => [`${i} ${name}`, row[i]]))));
    if (record) keepRows("ingest", words, head, [row]);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

async function writeFiles(folder: string, ratings: number): Promise<void> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const into = (name: string): string => `TO ${literal(join(folder, `${name}.csv`))} (HEADER)`;
  // a session has 50 who rate
  await connection.run(`COPY (
    SELECT format('S{:08d}', i // 50) AS session_id, format('M{:06d}', i % 50 + 50 * (i // 50 % 2000)) AS manager_id,
      1 + hash(i) % 5 AS rating, 'session' AS scale_id
    FROM range(${ratings}) AS rows(i)
  ) ${into("session_ratings")}`);
  await connection.run(`COPY (
    SELECT 2010 + i % 9 AS fiscal_year, format('R{:08d}', i // 18) AS respondent_id, format('D{:02d}', hash(i // 18) % 40) AS department_id,
      format('item_{}', i % 18) AS item_id, 1 + hash(i) % 5 AS answer
    FROM range(${ratings / 5}) AS rows(i)
  ) ${into("survey_responses")}`);
  connection.closeSync();
}

function runOnce(whose: "ours" | "theirs", folder: string): Used {
  const again = [...process.execArgv, resolve("test/bench/ingestOnce.ts"), whose, folder];
  return JSON.parse(execFileSync(process.execPath, again).toString()) as Used;
}
