/**
 * Good files, spoilt in a hundred ways that are drawn from a seed: each ends in the same numbers, or in a message that
 * names the file, a rule and a remedy and quotes no value.
 */
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {expect, it} from "vitest";
import {ingestStudy} from "../../loaders/ingest/ingestStudy.js";
import {encodeCp932} from "../../loaders/simulate/encodeCp932.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {StudyError} from "../../loaders/study/studyError.js";
import {drawFrom, type Draw} from "./drawFrom.js";
import {mutateFile} from "./mutateShipped.js";
import {tinyStudy} from "./tinyStudy.js";

const rows = Array.from({length: 40}, (_, i) => [
  `K${70_001 + 137 * i}`,
  `部門-${81_000 + 91 * i}`,
  `${1 + (i % 28)}`.padStart(2, "0") + `/0${1 + (i % 9)}/20${10 + (i % 9)}`,
  new Intl.NumberFormat("en").format(43_217 + 10_037 * i),
  `${61_000 + 13 * i}.${1 + (i % 9)}`
]);
const header = ["code", "name", "opened", "amount", "score"];
const good = [header, ...rows].map((row) => row.map(quoted).join(",")).join("\n") + "\n";

const sum = (column: number): number =>
  rows.reduce((total, row) => total + Number(row[column]?.replaceAll(",", "")), 0);

const schema = {
  fields: [
    {name: "code", constraints: {pattern: "K\\d{5}"}},
    {name: "name", constraints: {required: true, pattern: "部門-\\d{5}"}},
    {name: "opened", type: "date", format: "%d/%m/%Y", constraints: {required: true}},
    {name: "amount", type: "integer", groupChar: ",", constraints: {required: true, minimum: 1}},
    {name: "score", type: "number", constraints: {required: true}}
  ],
  primaryKey: "code"
};
const resource = {
  name: "extract",
  path: "extract.csv",
  schema,
  totals: {amount: sum(3), score: sum(4)},
  minimumRows: 40
};

function quoted(value: string): string {
  return value.includes(",") ? `"${value}"` : value;
}

/** The file's lines, its header first, changed in one place. */
const lines =
  (change: (all: string[], draw: Draw) => string[]) =>
  (text: string, draw: Draw): string =>
    `${change(text.trimEnd().split("\n"), draw).join("\n")}\n`;

const cells =
  (change: (table: string[][], draw: Draw) => string[][]) =>
  (_: string, draw: Draw): string =>
    change(structuredClone([header, ...rows]), draw)
      .map((row) => row.map(quoted).join(","))
      .join("\n") + "\n";

const inCell = (change: (value: string, draw: Draw) => string, columns = [0, 1, 2, 3, 4]) =>
  cells((table, draw) => {
    const [row, column] = [1 + draw.below(40), columns[draw.below(columns.length)] ?? 0];
    const line = table[row] ?? [];
    line[column] = change(line[column] ?? "", draw);
    return table;
  });

const swap = (row: string[], i: number, j: number): string[] =>
  row.map((value, at) => (at === i ? (row[j] ?? "") : at === j ? (row[i] ?? "") : value));

