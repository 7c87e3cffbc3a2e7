import {copyFile, mkdir, open, readdir, writeFile} from "node:fs/promises";
import type {FileHandle} from "node:fs/promises";
import {basename, dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {random} from "../../src/stats/random.js";
import {describeSimulation} from "./describeSimulation.js";
import {describeTruth} from "./describeTruth.js";
import {encodeCp932} from "./encodeCp932.js";
import type {Extract} from "./extracts/extract.js";
import {extracts} from "./extracts.js";
import {parameters as truth} from "./parameters.js";
import type {Parameters} from "./parameters.js";
import {simulateOffices} from "./simulate.js";

const mappings = fileURLToPath(new URL("./sql/", import.meta.url));
const chunkRows = 20_000;

export interface WriteOptions {
  readonly seed: number;
  readonly parameters?: Parameters;
  /** how many times as large as the committed study */
  readonly offices?: number;
  readonly progress?: (written: number) => void;
}

/** Writes a study's folder. Offices are written as they are simulated, so that no size is too large for memory. */
export async function writeSimulation(
  out: string,
  {seed, parameters = truth, offices = 1, progress = () => {}}: WriteOptions
): Promise<void> {
  await mkdir(join(out, "sql"), {recursive: true});
  const files = new Map<Extract, FileHandle>();
  try {
    for (const extract of extracts) {
      await mkdir(dirname(join(out, extract.path)), {recursive: true});
      const file = await open(join(out, extract.path), "w");
      files.set(extract, file);
      await file.write(encode(extract, extract.header));
    }
    let written = 0;
    for (const tables of simulateOffices(seed, parameters, {offices})) {
      const source = random(seed).stream(`extracts ${written}`);
      for (const [extract, file] of files) {
        if (extract.once && written > 0) continue;
        const rows = extract.rows(tables, parameters, source.stream(extract.name));
        for (const chunk of inChunks(rows)) await file.write(encode(extract, chunk));
      }
      progress(++written);
    }
  } finally {
    for (const file of files.values()) await file.close();
  }
  const described = describeSimulation(parameters, basename(resolve(out)));
  await writeFile(join(out, "datapackage.json"), `${JSON.stringify(described, null, 2)}\n`);
  await writeFile(join(out, "README.md"), describeTruth(seed, parameters, {offices}));
  for (const name of await readdir(mappings)) await copyFile(join(mappings, name), join(out, "sql", name));
}

type Rows = readonly (readonly (string | number | boolean | null | undefined)[])[];

function* inChunks(rows: Iterable<Rows[number]>): Generator<Rows> {
  let chunk: Rows[number][] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < chunkRows) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function encode({encoding, delimiter}: Extract, rows: Rows): Buffer {
  const cell = (value: Rows[number][number]): string => {
    const text = value === null || value === undefined ? "" : String(value);
    return text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => `${row.map(cell).join(delimiter)}\n`).join("");
  return encoding === "cp932" ? encodeCp932(text) : Buffer.from(text);
}
