import {JSDOM} from "jsdom";
import {mkdir, mkdtemp, readFile, readdir, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import type {EvidenceContext} from "../../src/evidence/context.js";
import type {RecordedRelease} from "../../loaders/release/history/recordedRelease.js";
import {archiveAddress, archivePages} from "../../loaders/site/archivePages.js";
import {copyArchive} from "../../loaders/site/copyArchive.js";
import {fillMarks} from "../../loaders/site/fillMarks.js";

const release: RecordedRelease = {
  number: 3,
  on: "2026-04-01",
  version: "0123456789",
  title: "Margins ${rose}",
  findings: [
    {
      id: "departments",
      title: "Margins rose",
      level: 3,
      certainty: "low",
      estimate: 0.171234,
      low: 0.061,
      high: 0.2912,
      unit: "percentage points"
    }
  ],
  absent: [],
  tables: {years: {keys: ["unit"], columns: ["unit", "margin"], rows: [["D1", 0.1]]}},
  files: [{file: "answers.csv", sha256: "abc", rows: 25}],
  rules: {},
  plan: {status: "locked", version: 1}
};
const words = {unit: {one: "department", many: "departments"}, person: {one: "manager", many: "managers"}};
const archive = archivePages(
  [release, {...release, number: 5}],
  release,
  words as unknown as EvidenceContext,
  new JSDOM("").window.document
);

it("archivePages() gives a release an address with its day and version, and what it said there", () => {
  expect(archiveAddress(release)).toBe("archive/2026-04-01-0123456789.html");
  const [page, ...rest] = archive.pages;
  expect(rest).toEqual([]);
  expect(page).toMatchObject({file: "archive/2026-04-01-0123456789.md", address: archiveAddress(release)});
  const text = fillMarks(page?.markdown ?? "", archive.marks, "archive");
  expect(text).toContain("# Release 5 of 2026-04-01");
  expect(text).toContain("0.17 percentage points (0.06 to 0.29)");
  expect(text).not.toContain("${");
});

it("archivePages() keeps the tables that it published, and no digest of a file", () => {
  const [[place, text] = ["", ""]] = Object.entries(archive.files);
  expect(place).toBe("archive/2026-04-01-0123456789.json");
  expect(JSON.parse(text)).toEqual(release.tables);
  expect(JSON.stringify(archive)).not.toContain("abc");
});

it("archivePages() withholds of the past what the present withholds, and leaves out what is gone", () => {
  const years = {
    keys: ["unit"],
    columns: ["unit", "margin", "rated"],
    rows: [
      ["D1", 0.1, 3.2],
      ["D2", 0.2, 3.4],
      ["D3", 0.3, null]
    ]
  };
  const withheld = {suppressed: "fewer than 10"};
  const now = {
    years: {
      keys: ["unit"],
      columns: ["unit", "rated"],
      rows: [
        ["D2", withheld],
        ["D3", withheld],
        ["D4", 3.1]
      ]
    }
  };
  const {files} = archivePages(
    [{...release, tables: {years, gone: years}}],
    {tables: now},
    words as unknown as EvidenceContext,
    new JSDOM("").window.document
  );
  expect(JSON.parse(Object.values(files)[0] ?? "")).toEqual({
    years: {
      keys: ["unit"],
      columns: ["unit", "rated"],
      rows: [
        ["D2", withheld],
        ["D3", null]
      ]
    }
  });
});

it("copyArchive() makes every page from the one that stands for all, with title, address and body of its own", async () => {
  const dist = await mkdtemp(join(tmpdir(), "longview-archive-"));
  const earlier = [release, {...release, number: 2, on: "2025-04-01", version: "abcdef0123"}];
  const both = archivePages(earlier, release, words as unknown as EvidenceContext, new JSDOM("").window.document);
  const made = (title: string, id: string, body: string): string =>
    `<title>${title} | Study</title><h1 id="${id}"><a href="#${id}">${title}</a></h1><div data-held="${body}"></div>`;
  const template = made("Release as It Was", "release-as-it-was", "archive.body");
  const place = join(dist, both.template.address);
  await mkdir(join(dist, "archive"));
  await writeFile(place, template);
  await copyArchive(dist, both);
  for (const [n, on, address] of [
    [3, "2026-04-01", archiveAddress(release)],
    [2, "2025-04-01", "archive/2025-04-01-abcdef0123.html"]
  ] as const)
    expect(await readFile(join(dist, address), "utf8")).toBe(
      made(`Release ${n} of ${on}`, `release-${n}-of-${on}`, `archive.${n}.body`)
    );
  expect(await readdir(join(dist, "archive"))).toHaveLength(2);
  expect(Object.keys(both.marks)).toEqual(["archive.3.body", "archive.2.body"]);
  const empty = await mkdtemp(join(tmpdir(), "longview-archive-"));
  await mkdir(join(empty, "archive"));
  await writeFile(join(empty, both.template.address), template);
  await copyArchive(empty, {...both, pages: []});
  expect(await readdir(empty)).toEqual([]);
});
