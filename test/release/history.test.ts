import {readFile, readdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, it, vi} from "vitest";
import {compareReleases, type ReleaseChanges} from "../../loaders/release/history/compareReleases.js";
import {readHistory, recordRelease, releaseBefore} from "../../loaders/release/history/releaseHistory.js";
import {releaseSummary, type ReleaseSummary} from "../../loaders/release/history/releaseSummary.js";
import {runDiff} from "../../loaders/release/history/runDiff.js";
import {releaseStudy} from "../../loaders/release/releaseStudy.js";
import {causesOf, changesAsLines, changesInShort} from "../../src/words/en/changes.js";
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
    expect(changesAsLines(changes).join("\n")).toContain("Unit D03 -> Unit of the north");
  });

  it("finds what a measure in another unit does", async () => {
    const changes = await changed("department_years.csv", (text) =>
      text.replace(
        /,(\d+),(-?\d+)$/gm,
        (_all, revenue: string, profit: string) => `,${revenue},${Number(profit) * 1000}`
      )
    );
    expect(changes.findings.some(({what}) => what === "estimate")).toBe(true);
    expect(changesInShort(changes)).toMatch(/published figures are restated/);
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

describe("a study's releases", () => {
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
