import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {strToU8, zipSync} from "fflate";
import {expect, it} from "vitest";
import {type FilesNaming, filesNaming} from "../../loaders/ingest/filesNaming.js";
import {lines, parquet} from "./madeFiles.js";

const formats = ["xlsx", "parquet", "jsonl"] as const;

/** Writes the files, a folder where there are no bytes, and looks for a person in them and in one that is not there. */
async function naming(files: Readonly<Record<string, Uint8Array | null>>, person = "E-017"): Promise<FilesNaming> {
  const folder = await mkdtemp(join(tmpdir(), "longview-naming-"));
  for (const [name, bytes] of Object.entries(files))
    await (bytes === null ? mkdir(join(folder, name)) : writeFile(join(folder, name), bytes));
  const resources = [...Object.keys(files), "gone.csv"].map((path) => ({
    path,
    format: formats.find((format) => path.includes(`.${format}`)) ?? ("csv" as const),
    maximumBytes: 2 ** 30,
    ...(path.endsWith("gz") ? {compression: "gzip" as const} : {}),
    ...(path.endsWith("zip") ? {compression: "zip" as const} : {})
  }));
  return filesNaming(folder, resources, person);
}

const text = "id,unit\nE-017,D1\n社員9,D2\n";
const sheet = (cell: string): Uint8Array => zipSync({"xl/sharedStrings.xml": strToU8(`<sst>${cell}</sst>`)});

it("filesNaming() finds a person in packed files, in UTF-16 and in other capitals: they used to be told as clean", async () => {
  const files = {
    "plain.csv": strToU8(text),
    "small.csv": strToU8(text.toLowerCase()),
    "wide.csv": Buffer.from(`\ufeff${text}`, "utf16le"),
    "packed.csv.gz": gzipSync(text),
    "packed.zip": zipSync({"a.csv": strToU8("none"), "b.csv": strToU8(text)}),
    "book.xlsx": sheet("<si><t>E-017</t></si>"),
    "book.xlsx.zip": zipSync({"book.xlsx": sheet("<si><t>E-017</t></si>")}),
    "other.csv": strToU8("id,unit\nE-0171,D1\nXE-017,D1\n")
  };
  const found = ["plain", "small", "wide"].map((name) => `${name}.csv`);
  expect(await naming(files)).toEqual({
    naming: [...found, "packed.csv.gz", "packed.zip", "book.xlsx", "book.xlsx.zip"],
    unread: []
  });
  expect((await naming(files, "社員9")).naming).toContain("wide.csv");
});

it("filesNaming() finds a person in a cell of two styles, in an escaped line, and in a Parquet file", async () => {
  const files = {
    "styled.xlsx": sheet("<si><r><t>E-</t></r><r><rPr><b/></rPr><t xml:space='preserve'>017</t></r></si>"),
    "two.xlsx": sheet("<si><t>E-</t></si><si><t>017</t></si>"),
    "lines.jsonl": strToU8('{"id":"\\u0045-017"}\n'),
    "years.parquet": await parquet("profit DOUBLE")
  };
  expect(await naming(files)).toEqual({naming: ["styled.xlsx", "lines.jsonl"], unread: []});
  expect(lines[1]).toMatch(/^D1,/);
  expect((await naming(files, "d1")).naming).toEqual(["years.parquet"]);
  expect((await naming({"book.xlsx": sheet("<si><t>R&amp;D&#x31;</t></si>")}, "R&D1")).naming).toEqual(["book.xlsx"]);
});

it("filesNaming() says which files it could not read to their end: all but a damaged archive used to be told as clean", async () => {
  const packed = gzipSync(text.repeat(1000).replaceAll("E-017", ""));
  const archive = zipSync({"a.csv": strToU8(text)});
  const files = {
    "folder.csv": null,
    "rows.parquet": strToU8("PAR1"),
    "broken.csv.gz": strToU8(text),
    "cut.csv.gz": packed.subarray(0, packed.length - 20),
    "cut.zip": archive.subarray(0, archive.length - 30),
    "empty.csv": new Uint8Array()
  };
  expect(await naming(files)).toEqual({
    naming: [],
    unread: ["folder.csv", "rows.parquet", "broken.csv.gz", "cut.csv.gz", "cut.zip"]
  });
});

it("filesNaming() finds a person wherever the reading of a large file pauses, and nobody whose key only begins or ends there", async () => {
  const chunk = 1 << 20;
  const at = (place: number, word: string): Uint8Array =>
    strToU8(`${"x,\n".repeat(chunk).slice(0, place - 1)} ${word}\nD1`);
  const places = [-6, -5, -3, -1, 0, 1].map((shift) => chunk + shift);
  const files = Object.fromEntries(places.map((place) => [`${place}.csv`, at(place, "E-017")]));
  expect((await naming(files)).naming).toEqual(Object.keys(files));
  const others = places.flatMap((place) => [
    [`${place}-longer.csv`, at(place, "E-0171")] as const,
    [`${place}-other.csv`, at(place, "XE-017")] as const
  ]);
  expect((await naming(Object.fromEntries(others))).naming).toEqual([]);
});
