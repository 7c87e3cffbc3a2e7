import {join} from "node:path";
import {declaredColumns} from "../../disclosure/declaredColumns.js";
import type {Provenance} from "../../disclosure/released.js";
import {readActs} from "../acts.js";
import {dataVersion} from "../dataVersion.js";
import {fileDigest} from "../fileDigest.js";
import type {StudyRelease} from "../releaseStudy.js";
import {verdictOf} from "../verdictOf.js";
import type {ReleaseSummary} from "./recordedRelease.js";

type Summarised = Pick<StudyRelease, "study" | "report" | "findings" | "tables">;

/** The files' digests are of the bytes that were read: a release whose files changed meanwhile is not published. */
export async function releaseSummary(release: Summarised): Promise<ReleaseSummary> {
  const {study, report, findings: released, tables} = release;
  const {findings, absent} = released.value;
  const described = ["datapackage.json", ...Array.from(study.mappings.keys(), (table) => `sql/${table}.sql`)];
  const made = [...report.value.files, ...described.map((file) => ({file, read: null}))];
  const files = made.map(({file, read}) => ({file, sha256: digestOf(join(study.folder, file)), rows: read}));
  const acts = await readActs(study.folder);
  const closed = acts.flatMap((one) =>
    one.act === "close" ? [{source: one.source, period: one.period, on: one.on}] : []
  );
  const revisions = acts.flatMap((one) =>
    one.act === "revise" ? [{source: one.source, on: one.on, because: one.because}] : []
  );
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
    files,
    rules: Object.fromEntries(report.value.rules.map(({rule, value}) => [rule, value])),
    plan: {status: report.value.plan.status, version: report.value.plan.versions.length},
    ...(revisions.length > 0 && {revisions}),
    closed
  };
}

function keysOf(provenance: Provenance): string[] {
  return Object.entries(declaredColumns(provenance)).flatMap(([name, {kind}]) => (kind === "key" ? [name] : []));
}

/** Empty for what is no file, such as a table on a server. */
function digestOf(path: string): string {
  try {
    return fileDigest(path).toString("hex");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
