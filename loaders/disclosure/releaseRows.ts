/**
 * Rows -> released rows: a cell with too few persons behind it is suppressed, another is printed no more precisely than
 * its rule allows. What is suppressed is a type of its own, never null and never zero.
 */
import type {Cell, Suppressed} from "../../src/released/cell.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {keepBehind, type Ratio} from "./behind.js";
import {cellName, type PublishedCell} from "./publishedCell.js";
import {checkRule} from "./checkRule.js";
import {type DeclaredColumn, Released} from "./released.js";
import {keepOpen, pullEndsIn, type Round, widened} from "./round.js";
import {shownInterval} from "./shownInterval.js";
import {columnName, type Control, uncontrolled} from "./control.js";
import type {ActivityRule, ColumnRule, PersonsRule, Row} from "./columnRule.js";

/** A total that is the only possible one is told. */
const leastTotals = 2;

export interface Group {
  /** what a row's cells are of beside their column, for instance the year */
  readonly of: string;
  /** persons by part of the row's group */
  readonly parts: Readonly<Record<string, number>>;
}

export interface ReleaseRowsOptions {
  /** the table's name */
  readonly table?: string;
  /** columns that tell its rows apart */
  readonly key?: readonly string[];
  /** the group behind a row; without it each row is a group of its own */
  readonly group?: (row: Row) => Group;
  readonly ratios?: readonly Ratio[];
  /** what is done beyond the columns' rules */
  readonly control?: Control;
}

/** @param columns the columns that leave, in order, each with its rule; no other column leaves */
export function releaseRows(
  given: readonly Row[],
  columns: Readonly<Record<string, ColumnRule>>,
  {table = "", key = [], group, ratios = [], control: {hidden, coarser} = uncontrolled}: ReleaseRowsOptions = {}
): Released<ReleasedTable> {
  const rows = given.map(inPlainNumbers);
  for (const [column, rule] of Object.entries(columns)) checkRule(column, rule, rows, key);
  const suppressed: Record<string, number> = {};
  const cells: PublishedCell[] = [];
  const between = intervalsOnce();
  const releaseCell = (row: Row, column: string, rule: ColumnRule): Cell => {
    const value = row[column] ?? null;
    if (value === null) return null;
    if (!("persons" in rule)) return "round" in rule && rule.round ? rule.round(Number(value), Infinity) : value;
    const {persons, minimum, range, statistic: kind, grain} = rule;
    if (value === 0 && rule.kind === "activity" && rule.zeroWhere(row)) return 0;
    const within = rule.within === null ? Infinity : Number(row[rule.within] ?? Infinity);
    const round = roundingOf(rule, within, coarser.get(columnName({table, column})));
    const behind = Number(row[persons] ?? 0);
    const name = key.map((part) => String(row[part])).join(" ");
    const isHidden = hidden.has(cellName({table, row: name, column}));
    const withheld = whyWithheld({persons: behind, minimum, within, isHidden});
    if (withheld) suppressed[column] = (suppressed[column] ?? 0) + 1;
    const shown = withheld ?? (round && typeof value === "number" ? round(value, behind) : value);
    if (minimum !== null && typeof value === "number") {
      const {of, parts} = group?.(row) ?? {of: name, parts: {[name]: behind}};
      const [low, high] = withheld ? [-Infinity, Infinity] : between({column, value, behind, within}, round, range);
      cells.push({
        table,
        row: name,
        column,
        statistic: `${column} ${of}`,
        kind,
        parts: new Map(Object.entries(parts)),
        persons: behind,
        minimum,
        within,
        shown,
        low: Math.max(low, kind === "mean" ? range[0] : -Infinity),
        high: Math.min(high, kind === "mean" ? range[1] : Infinity),
        range,
        grain,
        totals: rule.kind === "activity" ? (rule.totals ?? 0) : leastTotals
      });
    }
    return shown;
  };
  const released = rows.map((row) =>
    Object.fromEntries(Object.entries(columns).map(([column, rule]) => [column, releaseCell(row, column, rule)]))
  );
  const declared = Object.fromEntries(Object.entries(columns).map(([column, rule]) => [column, declarationOf(rule)]));
  return keepBehind(Released.of({rows: released, suppressed}, {made: "rows", table, columns: declared}), {
    tables: [{table, key, rows: released, cells, ratios}],
    estimates: []
  });
}

interface Valued {
  readonly column: string;
  readonly value: number;
  readonly behind: number;
  readonly within: number;
}

/** What shownInterval() says of a column's value, which is looked for once: counts of few come again from row to row. */
function intervalsOnce(): (
  of: Valued,
  round: Round | null,
  range: readonly [number, number]
) => readonly [number, number] {
  const known = new Map<string, readonly [number, number]>();
  return ({column, value, behind, within}, round, range) => {
    const name = [column, value, behind, within].join(" ");
    const interval = known.get(name) ?? shownInterval(value, behind, round, range);
    known.set(name, interval);
    return interval;
  };
}

/** A database's count of 64 bits comes as no number, and no rule would see it. */
function inPlainNumbers(row: Readonly<Record<string, Row[string] | bigint>>): Row {
  const entries = Object.entries(row).map(([column, value]) => [
    column,
    typeof value === "bigint" ? Number(value) : value
  ]);
  return Object.fromEntries(entries) as Row;
}

function declarationOf(rule: ColumnRule): DeclaredColumn {
  return {
    kind: rule.kind,
    ...("unit" in rule ? {unit: rule.unit} : {}),
    ...("grain" in rule ? {grain: rule.grain} : {})
  };
}

/** How a column's values are rounded beside its rule: to wider steps, its ends and all of so many kept to themselves. */
function roundingOf(
  {round, statistic, range, grain, minimum}: PersonsRule | ActivityRule,
  within: number,
  coarser = 1
): Round | null {
  if (!round) return null;
  const wide = widened(round, coarser);
  if (statistic === "count" && within < Infinity) return keepOpen(wide, within, minimum ?? 0);
  return statistic === "mean" && grain > 0 ? pullEndsIn(wide, range) : wide;
}

interface CellAsked {
  readonly persons: number;
  readonly minimum: number | null;
  readonly within: number;
  readonly isHidden: boolean;
}

/** Of so many that nothing could be shown unless all of them were in it, nothing is shown, whoever was. */
function whyWithheld({persons, minimum, within, isHidden}: CellAsked): Suppressed | null {
  if (minimum !== null && (persons < minimum || within <= minimum)) return {suppressed: `fewer than ${minimum}`};
  return isHidden ? {suppressed: "withheld to protect another"} : null;
}
