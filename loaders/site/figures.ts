/** The lead figures of the findings, drawn from released tables. */
import {coverage} from "../../src/components/coverage.js";
import {eventStudy} from "../../src/components/eventStudy.js";
import {forest} from "../../src/components/forest.js";
import {leadLag} from "../../src/components/leadLag.js";
import {lenses} from "../../src/components/lenses.js";
import type {FigureOptions} from "../../src/components/figure.js";
import {moduleShares} from "../../src/components/moduleShares.js";
import {scatter} from "../../src/components/scatter.js";
import {series} from "../../src/components/series.js";
import {shrinkage} from "../../src/components/shrinkage.js";
import {specificationCurve} from "../../src/components/specificationCurve.js";
import type {EvidenceContext} from "../../src/evidence/context.js";
import type {Finding, FindingId} from "../../src/evidence/finding.js";
import {capital, decimal, percent} from "../../src/evidence/format.js";
import type {MeasureDescription} from "../../src/evidence/measure.js";
import {measureNamed} from "../../src/evidence/measure.js";
import type {Robustness} from "../../src/evidence/robustness.js";
import type {ReleasedRow, ReleasedTable} from "../../src/released/table.js";
import {numbers} from "../../src/released/table.js";
import {poolEstimates} from "../../src/stats/pooling/poolEstimates.js";
import {ols} from "../../src/stats/regression/ols.js";

export interface FigureInput {
  readonly finding: Finding;
  readonly tables: ReadonlyMap<string, ReleasedTable>;
  readonly context: EvidenceContext;
  readonly term: string;
}

type Draw = (input: FigureInput, options: FigureOptions) => Element | null;

const year = {name: "fiscal_year", label: "Fiscal year", digits: 0};

const mixingColumns = {
  time: year,
  columns: [
    {
      name: "share",
      label: "from the other line",
      role: "participation" as const,
      digits: 2,
      format: (value: number) => percent(value)
    },
    {
      name: "chance",
      label: "by chance",
      role: "reference" as const,
      digits: 2,
      format: (value: number) => percent(value)
    }
  ]
};

const leads: Readonly<Record<FindingId, Draw>> = {
  purpose({tables}, options) {
    const table = tables.get("mixing");
    if (!table) return null;
    const rows = averaged(table.rows);
    return series(rows, mixingColumns, {together: true, height: 240, ...options});
  },
  departments({finding, tables, context, term}, options) {
    const table = tables.get("department_years");
    if (!table) return null;
    const exposure = measureNamed(context.measures, term);
    const outcome = outcomeOf(finding, context);
    if (exposure.unit === "0 or 1") return byGroup(table, exposure, outcome, context, options);
    const [x, y] = [numbers(table.rows, term), numbers(table.rows, outcome.name)];
    const [intercept, slope] = ols("y ~ x", {x, y}).terms;
    return scatter(
      table.rows,
      {x: columnFor(exposure), y: columnFor(outcome)},
      {
        unit: {name: "name", label: capital(context.unit.one)},
        order: year,
        line: intercept && slope && {intercept: intercept.estimate, slope: slope.estimate},
        xFormat: formatFor(exposure),
        yFormat: formatFor(outcome),
        ...options
      }
    );
  },
  organisation({finding, tables, context, term}, options) {
    const table = tables.get("organisation_years");
    if (!table) return null;
    const [first, last] = context.programmeYears;
    const rows = table.rows.filter(({fiscal_year: at}) => Number(at) >= first && Number(at) <= last);
    const names = [...new Set([term, outcomeOf(finding, context).name, "revenue"])].filter((name) =>
      rows.some((row) => typeof row[name] === "number")
    );
    return series(
      rows,
      {
        time: year,
        columns: names.map((name, i) => {
          const measure = measureNamed(context.measures, name);
          return {
            ...columnFor(measure),
            role: i === 0 ? "participation" : "outcome",
            format: formatFor(measure)
          } as const;
        })
      },
      {height: 150, ...options}
    );
  },
  sessions({tables}, options) {
    const table = tables.get("module_ratings");
    return table ? moduleShares(table.rows, options) : null;
  },
  managers({tables}, options) {
    const effects = tables.get("rating_effects");
    return effects && effects.rows.length > 0
      ? eventStudy(effects.rows, eventColumns, options)
      : standing(tables, options);
  },
  engagement({finding}, options) {
    return forest(finding.evidence.slice(4), options);
  }
};

