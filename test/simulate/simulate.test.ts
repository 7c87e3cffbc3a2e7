import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, readdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {nullParameters, parameters} from "../../loaders/simulate/parameters.js";
import {simulate} from "../../loaders/simulate/simulate.js";

const study = "data/fujitsu-ssl";

describe("simulate", () => {
  it("writes the committed study again, byte for byte, in another time zone and language", () => {
    const out = join(mkdtempSync(join(tmpdir(), "longview-simulated-")), "fujitsu-ssl");
    execFileSync(process.execPath, ["--import", "tsx", "loaders/cli.ts", "simulate", "--out", out], {
      env: {...process.env, TZ: "America/New_York", LANG: "ja_JP.UTF-8"}
    });
    const files = readdirSync(study, {recursive: true, encoding: "utf8"}).filter(
      (name) => /\.\w+$/.test(name) && !name.startsWith("released")
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

  it("takes every effect out of a null and selection out of a pure one", () => {
    const pure = nullParameters("pure");
    expect([pure.marginEffect, pure.performanceEffect, pure.surveyPurposeEffect, pure.selectionDepartment]).toEqual([
      0, 0, 0, 0
    ]);
    expect(nullParameters("selection").selectionDepartment).toBe(parameters.selectionDepartment);
  });

  it("says in its README that it is synthetic, and what is true", () => {
    const readme = readFileSync(join(study, "README.md"), "utf8");
    expect(readme).toMatch(/synthetic reconstruction/i);
    for (const name of Object.keys(parameters)) expect(readme).toContain(`| ${name} `);
    expect(readme).toContain(String(parameters.marginEffect));
  });
});
