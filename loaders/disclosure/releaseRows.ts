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
import {pullEndsIn} from "./round.js";
import {shownInterval} from "./shownInterval.js";
import type {Row, ColumnRule} from "./columnRule.js";

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
  for (const [column, rule] of Object.entries(columns)) checkRule(column, rule, rows, key);
  const suppressed: Record<string, number> = {};
  const cells: PublishedCell[] = [];
  const releaseCell = (row: Row, column: string, rule: ColumnRule): Cell => {
    const value = row[column] ?? null;
    if (value === null) return null;
    if (!("persons" in rule)) return "round" in rule && rule.round ? rule.round(Number(value), Infinity) : value;
    const {persons, minimum, range, statistic: kind, grain} = rule;
    if (value === 0 && rule.kind === "activity" && rule.zeroWhere(row)) return 0;
    const round = rule.round && kind === "mean" && grain > 0 ? pullEndsIn(rule.round, range) : rule.round;
    const behind = Number(row[persons] ?? 0);
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
  const declared = Object.fromEntries(Object.entries(columns).map(([column, rule]) => [column, declarationOf(rule)]));
  return keepBehind(Released.of({rows: released, suppressed}, {made: "rows", table, columns: declared}), {
    tables: [{table, key, rows: released, cells, ratios}],
    estimates: []
  });
}

function declarationOf(rule: ColumnRule): DeclaredColumn {
  return {
    kind: rule.kind,
    ...("unit" in rule ? {unit: rule.unit} : {}),
    ...("grain" in rule ? {grain: rule.grain} : {})
  };
}

function whyWithheld(persons: number, minimum: number | null, hidden: boolean): Suppressed | null {
  if (minimum !== null && persons < minimum) return {suppressed: `fewer than ${minimum}`};
  return hidden ? {suppressed: "withheld to protect another"} : null;
}
