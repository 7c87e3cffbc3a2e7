/**
 * The ways of looking at the same cells, one below the other in a single table, so that whole units can change places in all of
 * them at once.
 *
 * Rows       a unit's year, its change from the year before, the mean of two years, or its mean over the programme
 */
import {quantile} from "../../stats/description/quantile.js";
import type {Panel, PanelRow} from "./panel.js";

export interface Views {
  readonly table: Readonly<Record<string, readonly (string | number | null)[]>>;
  readonly outcomes: readonly string[];
  readonly exposures: readonly string[];
  /** views that compare a unit with itself, and units with one another */
  readonly within: readonly string[];
  readonly across: readonly string[];
  readonly sized: boolean;
}

/** What is ours in the table: no column of a study is called so. */
export const ours = {
  unit: "its unit",
  line: "its line",
  /** a time that no other view of the same year has */
  moment: "its moment",
  year: "its year",
  lineAndYear: "its line and year",
  level: "its level",
  /** the headcount as a weight, which stays one where the headcount as a control is a change */
  weight: "its weight"
} as const;

interface View {
  readonly name: string;
  readonly rows: readonly PanelRow[];
  /** views of the same rows with some left out, by name */
  readonly parts?: Readonly<Record<string, (row: PanelRow) => boolean>>;
  /** whether each unit has a level of its own in it */
  readonly levels?: boolean;
}

const tail = 0.05;

export function viewsOf(panel: Panel): Views {
  const {outcome, exposure, has} = panel;
  const perHead = "profit_per_head";
  const rows = panel.rows.map((row) => ({
    ...row,
    values: {...row.values, [ours.weight]: row.values.headcount ?? null}
  }));
  const outcomes = [...new Set([outcome, perHead])].filter(has);
  const exposures = [...new Set([exposure, "stock", "dose"])].filter(has);
  const sized = has("headcount");
  const views: View[] = [
    {name: "all years", rows, parts: partsOf(panel, sized)},
    {name: "outliers pulled in", rows: pulledIn(rows, outcomes)},
    {name: "a year later", rows: later(rows, exposures)},
    {name: "yearly changes", rows: changes(rows), levels: false},
    {name: "two-year means", rows: periods(rows, ({year}) => Math.floor((year - panel.programmeYears[0]) / 2), 2)},
    {name: "whole programme", rows: wholeProgramme(rows, panel), levels: false}
  ];
  const names = views.flatMap(({name, parts = {}}) => [name, ...Object.keys(parts)]);
  const causes = panel.causes.map(({name}) => name);
  const carried = [
    ...outcomes,
    ...exposures,
    ...panel.controls,
    ...causes,
    ...(sized ? ["headcount", ours.weight] : [])
  ];
  return {
    table: stack(views, carried),
    outcomes,
    exposures,
    within: names.filter((name) => name !== "whole programme"),
    across: names.filter((name) => name !== "yearly changes" && name !== "a year later"),
    sized
  };
}

/** Parts that leave something out: one that keeps all rows would be the whole once more. */
function partsOf({rows, programmeYears, outcome}: Panel, sized: boolean): View["parts"] {
  const [first, last] = programmeYears;
  const [low, high] = tails(rows, outcome);
  const sizes = rows.flatMap(({values}) => values.headcount ?? []);
  const third = sized ? quantile(sizes, 1 / 3) : 0;
  const parts: Readonly<Record<string, (row: PanelRow) => boolean>> = {
    "programme years": ({year}) => year >= first && year <= last,
    ...(sized ? {"without the smallest third": ({values}: PanelRow) => (values.headcount ?? 0) >= third} : {}),
    "without outliers": ({values}) => {
      const value = values[outcome] ?? null;
      return value !== null && value >= low && value <= high;
    }
  };
  return Object.fromEntries(Object.entries(parts).filter(([, keeps]) => !rows.every(keeps)));
}

