/**
 * A study published without its last year, then with it, by code that holds both releases: what was published of a closed
 * year stays, whoever is corrected, erased or late, and what spans years moves by ten persons or by none.
 */
import {mkdtemp, readFile, readdir, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {isSuppressed} from "../../src/released/cell.js";
import {type PublishedRecord, readPublishedRecord} from "../../loaders/disclosure/publishedRecord.js";
import {addAct} from "../../loaders/release/acts.js";
import {keepRelease} from "../../loaders/release/pastReleases.js";
import {type AuditedRelease, releaseStudy} from "../../loaders/release/releaseStudy.js";
import {parameters} from "../../loaders/simulate/parameters.js";
import {writeSimulation} from "../../loaders/simulate/writeSimulation.js";
import {cutStudy} from "./cutStudy.js";

const last = 2015;

let folder: string;
let vintages: string;
let first: AuditedRelease;

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "longview-second-")), "second-year");
  vintages = join(folder, "vintages");
  await writeSimulation(folder, {seed: 5, parameters: {...parameters, departments: 16, programmeYears: 5}});
  const restore = await cutStudy(folder, last - 1);
  first = await releaseStudy(folder, {vintages});
  await keepRelease(first, {vintages});
  await restore();
}, 240_000);

afterAll(() => rm(folder, {recursive: true, force: true}));

const modulesOf = ({record}: AuditedRelease): PublishedRecord["modules"] =>
  readPublishedRecord("published.json", record ?? "").modules;

/** Lines of a file that pass, whatever its encoding. */
async function keepLines(file: string, passes: (line: string, i: number) => boolean): Promise<void> {
  const path = join(folder, file);
  const lines = (await readFile(path, "latin1")).split("\n");
  await writeFile(path, lines.filter(passes).join("\n"), "latin1");
}

async function changeLine(file: string, change: (line: string, i: number) => string): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, (await readFile(path, "latin1")).split("\n").map(change).join("\n"), "latin1");
}

describe("a year that is not closed", () => {
  it("changes no figure of persons, and shows what is of the organisation", async () => {
    const release = await releaseStudy(folder, {vintages});
    expect(modulesOf(release)).toEqual(modulesOf(first));
    expect(release.notes.filter((note) => note.includes(`${last} is open`))).toHaveLength(4);
    const rows = release.tables.get("department_years")?.value.rows.filter((row) => row.fiscal_year === last) ?? [];
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      expect(row.participation).toEqual({suppressed: "its period is not closed yet"});
      expect(typeof row.profit).toBe("number");
    }
  }, 240_000);

  it("nor does one who is erased, one whose answers are turned, three who come late, or another order", async () => {
    const files = [
      "session_ratings.csv",
      "survey/answers.csv",
      "lms/completions.csv",
      "hr/jinji-koka.csv",
      "hr/jinji-ido.csv"
    ];
    const before = new Map(
      await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file))] as const))
    );
    const erased = (before.get("session_ratings.csv")?.toString("latin1").split("\n")[1] ?? "").split(",")[1] ?? "";
    expect(erased).toMatch(/^\S+$/);
    try {
      for (const file of files.filter((one) => one !== "survey/answers.csv"))
        await keepLines(file, (line, i) => i === 0 || !line.split(",").includes(erased));
      let turned = 0;
      await changeLine("survey/answers.csv", (line, i) => {
        if (i === 0 || turned >= 3 || !line.startsWith(`${last - 1},`)) return line;
        turned += 1;
        return line.replaceAll(/,([15])(?=,|$)/g, (_, answer: string) => `,${6 - Number(answer)}`);
      });
      await keepLines("session_ratings.csv", (_line, i) => i < 20 || i > 22);
      const path = join(folder, "hr/jinji-koka.csv");
      const [header = "", ...rows] = (await readFile(path, "latin1")).trimEnd().split("\n");
      await writeFile(path, [header, ...rows.toReversed(), ""].join("\n"), "latin1");
      const release = await releaseStudy(folder, {vintages});
      expect(modulesOf(release)).toEqual(modulesOf(first));
      expect(release.notes.join("\n")).toMatch(/too few persons differ from what was published/);
    } finally {
      for (const [file, bytes] of before) await writeFile(join(folder, file), bytes);
    }
  }, 240_000);
});

describe("a year that is closed", () => {
  it("is published beside past figures that are unchanged; what spans years moves by ten persons or by none", async () => {
    for (const source of ["activity", "survey", "ratings", "appraisals"] as const)
      await addAct(folder, {act: "close", source, period: last, on: "2016-07-01"});
    const second = await releaseStudy(folder, {vintages});
    const [then, now] = [modulesOf(first), modulesOf(second)];
    for (const name of ["department_years", "organisation_years", "mixing", "survey_measures", "survey_groups"]) {
      const [old, young] = [then[name], now[name]].map((module) => (module && "rows" in module ? module.rows : []));
      expect(
        young?.filter((row) => row.fiscal_year !== last),
        name
      ).toEqual(old);
      expect(young?.filter((row) => row.fiscal_year === last).length, name).toBeGreaterThan(0);
    }
    const persons = (release: AuditedRelease): ReadonlyMap<string, number> =>
      new Map(
        release.behind.tables
          .filter(({key}) => !key.includes("fiscal_year"))
          .flatMap(({cells}) =>
            cells.map((cell) => [`${cell.table} ${cell.row} ${cell.column}`, cell.persons] as const)
          )
      );
    const [before, after] = [persons(first), persons(second)];
    const moved = [...after].filter(([cell]) => before.has(cell));
    expect(moved.length).toBeGreaterThan(20);
    for (const [cell, n] of moved) expect(Math.abs(n - (before.get(cell) ?? 0)), cell).toBeGreaterThanOrEqual(10);
    const shown = second.behind.tables.flatMap(({cells}) => cells).filter(({shown: cell}) => !isSuppressed(cell));
    for (const {persons: n, minimum} of shown) expect(n).toBeGreaterThanOrEqual(minimum);
    await keepRelease(second, {vintages});
    expect(modulesOf(await releaseStudy(folder, {vintages}))).toEqual(now);
  }, 240_000);

  it("leaves no person's row or key with the study, and digests on the steward's machine only", async () => {
    expect((await readdir(join(folder, "released"))).toSorted()).toEqual(["acts.json", "published.json", "units.json"]);
    const record = await readFile(join(folder, "released/published.json"), "utf8");
    const [, ...rows] = (await readFile(join(folder, "session_ratings.csv"), "utf8")).trimEnd().split("\n");
    const people = new Set(rows.map((row) => row.split(",")[1] ?? ""));
    const [kept = ""] = await readdir(vintages);
    const digests = await readFile(join(vintages, kept), "utf8");
    for (const one of people) {
      expect(record).not.toContain(`"${one}"`);
      expect(digests).not.toContain(one);
    }
  });
});
