import {cp, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {numbers, type ReleasedRow} from "../../src/released/table.js";
import {possibleCounts} from "../../loaders/disclosure/audit/inversion.js";
import {isShown} from "../../loaders/disclosure/publishedCell.js";
import {printReleased} from "../../loaders/disclosure/released.js";
import {keepRelease} from "../../loaders/release/pastReleases.js";
import {releaseStudy} from "../../loaders/release/releaseStudy.js";
import type {AuditedRelease} from "../../loaders/release/releaseStudy.js";

/** Everything of a release that leaves, and what is kept of it. */
function bytes({tables, findings, report, record}: AuditedRelease): string {
  return [...tables.values(), findings, report].map(printReleased).join("") + record;
}

describe("the default study, with answers of fewer than sixty withheld", () => {
  let folder: string;
  let release: AuditedRelease;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "longview-attack-"));
    await cp("data/fujitsu-ssl", folder, {recursive: true});
    await rm(join(folder, "released"), {recursive: true, force: true});
    const described = join(folder, "datapackage.json");
    const text = (await readFile(described, "utf8"))
      .replace('"name": "fujitsu-ssl"', '"name": "attacked"')
      .replace('"activity.participants": 1', '"survey.respondents": 60');
    if (!text.includes('"survey.respondents": 60')) throw new Error("the rule was not tightened");
    await writeFile(described, text);
    release = await releaseStudy(folder, {withSteward: true});
  }, 240_000);

  afterAll(() => rm(folder, {recursive: true, force: true}));

  it("is the same to the byte, whatever those answer whose answers enter no released statistic", async () => {
    const {department, year} = withheldIn(release);
    const file = join(folder, "sql/survey_responses.sql");
    const before = await readFile(file, "utf8");
    const mapped = before
      .replaceAll(/^--.*$/gm, "")
      .trim()
      .replace(/;$/, "");
    // nested, the mapping no longer shows which rows it takes: declared, the data page says the same
    const turned = `-- rows survey_answers: fiscal_year = raw."year", respondent_id = raw.respondent
      SELECT fiscal_year, respondent_id, item_id, department_id, respondent_group,
        CASE WHEN department_id = '${department}' AND fiscal_year = ${year} THEN 6 - response ELSE response END AS response
      FROM (${mapped})`;
    await writeFile(file, turned);
    try {
      expect(bytes(await releaseStudy(folder))).toBe(bytes(release));
    } finally {
      await writeFile(file, before);
    }
  }, 240_000);

  it("is the same to the byte without a person who enters no released statistic", async () => {
    const {department, year} = withheldIn(release);
    const file = join(folder, "survey/answers.csv");
    const before = await readFile(file, "utf8");
    const lines = before.split("\n");
    const theirs = lines.filter((line) => line.startsWith(`${year},`) && line.split(",")[2] === department);
    const without = (n: number): string => lines.filter((line) => !theirs.slice(0, n).includes(line)).join("\n");
    const said = release.report.value.files.find(({file: read}) => read === "survey/answers.csv")?.read;
    try {
      await writeFile(file, without(1));
      const less = await releaseStudy(folder);
      const crossed = less.report.value.files.find(({file: read}) => read === "survey/answers.csv")?.read !== said;
      await writeFile(file, without(2));
      expect(bytes(crossed ? await releaseStudy(folder) : release)).toBe(bytes(less));
    } finally {
      await writeFile(file, before);
    }
  }, 240_000);

  it("keeps its lattice and figures, and has a merged unit's past from what was published of its parts", async () => {
    const vintages = join(folder, "vintages");
    await keepRelease(release, {vintages});
    const again = await releaseStudy(folder, {vintages});
    expect(bytes(again)).toBe(bytes(release));
    const lattice = join(folder, "released/units.json");
    const units = (JSON.parse(await readFile(lattice, "utf8")) as {units: string[][]}).units;
    expect(units).toEqual(release.units.map(({departments}) => departments.map((one) => one.department_id)));
    const pair = shownBesideWithheld(release);
    await writeFile(lattice, JSON.stringify({units: [...units, pair]}));
    const coarser = await releaseStudy(folder, {vintages});
    expect(coarser.units.map(({unit_id}) => unit_id)).toContain(pair.join("+"));
    const [before, after] = [release, coarser].map(({tables}) => tables.get("survey_measures")?.value.rows ?? []);
    const isOfPair = ({department_id: id}: ReleasedRow): boolean =>
      String(id)
        .split("+")
        .some((part) => pair.includes(part));
    expect(after?.filter((row) => !isOfPair(row))).toEqual(before?.filter((row) => !isOfPair(row)));
    const merged = after?.filter(isOfPair) ?? [];
    expect(merged.length).toBeGreaterThan(10);
    for (const row of merged) {
      const parts = before?.filter(
        (old) => isOfPair(old) && old.fiscal_year === row.fiscal_year && old.measure === row.measure
      ) as ReleasedRow[];
      const [weights, means] = [numbers(parts, "respondents"), numbers(parts, "mean")];
      const total = weights.reduce((sum, one) => sum + one, 0);
      const mean = means.reduce((sum, one, i) => sum + one * (weights[i] ?? 0), 0) / total;
      const expected = Number.isNaN(mean) ? {suppressed: "a part of it is withheld"} : Number(mean.toPrecision(6));
      expect(row.mean).toEqual(expected);
    }
    await writeFile(lattice, '{"units": 1}');
    await expect(releaseStudy(folder, {vintages})).rejects.toThrow(/no lattice of units/);
  }, 240_000);

  it("tells the steward what was merged, withheld and how far each headline went", () => {
    const {steward} = release;
    const departments = release.units.flatMap((unit) => unit.departments).length;
    expect(release.units.length).toBeLessThan(departments);
    expect(steward).toContain(`${departments} departments are published in ${release.units.length} units.`);
    expect(steward).toMatch(/\| survey_measures \| mean \| \d+ \| \d+ \| \d+ \| fewer than 60: \d+ \|/);
    expect(steward).toMatch(/\| departments \| -?[\d.]+ \| -?[\d.]+ \| -?[\d.]+ \| [\d.]+ \| [\d.]+ \| (FLAGGED)? \|/);
    expect(steward).not.toMatch(/\bM\d{4}\b/);
  });

  it("shows no cell of fewer persons than its rule asks for", () => {
    const shown = release.behind.tables.flatMap((table) => table.cells).filter(isShown);
    expect(shown.length).toBeGreaterThan(1000);
    for (const {persons, minimum} of shown) expect(persons).toBeGreaterThanOrEqual(minimum);
  });

  it("leaves two or more possible numbers of persons to those who know of how many they are", () => {
    const counts = release.behind.tables
      .flatMap((table) => table.cells)
      .filter((cell) => cell.kind === "count" && isShown(cell));
    expect(counts.filter(({within}) => within < Infinity).length).toBeGreaterThan(1000);
    for (const cell of counts) expect(possibleCounts(cell), `${cell.table} ${cell.row}`).toBeGreaterThanOrEqual(2);
  });
});