function tails(rows: readonly PanelRow[], column: string): readonly [number, number] {
  const values = rows.flatMap(({values: cells}) => cells[column] ?? []);
  return [quantile(values, tail), quantile(values, 1 - tail)];
}

function pulledIn(rows: readonly PanelRow[], outcomes: readonly string[]): PanelRow[] {
  const ends = new Map(outcomes.map((name) => [name, tails(rows, name)]));
  return rows.map((row) => ({
    ...row,
    values: Object.fromEntries(
      Object.entries(row.values).map(([name, value]) => {
        const [low, high] = ends.get(name) ?? [-Infinity, Infinity];
        return [name, value === null ? null : Math.min(high, Math.max(low, value))];
      })
    )
  }));
}

/** The outcome of a year beside the exposure of the year before. */
function later(rows: readonly PanelRow[], exposures: readonly string[]): PanelRow[] {
  return pairs(rows).map(([before, row]) => ({
    ...row,
    values: {...row.values, ...Object.fromEntries(exposures.map((name) => [name, before.values[name] ?? null]))}
  }));
}

function changes(rows: readonly PanelRow[]): PanelRow[] {
  return pairs(rows).map(([before, row]) => ({
    ...row,
    values: Object.fromEntries(
      Object.entries(row.values).map(([name, value]) => {
        const earlier = before.values[name] ?? null;
        return [name, name === ours.weight ? value : value === null || earlier === null ? null : value - earlier];
      })
    )
  }));
}

/** Each row with that of its unit a year before. */
function pairs(rows: readonly PanelRow[]): (readonly [PanelRow, PanelRow])[] {
  const at = new Map(rows.map((row) => [`${row.unit} ${row.year}`, row]));
  return rows.flatMap((row) => {
    const before = at.get(`${row.unit} ${row.year - 1}`);
    return before ? [[before, row] as const] : [];
  });
}

/** Means of a unit's years that have the same period, where there are so many of them. */
function periods(rows: readonly PanelRow[], periodOf: (row: PanelRow) => number, years: number): PanelRow[] {
  const groups = new Map<string, PanelRow[]>();
  for (const row of rows) {
    const key = `${row.unit} ${periodOf(row)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length < years) return [];
    const mean = (name: string): number | null => {
      const values = group.map((row) => row.values[name] ?? null);
      return values.includes(null)
        ? null
        : values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
    };
    return [
      {
        ...first,
        year: periodOf(first),
        values: Object.fromEntries(Object.keys(first.values).map((name) => [name, mean(name)]))
      }
    ];
  });
}

function wholeProgramme(rows: readonly PanelRow[], {programmeYears: [first, last]}: Panel): PanelRow[] {
  return periods(
    rows.filter(({year}) => year >= first && year <= last),
    () => first,
    1
  );
}

function stack(views: readonly View[], columns: readonly string[]): Views["table"] {
  const stacked = views.flatMap((view, i) =>
    view.rows.map((row) => ({
      [ours.unit]: row.unit,
      [ours.line]: row.line,
      // of its own for every view, so that what changes places keeps its view
      [ours.moment]: 10_000 * i + row.year,
      [ours.year]: `${i} ${row.year}`,
      [ours.lineAndYear]: `${i} ${row.line} ${row.year}`,
      [ours.level]: (view.levels ?? true) ? row.unit : "all",
      view,
      row
    }))
  );
  const parts = views.flatMap((view) => [
    [view.name, view, () => true] as const,
    ...Object.entries(view.parts ?? {}).map(([name, keeps]) => [name, view, keeps] as const)
  ]);
  const keys = [ours.unit, ours.line, ours.moment, ours.year, ours.lineAndYear, ours.level] as const;
  return Object.fromEntries([
    ...keys.map((key) => [key, stacked.map((one) => one[key])] as const),
    ...columns.map((name) => [name, stacked.map(({row}) => row.values[name] ?? null)] as const),
    ...parts.map(
      ([name, of, keeps]) => [name, stacked.map(({view, row}) => Number(view === of && keeps(row)))] as const
    )
  ]);
}
