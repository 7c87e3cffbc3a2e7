import {evidenceWords} from "../../../src/evidence/evidenceWords.js";
import {type Cell, isSuppressed} from "../../../src/released/cell.js";
import {notClosed} from "../../disclosure/notClosed.js";
import {isSameTable} from "./isSameTable.js";
import {identifyingKeys, keyedRows} from "./keyedRows.js";
import type {ReleaseSummary, SummarisedFinding, SummarisedTable} from "./recordedRelease.js";
import {rowCalled} from "./rowCalled.js";

export interface RestatedCell {
  /** "department_id D07, fiscal_year 2015" */
  readonly where: string;
  /** "Public Systems 2, 2015" */
  readonly called: string;
  readonly column: string;
  readonly before: Cell;
  readonly after: Cell;
}

export interface TableChange {
  readonly table: string;
  readonly added: number;
  readonly gone: number;
  readonly restated: readonly RestatedCell[];
  /** figures that waited until their period was closed */
  readonly first: number;
  readonly columnsAdded: readonly string[];
  readonly columnsGone: readonly string[];
}

/** Units that are published as one now, and were published apart. */
export interface Merging {
  readonly before: readonly string[];
  readonly after: string;
}

/** What is called something else than before, wherever it is named. */
export interface Renaming {
  readonly before: string;
  readonly after: string;
}

export interface FindingChange {
  readonly finding: string;
  readonly what: "title" | "level" | "certainty" | "estimate" | "there";
  readonly before: string | number | null;
  readonly after: string | number | null;
}

export interface FileChange {
  readonly file: string;
  readonly change: "new" | "gone" | "changed";
  readonly before: Cell;
  readonly after: Cell;
}

export interface ReleaseChanges {
  readonly title: {readonly before: string; readonly after: string} | null;
  readonly findings: readonly FindingChange[];
  readonly renamed: readonly Renaming[];
  readonly merged: readonly Merging[];
  readonly tables: readonly TableChange[];
  readonly files: readonly FileChange[];
  /** fiscal years that no table had before */
  readonly years: readonly number[];
  readonly rules: readonly string[];
  readonly plan: boolean;
  /** what was declared to be revised since */
  readonly revisions: NonNullable<ReleaseSummary["revisions"]>;
  /** what was closed since, so that its figures are published for the first time */
  readonly closed: readonly {readonly source: string; readonly period: number}[];
  /** whether a title, a level or a certainty is another */
  readonly substance: boolean;
}

/** What a later release says and is made of otherwise than an earlier one. */
export function compareReleases(
  before: ReleaseSummary & {readonly on?: string},
  after: ReleaseSummary
): ReleaseChanges {
  const title = before.title === after.title ? null : {before: before.title, after: after.title};
  const findings = namesOf(before.findings, after.findings, ({id}) => id).flatMap((id) => changesOf(id, before, after));
  const known = new Set(yearsIn(before));
  const names = [...new Set([...Object.keys(before.tables), ...Object.keys(after.tables)])].toSorted();
  return {
    title,
    findings,
    ...namesApart(names.flatMap((name) => tableChange(name, before.tables[name], after.tables[name]))),
    merged: mergedUnits(before, after),
    files: fileChanges(before, after),
    years: yearsIn(after).filter((year) => !known.has(year)),
    rules: Object.keys({...before.rules, ...after.rules}).filter((rule) => before.rules[rule] !== after.rules[rule]),
    plan: before.plan.version !== after.plan.version || before.plan.status !== after.plan.status,
    revisions: (after.revisions ?? []).slice(before.revisions?.length ?? 0),
    closed: closedSince(before, after),
    substance: saysOtherwise(before, after)
  };
}

type Said = Pick<ReleaseSummary, "title" | "findings">;

/** Whether a title, a level or a certainty is another, or a finding is new or gone. */
export function saysOtherwise(before: Said, after: Said): boolean {
  const changes = namesOf(before.findings, after.findings, ({id}) => id).flatMap((id) => changesOf(id, before, after));
  return before.title !== after.title || changes.some(({what}) => what !== "estimate");
}

