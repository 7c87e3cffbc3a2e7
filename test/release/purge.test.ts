import {existsSync} from "node:fs";
import {mkdir, mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {gzipSync} from "node:zlib";
import {strToU8, zipSync} from "fflate";
import {expect, it, vi} from "vitest";
import {digestsOf} from "../../loaders/disclosure/vintage.js";
import {filesNaming} from "../../loaders/release/filesNaming.js";
import {runClose} from "../../loaders/release/runClose.js";
import {runPurge} from "../../loaders/release/runPurge.js";
import {tinyStudy} from "../ingest/tinyStudy.js";

it("runPurge(--person) leaves no digest that matches, and lists the raw files that still name the person", async () => {
  const {folder} = await tinyStudy();
  const place = await mkdtemp(join(tmpdir(), "longview-purge-"));
  const key = "11".repeat(32);
  const rows = ["M1", "M2"].map(
    (person) => ({source: "activity", period: 2011, cell: "D1", person, content: "3"}) as const
  );
  const periods = Object.fromEntries(Array.from(digestsOf(rows, key), ([name, cells]) => [name, [cells]]));
  await mkdir(join(place, "vintages"), {recursive: true});
  const file = join(place, "vintages/tiny.json");
  await writeFile(file, JSON.stringify({key, periods, rows: {}}));
  const [theirs = ""] = digestsOf(rows.slice(0, 1), key).get("activity 2011")?.D1 ?? [];
  const printed: string[] = [];
  const take = (text: unknown): boolean => printed.push(String(text)) > 0;
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write").mockImplementation(take));
  try {
    expect(await runPurge({study: folder, person: "M1"}, {place})).toBe(0);
    const left = await readFile(file, "utf8");
    for (const part of theirs.split(" ")) expect(left).not.toContain(part);
    expect(printed.join("")).toContain("1 digests replaced");
    expect(await runPurge({study: folder, person: "D1"}, {place})).toBe(3);
    expect(printed.join("")).toMatch(/departments\.csv: still names the person/);
    expect(await runPurge({study: folder, before: "2012"}, {place})).toBe(0);
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({periods: {}});
    await expect(runPurge({study: folder}, {place})).rejects.toThrow(/--person or --before/);
    expect(await runClose({study: folder})).toBe(0);
    expect(printed.at(-1)).toBe("no period is open\n");
    expect(await runClose({study: folder, json: true})).toBe(0);
    expect(printed.at(-1)).toBe('{"open":[]}\n');
    expect(await runPurge({study: folder, person: "M9", json: true}, {place})).toBe(0);
    expect(printed.at(-1)).toBe('{"replaced":0,"stillNaming":[],"unread":[]}\n');
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
});

it("filesNaming() finds a person in packed files, in UTF-16 and in other capitals: they used to be told as clean", async () => {
  const folder = await mkdtemp(join(tmpdir(), "longview-naming-"));
  const text = "id,unit\nE-017,D1\n社員9,D2\n";
  const sheet = "<sst><si><t>E-017</t></si></sst>";
  const files: Readonly<Record<string, Uint8Array>> = {
    "plain.csv": strToU8(text),
    "small.csv": strToU8(text.toLowerCase()),
    "wide.csv": Buffer.from(`\ufeff${text}`, "utf16le"),
    "packed.csv.gz": gzipSync(text),
    "packed.zip": zipSync({"a.csv": strToU8(text)}),
    "book.xlsx": zipSync({"xl/sharedStrings.xml": strToU8(sheet)}),
    "other.csv": strToU8("id,unit\nE-0171,D1\nXE-017,D1\n"),
    "rows.parquet": strToU8("PAR1"),
    "broken.csv.gz": strToU8(text)
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  const resources = Object.keys(files).map((path) => ({
    path,
    format: path.endsWith("xlsx")
      ? ("xlsx" as const)
      : path.endsWith("parquet")
        ? ("parquet" as const)
        : ("csv" as const),
    ...(path.endsWith("gz") ? {compression: "gzip" as const} : {}),
    ...(path.endsWith("zip") ? {compression: "zip" as const} : {})
  }));
  expect(await filesNaming(folder, resources, "E-017")).toEqual({
    naming: ["plain.csv", "small.csv", "wide.csv", "packed.csv.gz", "packed.zip", "book.xlsx"],
    unread: ["rows.parquet", "broken.csv.gz"]
  });
  expect((await filesNaming(folder, resources, "社員9")).naming).toContain("wide.csv");
});

it("runPurge(--person) leaves nothing that was kept of the study, in any language, and all that is of another", async () => {
  const {folder} = await tinyStudy();
  const place = await mkdtemp(join(tmpdir(), "longview-purge-"));
  const kept = ["warehouse", "models", "notebook-outputs", "stage"].map((cache) => join(place, cache, "tiny"));
  kept.push(...[basename(folder), `${basename(folder)}.ja`].map((name) => join(place, "published", name)));
  const others = kept.map((one) => join(dirname(one), "tiny-other"));
  for (const one of [...kept, ...others]) {
    await mkdir(one, {recursive: true});
    await writeFile(join(one, "kept"), "rows");
  }
  const spy = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await runPurge({study: folder, person: "M1"}, {place}).finally(() => spy.mockRestore());
  expect(kept.filter((one) => existsSync(one))).toEqual([]);
  expect(others.filter((one) => !existsSync(one))).toEqual([]);
});