/** A department and year of which no answer is shown. */
function withheldIn({behind}: AuditedRelease): {department: string; year: string} {
  const cells = behind.tables.flatMap((table) => table.cells);
  const withheld = cells.find(({column, parts, shown}) => {
    return column === "mean" && parts.size === 1 && typeof shown !== "number";
  });
  const [department = "", year = ""] = withheld?.row.split(" ") ?? [];
  return {department, year};
}

/** Two departments of one line, each a unit of its own, of which one's answers are shown and the other's withheld. */
function shownBesideWithheld({units, behind}: AuditedRelease): string[] {
  const line = new Map(units.map(({unit_id, division}) => [unit_id, division]));
  const means = behind.tables
    .flatMap((table) => table.cells)
    .filter(({column, parts}) => column === "mean" && parts.size === 1);
  const pairs = means
    .filter((cell) => !isShown(cell))
    .flatMap((withheld) => {
      const [one = ""] = withheld.parts.keys();
      return means.flatMap((other) => {
        const [two = ""] = other.parts.keys();
        const alike = other.statistic === withheld.statistic && line.has(one) && line.get(one) === line.get(two);
        return alike && isShown(other) ? [[one, two].toSorted()] : [];
      });
    });
  const [pair] = pairs;
  if (!pair) throw new Error("no department's answers are withheld beside another's");
  return pair;
}