/** A release that kept no periods is known by its day: those closed after it. */
function closedSince(before: ReleaseSummary & {readonly on?: string}, after: ReleaseSummary): ReleaseChanges["closed"] {
  const known = new Set((before.closed ?? []).map(({source, period}) => `${source} ${period}`));
  return (after.closed ?? [])
    .filter(({source, period, on}) =>
      before.closed ? !known.has(`${source} ${period}`) : before.on !== undefined && on > before.on
    )
    .map(({source, period}) => ({source, period}));
}

/** Units whose key joins those of several that were published apart. */
function mergedUnits(before: ReleaseSummary, after: ReleaseSummary): Merging[] {
  const [old, now] = [before, after].map(unitNames);
  if (!old || !now) return [];
  return [...now].flatMap(([key, called]): Merging[] => {
    if (old.has(key)) return [];
    const parts = new Set(key.split("+"));
    const apart = [...old].filter(([one]) => !now.has(one) && one.split("+").every((part) => parts.has(part)));
    return apart.length > 1 ? [{before: apart.map(([, name]) => name), after: called}] : [];
  });
}

/** What units are called, by their key. */
function unitNames({tables}: ReleaseSummary): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const {columns, rows} of Object.values(tables)) {
    const [key, name] = [columns.indexOf("department_id"), columns.indexOf("name")];
    if (key < 0 || name < 0) continue;
    for (const row of rows) names.set(String(row[key]), String(row[name]));
  }
  return names;
}

/** Fiscal years of which a release has a row, in their order. */
function yearsIn({tables}: ReleaseSummary): number[] {
  const years = Object.values(tables).flatMap(({columns, rows}) => {
    const at = columns.indexOf("fiscal_year");
    return at < 0 ? [] : rows.flatMap((row) => (typeof row[at] === "number" ? [row[at]] : []));
  });
  return [...new Set(years)].toSorted((a, b) => a - b);
}

function changesOf(id: string, before: Said, after: Said): FindingChange[] {
  const [old, now] = [before, after].map(({findings}) => findings.find((one) => one.id === id));
  if (!old || !now) return [{finding: id, what: "there", before: old?.title ?? null, after: now?.title ?? null}];
  const same: readonly FindingChange["what"][] = ["title", "level", "certainty"];
  const said = same.flatMap((what) => {
    const [was, is] = [old, now].map((one) => one[what as "title" | "level" | "certainty"]);
    return was === is ? [] : [{finding: id, what, before: was ?? null, after: is ?? null}];
  });
  const [was, is] = [inWords(old), inWords(now)];
  return was === is ? said : [...said, {finding: id, what: "estimate", before: was, after: is}];
}

/** As pages print it: what differs beyond the digits there is no change. */
function inWords({estimate, low, high, unit}: SummarisedFinding): string | null {
  return estimate === null ? null : evidenceWords({estimate, low, high, unit: unit ?? ""});
}

interface LabelledChange extends TableChange {
  /** columns that name a row and do not tell it from others */
  readonly labels: ReadonlySet<string>;
  /** the names that are left in them */
  readonly names: ReadonlySet<unknown>;
}

/**
 * A row's name is no figure: what has another is told once, not in every table and year. A name that others still have was
 * not changed: that row has moved, a department to another division, and is told as restated.
 */
function namesApart(tables: readonly LabelledChange[]): {
  readonly renamed: readonly Renaming[];
  readonly tables: readonly TableChange[];
} {
  const renamed = new Map<string, Renaming>();
  const rest = tables.flatMap(({labels, names, ...one}): TableChange[] => {
    const isRenamed = ({column, before, after}: RestatedCell): boolean =>
      labels.has(column) && typeof before === "string" && typeof after === "string" && !names.has(before);
    for (const {before, after} of one.restated.filter(isRenamed))
      renamed.set(JSON.stringify([before, after]), {before: String(before), after: String(after)});
    const restated = one.restated.filter((cell) => !isRenamed(cell));
    return isChange({...one, restated}) ? [{...one, restated}] : [];
  });
  return {renamed: [...renamed.values()], tables: rest};
}

