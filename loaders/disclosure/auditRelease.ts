/**
 * Everything that is to be released, looked at as an attacker would, before it leaves. One finding stops the release.
 */
import type {Behind} from "./behind.js";
import {differencing} from "./audit/differencing.js";
import {estimatePrecision} from "./audit/estimatePrecision.js";
import {inversion} from "./audit/inversion.js";
import {jointly} from "./audit/jointly.js";
import type {Solve} from "./audit/linearBounds.js";
import {describedKeys, releasedKeys} from "./audit/releasedKeys.js";
import {unanimity} from "./audit/unanimity.js";
import type {AuditFinding} from "./audit/auditFinding.js";
import type {Policy} from "./policy.js";

export interface AuditOptions {
  readonly policy: Policy;
  /** keys of persons in the study's own tables */
  readonly persons?: ReadonlySet<string>;
  /** solves linear programmes; without it, cells are not bounded jointly */
  readonly solve?: Solve;
}

export function auditRelease(
  {tables, estimates, descriptions = []}: Behind,
  {policy, persons = new Set(), solve}: AuditOptions
): readonly AuditFinding[] {
  const digits = policy["model.digits"];
  const cells = tables.flatMap((table) => table.cells);
  return [
    ...differencing(cells),
    ...(solve ? jointly(cells, solve) : []),
    ...tables.flatMap((table) => inversion(table, policy["count.step"])),
    ...tables.flatMap(unanimity),
    ...tables.flatMap((table) => releasedKeys(table, persons)),
    ...descriptions.flatMap((description) => describedKeys(description, persons)),
    ...(digits === null ? [] : estimates.flatMap((estimate) => estimatePrecision(estimate, digits)))
  ];
}

const shown = 20;

/** A release that tells more than it may. Its message names groups, never persons. */
export class AuditError extends Error {
  readonly findings: readonly AuditFinding[];

  constructor(findings: readonly AuditFinding[]) {
    const lines = findings.slice(0, shown).map(({check, message}) => `  ${check}: ${message}`);
    if (findings.length > shown) lines.push(`  and ${findings.length - shown} more`);
    super(
      [
        "the audit stops the release, and withholding more would not help; raise the rule in study.thresholds that is named, or leave the table or term out:",
        ...lines
      ].join("\n")
    );
    this.name = "AuditError";
    this.findings = findings;
  }
}
