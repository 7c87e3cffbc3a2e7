/**
 * For the study's steward alone: what disclosure control merged, coarsened and withheld, by rule and table, and what that
 * did to each headline. It holds exact estimates, so it is written to .longview and never published.
 */
import type {Evidence, Finding} from "../../src/evidence/finding.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {isSuppressed} from "../../src/released/cell.js";
import {greatestOf} from "../../src/stats/description/greatestOf.js";
import {studentTQuantile} from "../../src/stats/distribution/studentT.js";
import type {Behind} from "../disclosure/behind.js";
import type {ReleaseUnit} from "../disclosure/mergeUnits.js";
import {rules} from "../disclosure/policy.js";
import type {Policy, Rule, RuleName} from "../disclosure/policy.js";
import type {Released} from "../disclosure/released.js";
import type {CountedFile} from "./describeStudy.js";
import type {Findings} from "./findings.js";
import {findings} from "./findings.js";
import {query} from "./query.js";
import type {ReleaseContext} from "./releaseModule.js";

/** A headline from released cells further than this from the exact one, in its standard errors, is flagged. */
const far = 0.25;

export interface StewardReportInput {
  readonly context: ReleaseContext;
  readonly tables: ReadonlyMap<string, Released<ReleasedTable>>;
  readonly findings: Findings;
  readonly units: readonly ReleaseUnit[];
  readonly behind: Behind;
  /** on what stands, what is open, and what the audit withheld */
  readonly notes: readonly string[];
}

export async function stewardReport(input: StewardReportInput): Promise<string> {
  const {context, tables, findings: released, units, behind, notes} = input;
  const lifted = Object.fromEntries(Object.keys(context.policy).map((rule) => [rule, null])) as Policy;
  const {study, warehouse, policy} = context;
  const exact = await findings.make({study, warehouse, policy: lifted, estimatesOnly: true});
  const merged = await findings.make({
    study,
    warehouse,
    estimatesOnly: true,
    policy: {...lifted, "activity.eligible": policy["activity.eligible"]}
  });
  const files = await query<CountedFile>(context, "sql/resources");
  const sections = [
    `# ${study.title}: what disclosure control did`,
    "Local only: exact estimates stand in it. Not for publication.",
    "## Rules in force",
    markdown(["rule", "bounds", "value", "source"], ruleRows(policy)),
    "## Files",
    "As they were counted; on the site, rows that may be persons' are rounded as counts of persons are.",
    markdown(
      ["file", "rows read", "accepted", "rejected", "duplicates"],
      files.map(({file, read, accepted, rejected, deduplicated}) => [
        file,
        ...[read, accepted, rejected, deduplicated].map(String)
      ])
    ),
    "## Merged",
    mergedText(units),
    markdown(
      ["unit", "line", "eligible in least year", "why"],
      units
        .filter(({reasons}) => reasons.length > 0)
        .map(({name, division, least, reasons}) => [name, division, String(least), [...new Set(reasons)].join(", ")])
    ),
    "## Withheld and coarsened",
    markdown(["table", "column", "cells", "shown", "withheld", "by rule", "widest interval"], cellRows(tables, behind)),
    notes.length > 0 ? `## Decided\n\n${notes.map((note) => `- ${note}`).join("\n")}` : "",
    "## Headlines",
    `Released beside exact, by department; flagged beyond ${far} of the exact standard error. By unit: exact values of the ` +
      "merged units, so that what merging did is told from what steps and bands did. Findings 3 and 4 are computed on " +
      "exact rows and printed to two significant digits of their standard error.",
    markdown(
      ["finding", "released", "exact by unit", "exact", "standard error", "apart", ""],
      released.findings.flatMap((finding) => headline(finding, merged.value.findings, exact.value.findings))
    )
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

function ruleRows(policy: Policy): string[][] {
  return Object.entries<Rule>(rules).map(([name, {label, source}]) => {
    const value = policy[name as RuleName];
    return [name, label, value === null ? "lifted" : String(value), source];
  });
}

function mergedText(units: readonly ReleaseUnit[]): string {
  const departments = units.reduce((sum, unit) => sum + unit.departments.length, 0);
  return `${departments} departments are published in ${units.length} units.`;
}

function cellRows(tables: StewardReportInput["tables"], {tables: behind}: Behind): string[][] {
  return Array.from(tables, ([name, {value}]) =>
    Object.keys(value.rows[0] ?? {}).flatMap((column) => {
      const cells = value.rows.map((row) => row[column]).filter((cell) => cell !== null && cell !== undefined);
      const known = behind.find(({table}) => table === name)?.cells.filter((cell) => cell.column === column) ?? [];
      if (known.length === 0) return [];
      const withheld = cells.filter(isSuppressed).map(({suppressed}) => suppressed);
      const widths = known.map(({low, high}) => high - low).filter(Number.isFinite);
      const reasons = [...new Set(withheld)].map(
        (reason) => `${reason}: ${withheld.filter((one) => one === reason).length}`
      );
      const shown = cells.length - withheld.length;
      const widest = widths.length > 0 ? greatestOf(widths).toPrecision(2) : "";
      return [[name, column, String(cells.length), String(shown), String(withheld.length), reasons.join("; "), widest]];
    })
  ).flat();
}

function headline({id, primary}: Finding, merged: readonly Finding[], exact: readonly Finding[]): string[][] {
  const beside = exact.find((other) => other.id === id)?.primary;
  if (!beside) return [];
  const byUnit = merged.find((other) => other.id === id)?.primary?.estimate.toPrecision(4) ?? "none";
  if (!primary) return [[id, "none", byUnit, beside.estimate.toPrecision(4), "", "", "FLAGGED"]];
  const error = standardError(beside);
  const apart = error === null ? null : Math.abs(primary.estimate - beside.estimate) / error;
  return [
    [
      id,
      primary.estimate.toPrecision(4),
      byUnit,
      beside.estimate.toPrecision(4),
      error === null ? "none" : error.toPrecision(3),
      apart === null ? "" : apart.toFixed(2),
      apart !== null && apart > far ? "FLAGGED" : ""
    ]
  ];
}

function standardError({low, high, df}: Evidence): number | null {
  if (low === null || high === null) return null;
  return (high - low) / 2 / (df === null ? 1.959964 : studentTQuantile(0.975, df));
}

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
