/**
 * Event studies by two-way fixed effects: one coefficient for each period since treatment (conventional), or one for each
 * cohort and period since treatment, averaged by the cohorts' shares (Sun and Abraham).
 *
 * Model      y = sum_e b_e 1(t - g = e) + x c + unit + period + error; the interaction-weighted form has b_ge
 * Estimand   effect e periods after treatment, in units of y, against the period before treatment
 * Errors     by cluster, small-sample factor as in fixest; the shares are taken as known
 * Source     Sun & Abraham (2021), doi:10.1016/j.jeconom.2020.09.006; checked against R's fixest
 * Without    units that are never treated the last cohort is Sun and Abraham's comparison, and periods end before it; the
 *            conventional form is refused
 * Not here   cohorts treated from the start, which have no period before: they are dropped and counted
 *
 * @throws {RangeError} if there is no treated cohort with a period before treatment
 */
import {closedOptions} from "../errors/closedOptions.js";
import {MissingColumn} from "../errors/missingColumn.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import {studentTQuantile, studentTTwoSided} from "../distribution/studentT.js";
import type {Dropped, Estimate, Term} from "../estimate.js";
import type {Table, Value} from "../formula/table.js";
import {modelFrame} from "../formula/modelFrame.js";
import type {LinearFit} from "../regression/fitLinear.js";
import {fitLinear} from "../regression/fitLinear.js";
import {clusterVariance} from "../regression/variance.js";
import {firstOf, isMissing, numberAt, panelColumns, type PanelColumns} from "./panel.js";

export interface EventStudyOptions {
  readonly level?: number;
}

export interface EventStudyFit {
  /** mean over the treated rows, by their number (Sun and Abraham), or the coefficient of "treated by now" */
  readonly att: {readonly estimate: number; readonly se: number};
  readonly cohorts: number;
}

/** Interaction-weighted event study. */
export function sunAbraham(
  table: Table,
  columns: PanelColumns,
  options: EventStudyOptions = {}
): Estimate<EventStudyFit> {
  closedOptions("event study", options, ["level"]);
  const data = eventRows(table, columns, true);
  const keys = distinct(data.since.flatMap((since, i) => (usable(since) ? [`${data.first[i]} ${since}`] : [])));
  const fitted = fit(
    data,
    columns,
    keys.map((key) => data.since.map((since, i) => (`${data.first[i]} ${since}` === key ? 1 : 0))),
    options.level
  );
  const sinceOf = keys.map((key) => Number(key.split(" ")[1]));
  const rows = keys.map((key) =>
    data.since.reduce((n, since, i) => n + (`${data.first[i]} ${since}` === key ? 1 : 0), 0)
  );
  const average = (take: (since: number) => boolean): Float64Array => {
    const total = rows.reduce((sum, n, k) => sum + (take(sinceOf[k]!) ? n : 0), 0);
    return Float64Array.from(rows, (n, k) => (take(sinceOf[k]!) ? n / total : 0));
  };
  const events = [...new Set(sinceOf)].toSorted((a, b) => a - b);
  const combine = combiner(fitted, keys.length, options.level);
  const {estimate, se} = combine(
    "att",
    average((since) => since >= 0)
  );
  return result("interaction-weighted event study", data, columns, fitted, {
    terms: [
      ...fitted.others,
      ...events.map((event) =>
        combine(
          `${columns.time}::${event}`,
          average((since) => since === event)
        )
      )
    ],
    att: {estimate, se: se!}
  });
}

/** Conventional two-way fixed-effects event study. */
export function twoWayEventStudy(
  table: Table,
  columns: PanelColumns,
  options: EventStudyOptions = {}
): Estimate<EventStudyFit> {
  closedOptions("event study", options, ["level"]);
  const data = eventRows(table, columns, false);
  const events = [...new Set(data.since.filter(usable))].toSorted((a, b) => a - b);
  const fitted = fit(
    data,
    columns,
    events.map((event) => data.since.map((since) => (since === event ? 1 : 0))),
    options.level
  );
  const combine = combiner(fitted, events.length, options.level);
  const one = fit(data, columns, [data.since.map((since) => (since >= 0 ? 1 : 0))]);
  const {estimate, se} = combiner(one, 1, options.level)("treated", Float64Array.of(1));
  return result("two-way fixed-effects event study", data, columns, fitted, {
    terms: [
      ...fitted.others,
      ...events.map((event, k) =>
        combine(
          `${columns.time}::${event}`,
          Float64Array.from(events, (_, j) => (j === k ? 1 : 0))
        )
      )
    ],
    att: {estimate, se: se!}
  });
}

const usable = (since: number): boolean => Number.isFinite(since) && since !== -1;

interface EventRows {
  readonly table: Readonly<Record<string, Value[]>>;
  readonly first: readonly number[];
  /** periods since treatment; -Infinity where never treated */
  readonly since: readonly number[];
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly string[];
}

