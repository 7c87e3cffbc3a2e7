import {mkdir, readFile, readdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, it, vi} from "vitest";
import {compareReleases, type ReleaseChanges, saysOtherwise} from "../../loaders/release/history/compareReleases.js";
import {readHistory, recordRelease, releaseBefore} from "../../loaders/release/history/releaseHistory.js";
import type {ReleaseSummary} from "../../loaders/release/history/recordedRelease.js";
import {releaseSummary} from "../../loaders/release/history/releaseSummary.js";
import {stillPublished} from "../../loaders/release/history/stillPublished.js";
import {runDiff} from "../../loaders/release/history/runDiff.js";
import {releaseStudy} from "../../loaders/release/releaseStudy.js";
import {causesOf, changesAsLines, changesInShort} from "../../src/words/en/changes.js";
import type {Cell} from "../../src/released/cell.js";
import {degenerateStudy} from "./degenerateStudy.js";

const summaryOf = async (folder: string): Promise<ReleaseSummary> => releaseSummary(await releaseStudy(folder));

let before: ReleaseSummary;
beforeAll(async () => {
  before = await summaryOf(await degenerateStudy());
}, 600_000);

/** what a study says otherwise once a file of it is another */
async function changed(file: string, change: (text: string) => string): Promise<ReleaseChanges> {
  const folder = await degenerateStudy();
  const path = join(folder, file);
  const text = await readFile(path, "utf8");
  expect(change(text)).not.toBe(text);
  await writeFile(path, change(text));
  return compareReleases(before, await summaryOf(folder));
}

describe("compareReleases()", () => {
  it("names a restated profit by its row, with what was and is printed, and the file behind it", async () => {
    const changes = await changed("department_years.csv", (text) => text.replace(/^(D03,2015,.*),\d+$/m, "$1,61"));
    const [table] = changes.tables.filter(({table: name}) => name === "department_years");
    expect(table?.restated.map(({column}) => column)).toEqual(expect.arrayContaining(["profit", "margin"]));
    for (const {where} of table?.restated ?? []) expect(where).toMatch(/D03.*2015/);
    expect(changes.files).toMatchObject([{file: "department_years.csv", change: "changed"}]);
    expect(changesAsLines(changes).join("\n")).toMatch(/profit \d+ -> 61/);
    expect(causesOf(changes)).toEqual(["department_years.csv has changed."]);
  });

  it("counts a renamed department's rows as neither new nor gone", async () => {
    const changes = await changed("departments.csv", (text) => text.replace("Unit D03", "Unit of the north"));
    expect(changes.tables.every(({added, gone}) => added === 0 && gone === 0)).toBe(true);
    expect(changes.substance).toBe(false);
    expect(changes.renamed).toEqual([{before: "Unit D03", after: "Unit of the north"}]);
    expect(changes.tables.flatMap(({restated}) => restated).filter(({column}) => column === "name")).toEqual([]);
    expect(changesAsLines(changes).join("\n")).toContain("renamed: Unit D03 -> Unit of the north");
    expect(changesInShort(changes)).toMatch(/^One name changed/);
  });

  it("finds what a measure in another unit does", async () => {
    const changes = await changed("department_years.csv", (text) =>
      text.replace(
        /,(\d+),(-?\d+)$/gm,
        (_all, revenue: string, profit: string) => `,${revenue},${Number(profit) * 1000}`
      )
    );
    expect(changes.findings.some(({what}) => what === "estimate")).toBe(true);
    expect(changesInShort(changes)).toMatch(/published figures were restated/);
  });

  it("says nothing of a file whose rows are in another order but that it is another", async () => {
    const changes = await changed("department_years.csv", (text) => {
      const [head = "", ...rows] = text.trimEnd().split("\n");
      return `${[head, ...rows.toReversed()].join("\n")}\n`;
    });
    expect(changes).toMatchObject({title: null, findings: [], tables: [], substance: false});
    expect(changesInShort(changes)).toBe("No published figure and no finding has changed.");
  });
});

it("causesOf() gives the reason of a revision: it used to be asked for and never told", () => {
  const plan = {status: "none", version: 0};
  const standing = {version: "a", title: "", findings: [], absent: [], tables: {}, files: [], rules: {}, plan};
  const revisions = [{source: "ratings", on: "2026-01-02", because: "The scale was doubled."} as const];
  const after = {...standing, version: "b", revisions};
  expect(causesOf(compareReleases(standing, after))).toEqual([
    "Figures of session ratings are revised. The scale was doubled."
  ]);
  expect(compareReleases(after, {...after, version: "c"}).revisions).toEqual([]);
});

