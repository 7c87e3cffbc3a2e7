import {describe, expect, it} from "vitest";
import type {AuditFinding} from "../../loaders/disclosure/audit/auditFinding.js";
import {inversion} from "../../loaders/disclosure/audit/inversion.js";
import {AuditError} from "../../loaders/disclosure/auditRelease.js";
import {behindOf} from "../../loaders/disclosure/behind.js";
import {type Control, uncontrolled} from "../../loaders/disclosure/control.js";
import {releaseRows} from "../../loaders/disclosure/releaseRows.js";
import {toStep} from "../../loaders/disclosure/round.js";
import {resolveAudit, resolvedInWords} from "../../loaders/release/resolveAudit.js";
import {key, ruleOf} from "../disclosure/ruleOf.js";

/** Means of groups of so many, printed to a step that is too fine for the first ones. */
function means(groups: number, small: number, step: number, control: Control = uncontrolled) {
  const rows = Array.from({length: groups}, (_, i) => ({
    unit: `D${i}`,
    n: i < small ? 12 : 1500,
    mean: i < small ? 3.25 : 3.2
  }));
  const columns = {unit: key, mean: ruleOf({persons: "n", range: [1, 5], grain: 1, round: toStep(step)})};
  return behindOf([releaseRows(rows, columns, {table: "t", key: ["unit"], control})]).tables;
}

/** Audits, resolves and makes again until nothing is found or nothing helps. */
function settled(
  groups: number,
  small: number,
  step: number
): {readonly control: Control | null; readonly rounds: number} {
  let control: Control | null = uncontrolled;
  for (let rounds = 0; rounds < 10; rounds += 1) {
    const tables = means(groups, small, step, control);
    const found = tables.flatMap((table) => inversion(table));
    if (found.length === 0) return {control, rounds};
    control = resolveAudit(
      found,
      tables.flatMap(({cells}) => cells),
      control
    );
    if (control === null) return {control, rounds};
  }
  throw new Error("it never settles");
}

describe("resolveAudit(found, cells, control)", () => {
  it("prints a column to wider steps where a tenth of it or more would be withheld", () => {
    const {control} = settled(10, 3, 0.04);
    expect([...(control?.coarser ?? [])]).toEqual([["t / mean", 4]]);
    expect(control?.hidden.size).toBe(0);
  });

  it("withholds the cells where they are fewer, and leaves the column as it is", () => {
    const {control} = settled(40, 3, 0.02);
    expect(control?.coarser.size).toBe(0);
    expect([...(control?.hidden ?? [])]).toEqual(["t / D0 / mean", "t / D1 / mean", "t / D2 / mean"]);
  });

  it("withholds what four times the step still tells", () => {
    const {control} = settled(10, 3, 0.002);
    expect(control?.coarser.get("t / mean")).toBe(4);
    expect(control?.hidden.size).toBe(3);
  });

  it("says to the steward what it did", () => {
    const {control} = settled(10, 3, 0.002);
    expect(resolvedInWords(control ?? uncontrolled)).toEqual([
      "coarsened by the audit, to 4 times its step: t / mean",
      ...[0, 1, 2].map((i) => `withheld by the audit: t / D${i} / mean`)
    ]);
  });

  it("gives up where neither helps, and the error names what would", () => {
    const keys: AuditFinding = {check: "keys", table: "t", groups: [], message: "t: who holds keys of persons"};
    expect(resolveAudit([keys], [], uncontrolled)).toBeNull();
    expect(new AuditError([keys]).message).toMatch(/what would help: leave the column out in the table's mapping/);
    const gone: AuditFinding = {...keys, check: "inversion", cells: ["t / D0 / mean"]};
    expect(resolveAudit([gone], [], uncontrolled)).toBeNull();
  });
});