const eventColumns = {
  time: {name: "years", label: "Years from the first year after the start", digits: 0},
  estimate: {name: "estimate", label: "Difference in standing", unit: "sd", digits: 2},
  low: {name: "low", label: "from", digits: 2},
  high: {name: "high", label: "to", digits: 2},
  uniformLow: {name: "uniform_low", label: "band from", digits: 2},
  uniformHigh: {name: "uniform_high", label: "band to", digits: 2}
};

function standing(tables: FigureInput["tables"], options: FigureOptions): Element | null {
  const table = tables.get("rating_years");
  if (!table) return null;
  return series(
    table.rows,
    {
      time: {name: "years_from_start", label: "Years from the first session", digits: 0},
      columns: [
        {
          name: "mean",
          label: "Mean standing",
          unit: "sd",
          role: "outcome",
          digits: 2,
          format: (value) => decimal(value)
        }
      ]
    },
    {height: 240, ...options}
  );
}

/** What a finding's page shows beside its lead, or null. */
export function secondFigure({finding, tables, context, term}: FigureInput, options: FigureOptions): Element | null {
  if (finding.id === "managers") return tables.get("rating_effects")?.rows.length ? standing(tables, options) : null;
  if (finding.id === "sessions") return shrunkenShares(tables, options);
  if (finding.id !== "organisation") return null;
  const rows = programmeRows(tables, context);
  const exposure = columnFor(measureNamed(context.measures, term));
  const outcome = columnFor(outcomeOf(finding, context));
  if (![exposure, outcome].every(({name}) => rows.some((row) => typeof row[name] === "number"))) return null;
  return lenses(rows, {time: year, x: {...exposure, role: "participation"}, y: {...outcome, role: "outcome"}}, options);
}

/** Favourable shares of modules, and what is left of their differences once their errors are allowed for. */
function shrunkenShares(tables: FigureInput["tables"], options: FigureOptions): Element | null {
  const modules = (tables.get("module_ratings")?.rows ?? []).flatMap((row) => {
    const {title, favourable: share, ratings: n} = row;
    return typeof share === "number" && typeof n === "number" && n > 0 && share > 0 && share < 1
      ? [{title: String(title), share, n, variance: (share * (1 - share)) / n}]
      : [];
  });
  if (modules.length < 3) return null;
  const {fit, terms} = poolEstimates(
    modules.map(({share}) => share),
    modules.map(({variance}) => variance)
  );
  const rows = modules.map(({title, share, n, variance}, i) => {
    const [middle, spread] = [fit.shrunken[i] ?? share, 1.96 * Math.sqrt((fit.kept[i] ?? 1) * variance)];
    return {title, n, share, shrunken: middle, low: middle - spread, high: middle + spread};
  });
  return shrinkage(
    rows,
    {
      label: {name: "title", label: "Module"},
      n: {name: "n", label: "Ratings", digits: 0},
      raw: {name: "share", label: "Favourable, as rated", digits: 2},
      shrunken: {name: "shrunken", label: "Favourable, shrunken", digits: 2},
      low: {name: "low", label: "from", digits: 2},
      high: {name: "high", label: "to", digits: 2}
    },
    {middle: terms[0]?.estimate, ...options}
  );
}

function programmeRows(tables: FigureInput["tables"], {programmeYears: [first, last]}: EvidenceContext): ReleasedRow[] {
  const rows = tables.get("organisation_years")?.rows ?? [];
  return rows.filter(({fiscal_year: at}) => Number(at) >= first && Number(at) <= last);
}

/** The drawing on a claim card: the years where those are the finding, else the naive estimate and what survives. */
export function smallFigure(input: FigureInput, options: FigureOptions): Element | null {
  const {finding, tables, context, term} = input;
  if (finding.id === "purpose")
    return series(averaged(tables.get("mixing")?.rows ?? []), mixingColumns, {together: true, height: 160, ...options});
  if (finding.id !== "organisation") {
    const shown = finding.evidence.filter((one) => one.low !== null && (one.naive || one === finding.primary));
    return forest([...new Set([...shown.slice(0, 1), ...(finding.primary ? [finding.primary] : [])])], options);
  }
  const rows = programmeRows(tables, context);
  const names = [term, outcomeOf(finding, context).name].filter((name) =>
    rows.some((row) => typeof row[name] === "number")
  );
  return series(
    rows,
    {
      time: year,
      columns: names.map((name, i) => ({
        ...columnFor(measureNamed(context.measures, name)),
        role: i === 0 ? ("participation" as const) : ("outcome" as const),
        format: formatFor(measureNamed(context.measures, name))
      }))
    },
    {height: 92, ...options}
  );
}