/** What spoils a file; the second says whether the numbers may stay as they were. */
const mutations: Readonly<Record<string, (text: string, draw: Draw) => string | Uint8Array>> = {
  "cut anywhere": (text, draw) => Buffer.from(text).subarray(0, 60 + draw.below(Buffer.byteLength(text) - 62)),
  "cut at a row's end": lines((all, draw) => all.slice(0, 2 + draw.below(38))),
  "rows shuffled": lines(([first = "", ...rest], draw) => [first, ...rest.toSorted(() => draw.below(3) - 1)]),
  "a row lost": lines((all, draw) => all.toSpliced(1 + draw.below(40), 1)),
  "a row doubled": lines((all, draw) => [...all, all[1 + draw.below(40)] ?? ""]),
  "every row doubled": lines((all) => [...all, ...all.slice(1)]),
  "a row doubled, with another amount": cells((table, draw) => [
    ...table,
    (table[1 + draw.below(40)] ?? []).with(3, String(1 + draw.below(9)))
  ]),
  "a digit lost": inCell(
    (value, draw) => value.replace(/\d/g, (digit, at) => (at === draw.below(3) ? "" : digit)),
    [3, 4]
  ),
  "a last digit lost": inCell((value) => value.slice(0, -1), [0, 2, 3, 4]),
  "a digit more": inCell((value) => `${value}7`),
  "a value emptied": inCell(() => ""),
  "a value of words": inCell(() => "not known", [2, 3, 4]),
  "a decimal comma": inCell((value) => value.replace(".", ","), [4]),
  "an O for a nought": inCell((value) => value.replace(/\d/, "O"), [2, 3, 4]),
  "month and day exchanged": inCell((value) => value.replace(/^(\d\d)\/(\d\d)/, "99/$1"), [2]),
  "a full-width digit": inCell(
    (value) => value.replace(/\d/, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    [2, 3, 4]
  ),
  "columns in another order": cells((table, draw) => table.map((row) => swap(row, 0, 1 + draw.below(1) + 2))),
  "names of columns exchanged": cells(([first = [], ...rest], draw) => [
    swap(first, draw.below(2), 2 + draw.below(3)),
    ...rest
  ]),
  "numbers' columns exchanged": cells(([first = [], ...rest]) => [swap(first, 3, 4), ...rest]),
  "a column lost": cells((table, draw) => {
    const column = draw.below(5);
    return table.map((row) => row.toSpliced(column, 1));
  }),
  "a column more": cells((table) => table.map((row, i) => [...row, i === 0 ? "note" : "seen"])),
  "a column renamed": cells(([first = [], ...rest], draw) => [first.with(draw.below(5), "Amount due"), ...rest]),
  "no header": lines((all) => all.slice(1)),
  "a title above": lines((all) => ["Extract of 2015", ...all]),
  "totals below": lines((all) => [...all, `Total,,,"${sum(3)}",${sum(4)}`]),
  semicolons: (text) => text.replaceAll(",", ";"),
  tabs: (text) => text.replaceAll(",", "\t"),
  CP932: (text) => encodeCp932(text),
  "UTF-16": (text) => Buffer.from(text, "utf16le"),
  "UTF-16 with its mark": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "a byte order mark": (text) => `\uFEFF${text}`,
  "Windows' lines": (text) => text.replaceAll("\n", "\r\n"),
  "lines of both kinds": lines((all, draw) => all.map((line, i) => (i === 1 + draw.below(3) ? `${line}\r` : line))),
  "a quote lost": (text) => text.replace('"', ""),
  "a quote more": lines((all, draw) => all.map((line, i) => (i === 5 + draw.below(2) ? `"${line}` : line))),
  "a byte flipped": (text, draw) => {
    const bytes = Buffer.from(text);
    const at = 45 + draw.below(bytes.length - 45);
    bytes[at] = (bytes[at] ?? 0) ^ 0x80;
    return bytes;
  }
};

async function outcome(folder: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, "extract.csv"), content);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const study = await readStudy(folder);
    const scratch = join(folder, "scratch");
    await mkdir(scratch, {recursive: true});
    await ingestStudy(connection, {...study, resources: study.resources.slice(2)}, scratch);
    const sql = `SELECT md5(string_agg(concat_ws('|', code, name, opened, amount, score), ';' ORDER BY code)) AS digest FROM staged.extract`;
    return String((await connection.runAndReadAll(sql)).getRowObjectsJS()[0]?.digest);
  } catch (error) {
    if (error instanceof StudyError) return error.message;
    throw error;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function studyFolder(): Promise<string> {
  const {folder} = await tinyStudy();
  const file = join(folder, "datapackage.json");
  const description = JSON.parse(await readFile(file, "utf8"));
  description.resources.push(resource);
  await writeFile(file, JSON.stringify(description));
  return folder;
}

it("ingestStudy() of a hundred spoilt files gives the same numbers or names place, rule and remedy", async () => {
  const folder = await studyFolder();
  const truth = await outcome(folder, good);
  expect(truth).toMatch(/^[0-9a-f]{32}$/);
  const draw = drawFrom(20_261_128);
  let same = 0;
  const refusals: string[] = [];
  for (let round = 0; round < 3; round++) {
    for (const [name, mutate] of Object.entries(mutations)) {
      const told = await outcome(folder, mutate(good, draw));
      const says = `${name}, round ${round}: ${told}`;
      if (told === truth) same += 1;
      else refusals.push(says);
    }
  }
  for (const says of refusals) {
    expect(says, says).toMatch(/^ {2}extract\.csv[^\n]*: [^\n]+[.?] [A-Z][^\n]+[.?]$/m);
    expect(says, says).not.toMatch(/[678]\d{4}|\d,\d{3}|部門-\d/);
  }
  expect({same, refused: refusals.length}).toEqual({same: 29, refused: 79});
}, 180_000);

it("a spoilt file of a shipped study gives the same numbers or is refused, with place, rule and remedy", async () => {
  const found = await mutateFile("us-fatalities", "states.csv", {only: (_, at) => at % 2 === 0});
  expect(found.filter(({got}) => got === "other numbers")).toEqual([]);
  expect(found).toHaveLength(17);
  for (const {mutation, said} of found.filter(({got}) => got === "refused"))
    expect(said, mutation).toMatch(/^ {2}states\.csv[^\n]*: [^\n]+[.?] [A-Z][^\n]+[.?]$/m);
}, 180_000);
