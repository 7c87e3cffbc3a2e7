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
import type {AuditFinding, Check} from "./audit/auditFinding.js";
import {personKeys, type PersonKeys} from "./personKeys.js";
import type {Policy} from "./policy.js";

export interface AuditOptions {
  readonly policy: Policy;
  /** keys of persons in the study's own tables */
  readonly persons?: PersonKeys;
  /** solves linear programmes; without it, cells are not bounded jointly */
  readonly solve?: Solve;
}

export function auditRelease(
  {tables, estimates, descriptions = []}: Behind,
  {policy, persons = personKeys([]), solve}: AuditOptions
): readonly AuditFinding[] {
  const digits = policy["model.digits"];
  const cells = tables.flatMap((table) => table.cells);
  return [
    ...differencing(cells),
    ...(solve ? jointly(cells, solve) : []),
    ...tables.flatMap(inversion),
    ...tables.flatMap(unanimity),
    ...tables.flatMap((table) => releasedKeys(table, persons)),
    ...descriptions.flatMap((description) => describedKeys(description, persons)),
    ...(digits === null ? [] : estimates.flatMap((estimate) => estimatePrecision(estimate, digits)))
  ];
}

const shown = 20;

/** What a study's steward can do where the audit cannot. */
const levers: Readonly<Record<Check, string>> = {
  differencing: "raise survey.respondents, appraisal.persons or rating.persons in study.thresholds",
  "linear programme": "raise survey.respondents, appraisal.persons or rating.persons in study.thresholds",
  inversion: "raise the table's precision in study.thresholds, such as survey.precision, or count.step",
  unanimity: "raise the table's least number of persons in study.thresholds, such as survey.respondents",
  keys: "leave the column out in the table's mapping, sql/TABLE.sql, or name groups there and not persons",
  "precision of estimates":
    "set model.digits to 1 in study.thresholds, or take the finding's comparison out of the plan"
};

/** A release that tells more than it may. Its message names groups, never persons. */
export class AuditError extends Error {
  readonly findings: readonly AuditFinding[];

  constructor(findings: readonly AuditFinding[]) {
    const lines = findings.slice(0, shown).map(({check, message}) => `  ${check}: ${message}`);
    const help = new Set(findings.map(({check}) => `  what would help: ${levers[check]}`));
    if (findings.length > shown) lines.push(`  and ${findings.length - shown} more`);
    super(
      ["the audit stops the release, and printing coarser or withholding more would not help:", ...lines, ...help].join(
        "\n"
      )
    );
    this.name = "AuditError";
    this.findings = findings;
  }
}