/** Columns that say how precise a row's figure is: they move with it, and are told only where they move alone. */
const precision = /^(se|(.+_)?(low|high))$/;

const isChange = ({added, gone, restated, first, columnsAdded, columnsGone}: TableChange): boolean =>
  added + gone + restated.length + first + columnsAdded.length + columnsGone.length > 0;

function tableChange(table: string, before?: SummarisedTable, after?: SummarisedTable): LabelledChange[] {
  if (before && after && isSameTable(before, after)) return [];
  const keys = identifyingKeys([before, after].filter((one) => one !== undefined));
  const [old, now] = [keyedRows(before, keys), keyedRows(after, keys)];
  const shared = (after?.columns ?? []).flatMap((column) => {
    const [from, to] = [old.places.get(column), now.places.get(column)];
    return from === undefined || to === undefined ? [] : [{column, from, to}];
  });
  const labels = new Set((after?.keys ?? []).filter((name) => !keys.includes(name)));
  let first = 0;
  const restated = [...now.rows].flatMap(([where, row]) => {
    const was = old.rows.get(where);
    if (!was) return [];
    const waited = was.some((cell) => isSuppressed(cell) && cell.suppressed === notClosed);
    const called = (): string => rowCalled((name) => row[now.places.get(name) ?? -1] ?? null, keys, labels);
    const cells = shared.flatMap(({column, from, to}): RestatedCell[] => {
      const [one, other] = [was[from] ?? null, row[to] ?? null];
      if (sameCell(one, other)) return [];
      if (waited && other !== null && (one === null || (isSuppressed(one) && one.suppressed === notClosed))) {
        first += 1;
        return [];
      }
      return [{where, called: called(), column, before: standing(one, other), after: other}];
    });
    const figures = cells.filter(({column}) => !precision.test(column));
    return figures.length > 0 ? figures : cells;
  });
  const places = [...labels].map((name) => now.places.get(name) ?? -1);
  const change = {
    table,
    labels,
    names: new Set([...now.rows.values()].flatMap((row) => places.map((place) => row[place]))),
    added: [...now.rows.keys()].filter((key) => !old.rows.has(key)).length,
    gone: [...old.rows.keys()].filter((key) => !now.rows.has(key)).length,
    restated,
    first,
    columnsAdded: (after?.columns ?? []).filter((column) => before && !before.columns.includes(column)),
    columnsGone: (before?.columns ?? []).filter((column) => after && !after.columns.includes(column))
  };
  return isChange(change) ? [change] : [];
}

/** A sum in another order differs in its last digits, and is the same. */
function sameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  if (isSuppressed(a) && isSuppressed(b)) return a.suppressed === b.suppressed;
  return typeof a === "number" && typeof b === "number" && a.toPrecision(12) === b.toPrecision(12);
}

/** What is withheld now is not told by telling what it was. */
const standing = (before: Cell, after: Cell): Cell =>
  isSuppressed(after) && !isSuppressed(before) && before !== null ? "a value" : before;

function fileChanges(before: ReleaseSummary, after: ReleaseSummary): FileChange[] {
  // the first releases kept no digest of what describes a study
  const knew = before.files.some(({rows}) => rows === null);
  return namesOf(before.files, after.files, ({file}) => file).flatMap((file): FileChange[] => {
    const [old, now] = [before, after].map(({files}) => files.find((one) => one.file === file));
    const rows = {before: old?.rows ?? null, after: now?.rows ?? null};
    if (!old) return knew || rows.after !== null ? [{file, change: "new", ...rows}] : [];
    if (!now) return [{file, change: "gone", ...rows}];
    return old.sha256 === now.sha256 ? [] : [{file, change: "changed", ...rows}];
  });
}

function namesOf<T>(before: readonly T[], after: readonly T[], name: (one: T) => string): string[] {
  return [...new Set([...before, ...after].map(name))];
}