/** Who took part: eligible persons by unit and year, where participation is shown. */
export function coverageFigure(
  table: ReleasedTable,
  {unit, person}: EvidenceContext,
  options: FigureOptions
): Element | null {
  if (!table.rows.some((row) => typeof row.managers === "number")) return null;
  return coverage(
    table.rows,
    {
      unit: {name: "name", label: capital(unit.one)},
      time: year,
      n: {name: "managers", label: `Eligible ${person.many}`, digits: 0}
    },
    options
  );
}

export function curveFigure({points, choices}: Robustness, options: FigureOptions): Element {
  return specificationCurve(
    points,
    {
      estimate: {name: "estimate", label: "Standardised estimate", digits: 2},
      low: {name: "low", label: "from", digits: 2},
      high: {name: "high", label: "to", digits: 2},
      choices: choices.map((name) => ({name, label: capital(name)})),
      planned: {name: "planned", label: "Planned"}
    },
    options
  );
}

export function lagFigure({lags}: Robustness, options: FigureOptions): Element {
  return leadLag(
    lags,
    {
      lag: {name: "lag", label: "Years by which the outcome comes after", digits: 0},
      r: {name: "r", label: "Partial r", digits: 2}
    },
    options
  );
}

/** A finding's lead figure, or null where its table is not there. */
export function leadFigure(input: FigureInput, options: FigureOptions): Element | null {
  return leads[input.finding.id](input, options);
}

function outcomeOf({specification}: Finding, {measures}: EvidenceContext): MeasureDescription {
  const left = specification.split("~")[0] ?? "";
  return measureNamed(measures, /(\w+)\)?\s*$/.exec(left)?.[1] ?? left.trim());
}

function columnFor({name, label, unit}: MeasureDescription): {name: string; label: string; unit?: string} {
  return unit === "share" ? {name, label: capital(label)} : {name, label: capital(label), unit};
}

function formatFor({unit}: MeasureDescription): ((value: number) => string) | undefined {
  if (unit === "share") return (value) => percent(value);
  return (value) => {
    const size = Math.abs(value);
    return size >= 1e9
      ? `${decimal(value / 1e9, 1)} bn`
      : size >= 1e6
        ? `${decimal(value / 1e6, 0)} m`
        : decimal(value, size < 10 && size > 0 ? 1 : 0);
  };
}

function averaged(rows: readonly ReleasedRow[]): ReleasedRow[] {
  const years = [...new Set(numbers(rows, "fiscal_year"))].toSorted((a, b) => a - b);
  return years.flatMap((at) => {
    const lines = rows.filter((row) => row.fiscal_year === at);
    const weights = numbers(lines, "managers");
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const average = (name: string): number =>
      numbers(lines, name).reduce((sum, value, i) => sum + value * (weights[i] ?? NaN), 0) / total;
    const [share, chance] = [average("other_line"), average("by_chance")];
    return Number.isNaN(share + chance) ? [] : [{fiscal_year: at, share, chance}];
  });
}

/** A yes-or-no exposure: the outcome's median through the years, of units that ever had it and of those that never did. */
function byGroup(
  {rows}: ReleasedTable,
  exposure: MeasureDescription,
  outcome: MeasureDescription,
  {unit}: EvidenceContext,
  options: FigureOptions
): Element {
  const ever = new Set(rows.filter((row) => row[exposure.name] === 1).map((row) => row.department_id));
  const years = [...new Set(numbers(rows, "fiscal_year"))].toSorted((a, b) => a - b);
  const middle = (at: number, exposed: boolean): number | null => {
    const values = numbers(
      rows.filter((row) => row.fiscal_year === at && ever.has(row.department_id ?? "") === exposed),
      outcome.name
    )
      .filter((value) => !Number.isNaN(value))
      .toSorted((a, b) => a - b);
    return values.length === 0
      ? null
      : ((values[Math.floor((values.length - 1) / 2)] ?? 0) + (values[Math.floor(values.length / 2)] ?? 0)) / 2;
  };
  const lines = years.map((at) => ({fiscal_year: at, exposed: middle(at, true), other: middle(at, false)}));
  const label = exposure.label.toLowerCase();
  return series(
    lines,
    {
      time: year,
      columns: [
        {name: "exposed", label: `${unit.many} ever with a ${label}`, role: "participation", digits: 2},
        {name: "other", label: `${unit.many} never with one`, role: "reference", digits: 2}
      ]
    },
    {together: true, height: 260, ...options}
  );
}
