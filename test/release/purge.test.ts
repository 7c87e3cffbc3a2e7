import {existsSync} from "node:fs";
import {mkdir, mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {expect, it, vi} from "vitest";
import {digestsOf} from "../../loaders/disclosure/vintage.js";
import {runClose} from "../../loaders/release/runClose.js";
import {runPurge} from "../../loaders/release/runPurge.js";
import {keepFolder} from "../../loaders/release/studyFolders.js";
import {writeVintage} from "../../loaders/release/vintages.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {tinyStudy} from "../ingest/tinyStudy.js";

it("runPurge(--person) leaves no digest that matches, and lists the raw files that still name the person", async () => {
  const {folder} = await tinyStudy();
  const place = await mkdtemp(join(tmpdir(), "longview-purge-"));
  const key = "11".repeat(32);
  const rows = ["M1", "M2"].map(
    (person) => ({source: "activity", period: 2011, cell: "D1", person, content: "3"}) as const
  );
  const periods = Object.fromEntries(Object.entries(digestsOf(rows, key)).map(([name, cells]) => [name, [cells]]));
  await mkdir(join(place, "vintages"), {recursive: true});
  const file = join(place, "vintages/tiny.json");
  await writeFile(file, JSON.stringify({key, periods, rows: {}}));
  const [theirs = ""] = digestsOf(rows.slice(0, 1), key)["activity 2011"]?.D1 ?? [];
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
    for (const person of ["", " "])
      await expect(runPurge({study: folder, person}, {place})).rejects.toThrow(/invalid --person/);
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

it("runPurge() leaves no digest that was remembered; of a person, nothing that was kept of the study, in any language, and all that is of another", async () => {
  const {folder} = await tinyStudy();
  const place = await mkdtemp(join(tmpdir(), "longview-purge-"));
  const kept = ["warehouse", "models", "notebook-outputs", "page-frames", "stage"].map((cache) =>
    join(place, cache, "tiny")
  );
  kept.push(...[basename(folder), `${basename(folder)}.ja`].map((name) => join(place, "published", name)));
  const others = kept.map((one) => join(dirname(one), "tiny-other"));
  for (const one of [...kept, ...others]) {
    await mkdir(one, {recursive: true});
    await writeFile(join(one, "kept"), "rows");
  }
  const spy = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await runPurge({study: folder, before: "2012"}, {place});
  expect(kept.filter((one) => !existsSync(one))).toEqual([join(place, "models", "tiny")]);
  await runPurge({study: folder, person: "M1"}, {place}).finally(() => spy.mockRestore());
  expect(kept.filter((one) => existsSync(one))).toEqual([]);
  expect(others.filter((one) => !existsSync(one))).toEqual([]);
});

it("runPurge() of a second folder of a study's name is refused: it used to delete the first one's digests", async () => {
  const [first, second] = [await tinyStudy(), await tinyStudy()];
  const place = await mkdtemp(join(tmpdir(), "longview-purge-"));
  const vintages = join(place, "vintages");
  const digests = JSON.stringify({key: "11".repeat(32), periods: {"activity 2011": [{D1: ["ab cd"]}]}, rows: {}});
  await writeVintage("tiny", digests, vintages);
  await keepFolder(await readStudy(first.folder), vintages);
  const asked = [{before: "2012"}, {person: "M1"}];
  for (const one of asked)
    await expect(runPurge({study: second.folder, ...one}, {place})).rejects.toThrow(
      /was published under the name tiny/
    );
  expect(await readFile(join(vintages, "tiny.json"), "utf8")).toBe(digests);
  const spy = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  expect(await runPurge({study: first.folder, before: "2012"}, {place}).finally(() => spy.mockRestore())).toBe(0);
});
