import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Finding} from "../../../src/evidence/finding.js";
import type {Cell} from "../../../src/released/cell.js";
import type {Provenance} from "../../disclosure/released.js";
import {dataVersion} from "../dataVersion.js";
import type {StudyRelease} from "../releaseStudy.js";
import {verdictOf} from "../verdictOf.js";

/** What a reader could see of a finding. */
export interface SummarisedFinding extends Pick<Finding, "id" | "title" | "level" | "certainty"> {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
}

export interface SummarisedTable {
  readonly keys: readonly string[];
  readonly columns: readonly string[];
  /** cells in the columns' order */
  readonly rows: readonly (readonly Cell[])[];
}

export interface SummarisedFile {
  readonly file: string;
  readonly sha256: string;
  readonly rows: Cell;
}

/** What a release said, and what it was made of: enough to tell another from it. Nothing in it was not published. */
export interface ReleaseSummary {
  /** the data version: the same for the same tables, findings and files */
  readonly version: string;
  readonly title: string;
  readonly findings: readonly SummarisedFinding[];
  readonly absent: readonly {readonly finding: string; readonly reason: string}[];
  readonly tables: Readonly<Record<string, SummarisedTable>>;
  readonly files: readonly SummarisedFile[];
  readonly rules: Readonly<Record<string, number | null>>;
  readonly plan: {readonly status: string; readonly version: number};
}

type Summarised = Pick<StudyRelease, "study" | "report" | "findings" | "tables">;

/** The files' digests are of the bytes that were read: a release whose files changed meanwhile is not published. */
export async function releaseSummary(release: Summarised): Promise<ReleaseSummary> {
  const {study, report, findings: released, tables} = release;
  const {findings, absent} = released.value;
  const files = report.value.files.map(async ({file, read}) => ({
    file,
    sha256: await digestOf(join(study.folder, file)),
    rows: read
  }));
  return {
    version: dataVersion(release),
    title: verdictOf(release).title,
    findings: findings.map(({id, title, level, certainty, primary}) => ({
      id,
      title,
      level,
      certainty,
      estimate: primary?.estimate ?? null,
      low: primary?.low ?? null,
      high: primary?.high ?? null,
      unit: primary?.unit ?? null
    })),
    absent,
    tables: Object.fromEntries(
      Array.from(tables, ([name, {value, provenance}]) => {
        const columns = [...new Set(value.rows.flatMap((row) => Object.keys(row)))];
        const keys = keysOf(provenance).filter((key) => columns.includes(key));
        return [name, {keys, columns, rows: value.rows.map((row) => columns.map((column) => row[column] ?? null))}];
      })
    ),
    files: await Promise.all(files),
    rules: Object.fromEntries(report.value.rules.map(({rule, value}) => [rule, value])),
    plan: {status: report.value.plan.status, version: report.value.plan.versions.length}
  };
}

function keysOf(provenance: Provenance): string[] {
  const columns = "columns" in provenance ? (provenance.columns ?? {}) : {};
  return Object.entries(columns).flatMap(([name, {kind}]) => (kind === "key" ? [name] : []));
}

/** Empty for what is no file, such as a table on a server. */
async function digestOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? "" : createHash("sha256").update(bytes).digest("hex");
}
