/** What the overview draws: a few series on one axis of years each, made of released cells only. */
import {named} from "../words/language.js";
import {say} from "../words/say.js";
import {capital, list} from "../evidence/format.js";
import type {MeasureDescription} from "../evidence/measure.js";
import type {ReleasedRow, ReleasedTable} from "../released/table.js";

export interface OverviewSeries {
  readonly label: string;
  /** line of business; null for the whole */
  readonly line: string | null;
  readonly role: "participation" | "outcome" | "reference";
  readonly dashed?: boolean;
  readonly points: readonly (readonly [year: number, value: number])[];
}

export interface OverviewPanel {
  readonly id: "participation" | "accounts" | "sessions" | "ratings" | "survey";
  readonly title: string;
  readonly subtitle: string;
  readonly unit: "share" | "index" | "points" | "sd";
  /** whether it is on the sheet's axis of years, or on one of its own */
  readonly axis: "years" | "start";
  readonly series: readonly OverviewSeries[];
}

export interface OverviewInput {
  readonly tables: ReadonlyMap<string, unknown>;
  readonly programmeYears: readonly [number, number];
  readonly person: {readonly many: string};
  readonly purpose: readonly MeasureDescription[];
}

type Rows = readonly ReleasedRow[];

export function overviewPanels(input: OverviewInput): OverviewPanel[] {
  const rows = (name: string): Rows => (input.tables.get(name) as ReleasedTable | undefined)?.rows ?? [];
  return [
    participationPanel(rows("organisation_years"), rows("department_years"), input),
    accountsPanel(rows("organisation_years"), input),
    sessionsPanel(rows("session_years")),
    ratingsPanel(rows("rating_years"), input),
    surveyPanel(rows("survey_measures"), input)
  ].filter((panel) => panel !== null);
}

function participationPanel(whole: Rows, units: Rows, {person}: OverviewInput): OverviewPanel | null {
  const all = pointsOf(whole, "participation");
  if (all.length < 2) return null;
  const lines = byLine(units, "participation", "managers");
  return {
    id: "participation",
    title: capital(say("participation")),
    subtitle: say("Share of {0} who took part in the year; lines from published bands", named(person.many)),
    unit: "share",
    axis: "years",
    series: [
      {label: say("All"), line: null, role: "participation", points: all},
      ...lines.map((one) => ({...one, role: "participation" as const, dashed: true}))
    ]
  };
}

function accountsPanel(whole: Rows, {programmeYears: [first]}: OverviewInput): OverviewPanel | null {
  const index = (name: string): (readonly [number, number])[] => {
    const points = pointsOf(whole, name);
    const base = points.find(([year]) => year === first)?.[1];
    return base === undefined || !(base > 0) ? [] : points.map(([year, value]) => [year, (100 * value) / base]);
  };
  const series: OverviewSeries[] = [
    {label: capital(say("profit")), line: null, role: "outcome", points: index("profit")},
    {label: capital(say("revenue")), line: null, role: "outcome", dashed: true, points: index("revenue")},
    {label: capital(say("sector")), line: null, role: "reference", points: index("comparator")}
  ];
  const known = series.filter(({points}) => points.length > 1);
  if (known.length === 0) return null;
  return {
    id: "accounts",
    title: say("Profit and revenue"),
    subtitle: say("Index, {0} = 100", String(first)),
    unit: "index",
    axis: "years",
    series: known
  };
}

function sessionsPanel(rows: Rows): OverviewPanel | null {
  const all = averages(rows, "favourable", "ratings");
  if (all.length < 2) return null;
  const planned = ({mindset}: ReleasedRow): boolean => mindset === "reflective";
  const parts = [
    {label: say("Reflective"), points: averages(rows.filter(planned), "favourable", "ratings")},
    {
      label: say("Other modules"),
      points: averages(
        rows.filter((row) => !planned(row)),
        "favourable",
        "ratings"
      )
    }
  ];
  return {
    id: "sessions",
    title: say("Session ratings"),
    subtitle: say("Share of ratings that were favourable"),
    unit: "share",
    axis: "years",
    series: [
      {label: say("All modules"), line: null, role: "outcome", points: all},
      ...parts
        .filter(({points}) => points.length > 1)
        .map((one) => ({...one, line: null, role: "outcome" as const, dashed: true}))
    ]
  };
}

function ratingsPanel(rows: Rows, {person}: OverviewInput): OverviewPanel | null {
  const points = (name: string): (readonly [number, number])[] => pointsOf(rows, name, "years_from_start");
  if (points("mean").length < 2) return null;
  const series: OverviewSeries[] = [
    {label: say("Rated"), line: null, role: "outcome", points: points("mean")},
    {label: say("Expected by chance"), line: null, role: "reference", points: points("expected")}
  ];
  return {
    id: "ratings",
    title: say("Performance ratings"),
    subtitle: say(
      "Average of {0} who took part, in standard deviations, by year from their own start",
      named(person.many)
    ),
    unit: "sd",
    axis: "start",
    series: series.filter((one) => one.points.length > 0)
  };
}

function surveyPanel(rows: Rows, {purpose}: OverviewInput): OverviewPanel | null {
  const names = purpose.map(({name}) => name);
  const chosen = rows.filter(({measure, negative_control: control}) =>
    names.length === 0 ? control !== true : names.includes(String(measure))
  );
  const all = averages(chosen, "mean", "respondents");
  if (all.length < 2) return null;
  const lines = byLine(chosen, "mean", "respondents");
  const words = purpose.length === 0 ? say("all measures") : list(purpose.map(({label}) => named(label)));
  return {
    id: "survey",
    title: say("Survey"),
    subtitle: say("{0}, average score of all who answered", capital(words)),
    unit: "points",
    axis: "years",
    series: [
      {label: say("All"), line: null, role: "outcome", points: all},
      ...lines.map((one) => ({...one, role: "outcome" as const, dashed: true}))
    ]
  };
}

function pointsOf(rows: Rows, name: string, time = "fiscal_year"): (readonly [number, number])[] {
  return rows
    .flatMap((row) => {
      const [year, value] = [row[time], row[name]];
      return typeof year === "number" && typeof value === "number" ? [[year, value] as const] : [];
    })
    .toSorted(([a], [b]) => a - b);
}

/** Averages of published cells, weighted by the people behind them. */
function averages(rows: Rows, name: string, weight: string): (readonly [number, number])[] {
  const byYear = new Map<number, {sum: number; weight: number}>();
  for (const row of rows) {
    const [year, value, size] = [row.fiscal_year, row[name], row[weight]];
    if (typeof year !== "number" || typeof value !== "number" || typeof size !== "number") continue;
    const known = byYear.get(year) ?? {sum: 0, weight: 0};
    byYear.set(year, {sum: known.sum + value * size, weight: known.weight + size});
  }
  return Array.from(byYear, ([year, {sum, weight: total}]) => [year, sum / total] as const).toSorted(
    ([a], [b]) => a - b
  );
}

function byLine(
  rows: Rows,
  name: string,
  weight: string
): {label: string; line: string; points: (readonly [number, number])[]}[] {
  const lines = [...new Set(rows.map(({division}) => String(division ?? "")))].filter((line) => line !== "").toSorted();
  if (lines.length < 2 || lines.length > 4) return [];
  return lines.map((line) => ({
    label: named(line),
    line: named(line),
    points: averages(
      rows.filter(({division}) => division === line),
      name,
      weight
    )
  }));
}
