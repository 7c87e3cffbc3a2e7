import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, readdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {encodeCp932} from "../../loaders/simulate/encodeCp932.js";
import {nullParameters, parameters} from "../../loaders/simulate/parameters.js";
import {runSimulate} from "../../loaders/simulate/runSimulate.js";
import {type SimulatedTables, simulate, simulateOffices} from "../../loaders/simulate/simulate.js";

const study = "data/fujitsu-ssl";

describe("simulate", () => {
  it("writes the committed study again, byte for byte, in another time zone and language", () => {
    const out = join(mkdtempSync(join(tmpdir(), "longview-simulated-")), "fujitsu-ssl");
    execFileSync(process.execPath, ["--import", "tsx", "loaders/cli.ts", "simulate", "--out", out], {
      env: {...process.env, TZ: "America/New_York", LANG: "ja_JP.UTF-8"}
    });
    const files = readdirSync(study, {recursive: true, encoding: "utf8"}).filter(
      (name) => /\.\w+$/.test(name) && !/^(released|plan)\//.test(name) && name !== "worlds.json"
    );
    expect(
      readdirSync(out, {recursive: true, encoding: "utf8"})
        .filter((name) => /\.\w+$/.test(name))
        .toSorted()
    ).toEqual(files.toSorted());
    for (const name of files)
      expect(readFileSync(join(out, name)).equals(readFileSync(join(study, name))), name).toBe(true);
  });

  it("has nine programme years and two before, two lines, groups of 8 to 14", () => {
    const tables = simulate(2);
    expect(new Set(tables.department_years?.map((row) => row.fiscal_year)).size).toBe(11);
    expect(new Set(tables.departments?.map((row) => row.division)).size).toBe(2);
    const groups = new Map<unknown, Set<unknown>>();
    const groupOf = new Map(tables.sessions?.map((row) => [row.session_id, row.group_id]));
    for (const {session_id: session, manager_id: manager} of tables.attendance ?? []) {
      const group = groupOf.get(session ?? "");
      groups.set(group, (groups.get(group) ?? new Set()).add(manager));
    }
    for (const members of groups.values()) {
      expect(members.size).toBeGreaterThanOrEqual(8);
      expect(members.size).toBeLessThanOrEqual(14);
    }
  });

  it("splits a department and merges two, their managers passed on as the lineage says", () => {
    const {department_lineage: lineage = [], departments = [], assignments = []} = simulate(3);
    const years = lineage.map((row) => row.fiscal_year);
    expect(years).toEqual([
      parameters.reorganisationYear,
      parameters.reorganisationYear,
      parameters.mergerYear,
      parameters.mergerYear
    ]);
    for (const {from_id: from, to_id: to, fiscal_year: year} of lineage) {
      const closed = departments.find((row) => row.department_id === from)?.closed;
      expect(closed).toBe(`${String(year)}-03-31`);
      expect(departments.find((row) => row.department_id === to)?.opened).toBe(`${String(year)}-04-01`);
      const late = assignments.filter(
        (row) => row.department_id === from && String(row.valid_to ?? "9999") > String(closed)
      );
      expect(late).toEqual([]);
    }
  });

  it("gives every manager one department at a time, from the first day to the last", () => {
    const {assignments = [], managers = []} = simulate(3);
    for (const {manager_id: id, left} of managers) {
      const stays = assignments.filter((row) => row.manager_id === id);
      expect(stays.at(-1)?.valid_to ?? null).toBe(left);
      stays.slice(1).forEach((stay, i) => {
        const gap = Date.parse(String(stay.valid_from)) - Date.parse(String(stays[i]?.valid_to));
        expect(gap, String(id)).toBe(86_400_000);
      });
    }
  });

  it("makes a larger study of more offices, the first as it is alone", () => {
    const [first, second] = simulateOffices(5, parameters, {offices: 2});
    expect(first).toEqual(simulate(5));
    const ids = new Set(first?.managers?.map((row) => row.manager_id));
    expect(second?.managers?.some((row) => ids.has(row.manager_id ?? null))).toBe(false);
    expect(second?.modules).toEqual(first?.modules);
  });

  it("makes offices one at a time: the first of 4,000, with 100 million ratings, is there at once", () => {
    const offices = simulateOffices(5, parameters, {offices: 4000});
    expect(offices.next().value?.session_ratings?.length).toBeGreaterThan(20_000);
    expect(() => simulateOffices(5, parameters, {offices: 0.5}).next()).toThrow("invalid number of offices");
  });

  it.each([
    [{set: ["margin=1"]}, "no such parameter: margin"],
    [{set: ["marginEffect=much"]}, "invalid marginEffect; not a number: much"],
    [{null: "both"}, "invalid null; not one of pure, selection, trends, shocks: both"]
  ])("refuses %j", async (asked, message) => {
    const options = {out: join(tmpdir(), "longview-refused"), seed: 1, scale: 1, set: [], ...asked};
    await expect(runSimulate(options)).rejects.toThrow(message);
  });

  it("leaves every other draw as it was when a parameter of one part changes", () => {
    const [one, other] = [simulate(4), simulate(4, {...parameters, marginEffect: 0})];
    for (const table of ["attendance", "session_ratings", "performance_ratings", "survey", "assignments"])
      expect(other[table], table).toEqual(one[table]);
    expect(other.department_years).not.toEqual(one.department_years);
  });

  it("takes every effect out of a null and selection out of a pure one", () => {
    const pure = nullParameters("pure");
    expect([pure.marginEffect, pure.performanceEffect, pure.surveyPurposeEffect, pure.selectionDepartment]).toEqual([
      0, 0, 0, 0
    ]);
    expect(nullParameters("selection").selectionDepartment).toBe(parameters.selectionDepartment);
  });

  it.each(["trends", "shocks"] as const)("lets those take part who improve, in the null of %s", (kind) => {
    const chosen = nullParameters(kind);
    const deaf = {...chosen, selectionTrend: 0, selectionShock: 0};
    const [lifted, not] = [chosen, deaf].map((one) => mean([21, 22, 23].map((seed) => gain(simulate(seed, one)))));
    expect(chosen.marginEffect).toBe(0);
    expect((lifted ?? 0) - (not ?? 0)).toBeGreaterThan(0.003);
  });

  it("says in its README that it is synthetic, and what is true", () => {
    const readme = readFileSync(join(study, "README.md"), "utf8");
    expect(readme).toMatch(/synthetic reconstruction/i);
    for (const name of Object.keys(parameters)) expect(readme).toContain(`| ${name} `);
    expect(readme).toContain(String(parameters.marginEffect));
  });
});

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Margin of a department's years above its median participation, less that of its other years, over all departments. */
function gain({
  attendance = [],
  sessions = [],
  assignments = [],
  department_years: years = []
}: SimulatedTables): number {
  const heldIn = new Map(sessions.map(({session_id: id, held_on: on}) => [id, fiscalYear(String(on))]));
  const sits = (manager: unknown, year: number): unknown =>
    assignments.find(
      ({manager_id: id, valid_from: from, valid_to: to}) =>
        id === manager && String(from) <= `${year}-07-01` && (to === null || String(to) >= `${year}-07-01`)
    )?.department_id;
  const attended = new Set(attendance.map(({session_id: id, manager_id: who}) => `${who} ${heldIn.get(id)}`));
  const present = new Map<string, number>();
  for (const one of attended) {
    const [who = "", year = ""] = one.split(" ");
    const key = `${sits(who, Number(year))} ${year}`;
    present.set(key, (present.get(key) ?? 0) + 1);
  }
  const rows = years.map(({department_id: id, fiscal_year: year, managers, profit, revenue}) => ({
    id,
    year: Number(year),
    share: (present.get(`${id} ${year}`) ?? 0) / Math.max(1, Number(managers)),
    margin: Number(profit) / Number(revenue)
  }));
  const by = (row: (typeof rows)[number], of: "share" | "margin"): number =>
    row[of] -
    mean(rows.filter(({id}) => id === row.id).map((one) => one[of])) -
    mean(rows.filter(({year}) => year === row.year).map((one) => one[of]));
  const moved = rows.map((row) => ({x: by(row, "share"), y: by(row, "margin")}));
  const [x, y] = [mean(moved.map((one) => one.x)), mean(moved.map((one) => one.y))];
  return mean(moved.map((one) => (one.x - x) * (one.y - y))) / mean(moved.map((one) => (one.x - x) ** 2));
}

function fiscalYear(date: string): number {
  return Number(date.slice(0, 4)) - Number(date.slice(5) < "04-01");
}

describe("encodeCp932()", () => {
  it("writes what the decoder reads, half-width, kanji and marks", () => {
    const text = "部門別損益（単位：千円）△1,234 ｶﾅ 第1部・―";
    expect(new TextDecoder("windows-31j", {fatal: true}).decode(encodeCp932(text))).toBe(text);
  });

  it("names a character that CP932 lacks", () => {
    expect(() => encodeCp932("a€")).toThrow("not a character of CP932: €");
  });
});
