/**
 * Rows -> released rows: a cell with too few persons behind it is suppressed, another is printed no more precisely than
 * its rule allows. What is suppressed is a type of its own, never null and never zero.
 */
import type {Cell, Suppressed} from "../../src/released/cell.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {keepBehind} from "./behind.js";
import type {Ratio} from "./behind.js";
import {cellName} from "./publishedCell.js";
import type {CellKind, PublishedCell} from "./publishedCell.js";
import {Released} from "./released.js";
import {pullEndsIn} from "./round.js";
import type {Round} from "./round.js";
import {shownInterval} from "./shownInterval.js";

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface ColumnRule {
  /** column that holds the number of persons behind the cell */
  readonly persons?: string;
  /** fewer persons than this suppress the cell; null: the rule is lifted */
  readonly minimum?: number | null;
  /** brings a value to the precision that may be published */
  readonly round?: Round | null;
  readonly kind?: CellKind;
  /** between what one person's value may be; where everyone's is an end, the end is not shown */
  readonly range?: readonly [number, number];
  /** smallest step of one person's value */
  readonly grain?: number;
}

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
  /** names of cells that are withheld to protect others */
  readonly hidden?: ReadonlySet<string>;
}

/** @param columns the columns that leave, in order, each with its rule; no other column leaves */
export function releaseRows(
  rows: readonly Row[],
  columns: Readonly<Record<string, ColumnRule>>,
  {table = "", key = [], group, ratios = [], hidden = new Set()}: ReleaseRowsOptions = {}
): Released<ReleasedTable> {
  const suppressed: Record<string, number> = {};
  const cells: PublishedCell[] = [];
  const releaseCell = (row: Row, column: string, rule: ColumnRule): Cell => {
    const value = row[column] ?? null;
    if (value === null) return null;
    const {persons, minimum = null, range = [-Infinity, Infinity], kind = "mean", grain = 0} = rule;
    const round = rule.round && kind === "mean" && grain > 0 ? pullEndsIn(rule.round, range) : (rule.round ?? null);
    const behind = persons ? Number(row[persons] ?? 0) : Infinity;
    const name = key.map((part) => String(row[part])).join(" ");
    const withheld = whyWithheld(behind, minimum, hidden.has(cellName({table, row: name, column})));
    if (withheld) suppressed[column] = (suppressed[column] ?? 0) + 1;
    const shown = withheld ?? (round && typeof value === "number" ? round(value, behind) : value);
    if (minimum !== null && typeof value === "number") {
      const {of, parts} = group?.(row) ?? {of: name, parts: {[name]: behind}};
      const [low, high] = withheld ? [-Infinity, Infinity] : shownInterval(value, behind, round, range);
      cells.push({
        table,
        row: name,
        column,
        statistic: `${column} ${of}`,
        kind,
        parts: new Map(Object.entries(parts)),
        persons: behind,
        minimum,
        shown,
        low: Math.max(low, kind === "mean" ? range[0] : -Infinity),
        high: Math.min(high, kind === "mean" ? range[1] : Infinity),
        range,
        grain
      });
    }
    return shown;
  };
  const released = rows.map((row) =>
    Object.fromEntries(Object.entries(columns).map(([column, rule]) => [column, releaseCell(row, column, rule)]))
  );
  return keepBehind(Released.of({rows: released, suppressed}), {
    tables: [{table, key, rows: released, cells, ratios}],
    estimates: []
  });
}

function whyWithheld(persons: number, minimum: number | null, hidden: boolean): Suppressed | null {
  if (minimum !== null && persons < minimum) return {suppressed: `fewer than ${minimum}`};
  return hidden ? {suppressed: "withheld to protect another"} : null;
}