describe("compareReleases() of what is printed", () => {
  const withCell = (cell: Cell): ReleaseSummary => ({
    ...before,
    tables: {margins: {keys: ["department_id"], columns: ["department_id", "mean"], rows: [["D01", cell]]}}
  });
  const restated = (one: Cell, other: Cell): unknown =>
    compareReleases(withCell(one), withCell(other)).tables.flatMap((table) => table.restated);

  it("does not tell what a cell was that is withheld now", () => {
    const withheld = {suppressed: "fewer than 10"};
    expect(restated(3.4, withheld)).toEqual([
      {where: "department_id D01", called: "D01", column: "mean", before: "a value", after: withheld}
    ]);
    expect(JSON.stringify(compareReleases(withCell(3.4), withCell(withheld)).tables)).not.toContain("3.4");
    expect(restated(withheld, 3.4)).toMatchObject([{before: withheld, after: 3.4}]);
  });

  it("takes a sum in another order for the same, and an estimate that is printed the same", () => {
    expect(restated(0.1 + 0.2, 0.3)).toEqual([]);
    const [first, ...others] = before.findings;
    expect(first?.estimate).toBeTypeOf("number");
    const moved = (by: number): ReleaseSummary => ({
      ...before,
      findings: [{...first!, estimate: (first?.estimate ?? 0) * (1 + by)}, ...others]
    });
    expect(compareReleases(before, moved(1e-9)).findings).toEqual([]);
    expect(compareReleases(before, moved(2)).findings).toMatchObject([{finding: first?.id, what: "estimate"}]);
  });
});

describe("stillPublished() of what is the same, and of what is withheld since", () => {
  it("is what was published, whether a table is the same to the cell or has its rows in another order", () => {
    const copy = structuredClone(before.tables) as ReleaseSummary["tables"];
    const turned = Object.fromEntries(
      Object.entries(copy).map(([name, table]) => [name, {...table, rows: table.rows.toReversed()}])
    );
    expect(Object.values(copy).some(({rows}) => rows.length > 1)).toBe(true);
    expect(stillPublished(before.tables, copy)).toEqual(before.tables);
    expect(stillPublished(before.tables, turned)).toEqual(before.tables);
  });

  it("withholds a cell where that alone differs, or the rule by which it is withheld", () => {
    const tables = (cell: Cell): ReleaseSummary["tables"] => ({
      margins: {keys: ["department_id"], columns: ["department_id", "mean"], rows: [["D01", cell]]}
    });
    const [few, another] = [{suppressed: "fewer than 10"}, {suppressed: "withheld to protect another"}];
    expect(stillPublished(tables(3.4), tables(few))).toEqual(tables(few));
    expect(stillPublished(tables(few), tables(another))).toEqual(tables(another));
    expect(stillPublished(tables(few), tables(3.4))).toEqual(tables(few));
    expect(compareReleases({...before, tables: tables(few)}, {...before, tables: tables(another)}).tables).toHaveLength(
      1
    );
  });
});

describe("saysOtherwise(before, after)", () => {
  it("is whether a title, a level or a certainty is another, whatever the tables and estimates are", () => {
    const [first, ...others] = before.findings;
    const other = (change: object): ReleaseSummary => ({...before, findings: [{...first!, ...change}, ...others]});
    const title = {...before, title: "Another"};
    const apart = [
      title,
      other({title: "Another"}),
      other({level: first!.level === 1 ? 2 : 1}),
      {...before, findings: others}
    ];
    const alike = [before, {...before, tables: {}}, other({estimate: 100, low: 99, high: 101})];
    for (const one of [...apart, ...alike])
      expect(compareReleases(before, one).substance).toBe(saysOtherwise(before, one));
    expect(apart.map((one) => saysOtherwise(before, one))).toEqual([true, true, true, true]);
    expect(alike.map((one) => saysOtherwise(before, one))).toEqual([false, false, false]);
  });
});

describe("a study's releases", () => {
  it("name a file that is no release, what is wrong with it, and the remedy", async () => {
    const folder = await degenerateStudy();
    const place = join(folder, "released", "history");
    await mkdir(place, {recursive: true});
    await writeFile(join(place, "0001-x.json"), "{");
    await expect(readHistory(folder)).rejects.toThrow(
      /released\/history\/0001-x\.json.*not valid JSON.*Remove the file/s
    );
    await writeFile(join(place, "0001-x.json"), JSON.stringify({...before, number: 1, on: "2026-01-01", extra: 1}));
    await expect(readHistory(folder)).rejects.toThrow(/extra/);
  });

  it("are kept once each, compared with the last that says something else, and told apart by `diff`", async () => {
    const folder = await degenerateStudy();
    const first = before;
    await recordRelease(folder, first, "2026-01-01");
    await recordRelease(folder, first, "2026-02-01");
    const second = {...first, version: "another", title: "Another"};
    await recordRelease(folder, second, "2026-03-01");
    const history = await readHistory(folder);
    expect(history.map(({number, on}) => [number, on])).toEqual([
      [1, "2026-01-01"],
      [2, "2026-03-01"]
    ]);
    expect(releaseBefore(history, "another")?.number).toBe(1);
    expect(releaseBefore(history, "a third")?.number).toBe(2);
    expect(await readdir(join(folder, "released", "history"))).toHaveLength(2);
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    expect(await runDiff([undefined, undefined], {study: folder})).toBe(0);
    const printed = write.mock.calls.map(([text]) => String(text)).join("");
    write.mockRestore();
    expect(printed).toContain(`headline: ${first.title} -> Another`);
    await expect(runDiff(["9", undefined], {study: folder})).rejects.toThrow(/no such release: 9; there are 1 \(/);
  });
});