function eventRows(
  source: Table,
  {outcome, unit, time, firstTreated, covariates = [], cluster = unit, ...others}: PanelColumns,
  lastIsComparison: boolean
): EventRows {
  closedOptions("panel columns", others, panelColumns);
  const used = [...new Set([outcome, unit, time, cluster, ...covariates])];
  for (const name of [...used, firstTreated])
    if (!Object.hasOwn(source, name)) throw new MissingColumn(name, Object.keys(source));
  const lost = new Map<string, number>();
  const lose = (reason: string): false => {
    lost.set(reason, (lost.get(reason) ?? 0) + 1);
    return false;
  };
  const present = Array.from(source[time]!, (_, row) => row).filter((row) => {
    const absent = used.find((name) => isMissing(source[name]![row]!));
    return absent === undefined || lose(`missing ${absent}`);
  });
  const at = (row: number): number => numberAt(source[time]!, row, time);
  const [start, end] = present.reduce(
    ([low, high], row) => [Math.min(low, at(row)), Math.max(high, at(row))],
    [Infinity, -Infinity]
  );
  const firstAt = (row: number): number => {
    const first = firstOf(source[firstTreated]![row]!, row, firstTreated);
    return first > end ? Infinity : first;
  };
  let kept = present.filter((row) => firstAt(row) > start || lose(`${unit} treated from the start`));
  let first = kept.map(firstAt);
  if (first.every((value) => value === Infinity))
    throw new NotIdentified("not identified: no unit is treated after the first period", "no comparison");
  const warnings: string[] = [];
  if (!first.includes(Infinity)) {
    const last = first.reduce((most, value) => Math.max(most, value));
    if (!lastIsComparison || first.every((value) => value === last))
      throw new NotIdentified(
        `not identified: no ${unit} is never treated, so that periods and times since treatment can't be told apart; use did with control not-yet`,
        "no comparison"
      );
    warnings.push(
      `no ${unit} is never treated: periods from ${last} are left out, the cohort of ${last} is the comparison`
    );
    kept = kept.filter((row) => at(row) < last || lose(`${time} from which no ${unit} is untreated`));
    first = kept.map((row) => (firstAt(row) === last ? Infinity : firstAt(row)));
  }
  const since = kept.map((row, i) => (first[i] === Infinity ? -Infinity : at(row) - first[i]!));
  const based = new Set(first.filter((_, i) => since[i] === -1));
  const open = first.find((cohort) => cohort !== Infinity && !based.has(cohort));
  if (open !== undefined)
    throw new NotIdentified(
      `not identified: the cohort of ${open} was not seen in ${open - 1}, the period before its treatment, from which effects are measured; number the periods without gaps`
    );
  return {
    table: Object.fromEntries(used.map((name) => [name, kept.map((row) => source[name]![row]!)])),
    first,
    since,
    dropped: Array.from(lost, ([reason, n]) => ({reason, n})),
    warnings
  };
}

interface Fitted {
  readonly fit: LinearFit;
  readonly matrix: readonly Float64Array[];
  readonly df: number;
  /** terms of the covariates */
  readonly others: readonly Term[];
}

function fit(
  {table}: EventRows,
  {outcome, unit, time, covariates = [], cluster = unit}: PanelColumns,
  dummies: readonly number[][],
  level?: number
): Fitted {
  const names = dummies.map((_, k) => `event ${k}`);
  const right = [...names, ...covariates].map((name) => `\`${name}\``).join(" + ");
  const columns = {...table, ...Object.fromEntries(names.map((name, k) => [name, dummies[k]!]))};
  const frame = modelFrame(`\`${outcome}\` ~ ${right} | ${unit} + ${time}`, columns, {groups: [cluster]});
  const fitted = fitLinear(frame);
  const {matrix, df} = clusterVariance(fitted, frame.groups, "fixest");
  const others = covariates.map((name, j) => {
    const k = dummies.length + j;
    return tidy(name, fitted.coefficients[k]!, Math.sqrt(matrix[k]![k]!), df[k]!, level);
  });
  return {fit: fitted, matrix, df: df[0]!, others};
}

function combiner(
  {fit: {coefficients}, matrix, df}: Fitted,
  count: number,
  level = 0.95
): (term: string, weights: Float64Array) => Term {
  outside(level);
  return (term, weights) => {
    let [estimate, variance] = [0, 0];
    for (let i = 0; i < count; i++) {
      estimate += weights[i]! * coefficients[i]!;
      for (let j = 0; j < count; j++) variance += weights[i]! * weights[j]! * matrix[i]![j]!;
    }
    return tidy(term, estimate, Math.sqrt(variance), df, level);
  };
}

function tidy(term: string, estimate: number, se: number, df: number, level = 0.95): Term {
  const reach = studentTQuantile(outside(level), df, {upper: true}) * se;
  const statistic = estimate / se;
  if (Number.isNaN(statistic))
    throw new NotIdentified(`not identified: ${term} does not vary, so that nothing tells its error`, "no variation");
  return {
    term,
    estimate,
    se,
    statistic,
    df,
    p: studentTTwoSided(statistic, df),
    low: estimate - reach,
    high: estimate + reach
  };
}

function result(
  method: string,
  {first, dropped, warnings}: EventRows,
  {unit, cluster = unit}: PanelColumns,
  {fit: {frame}}: Fitted,
  {terms, att}: {terms: readonly Term[]; att: EventStudyFit["att"]}
): Estimate<EventStudyFit> {
  return {
    method: `${method}, by ${cluster}`,
    n: frame.n,
    dropped: [...dropped, ...frame.dropped],
    clusters: {[cluster]: frame.groups[0]!.levels},
    vcov: {type: "fixest", clusters: [cluster], default: true},
    terms,
    fit: {att, cohorts: new Set(first.filter(Number.isFinite)).size},
    warnings
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
