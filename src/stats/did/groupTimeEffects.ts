/**
 * Average effect on the treated, by treatment cohort and period, and its averages.
 *
 * Model      untreated outcomes change in parallel across cohorts, given the covariates of the earlier period
 * Estimand   ATT(g, t), in units of y: for cohort g in period t against its base period: the last before treatment (and
 *            before its anticipation); before treatment the period before (varying) or the same base (universal)
 * Errors     from the units' influence functions, summed by cluster; uniform band by Rademacher multipliers
 * Averages   simple over g <= t; by cohort; by calendar period; by time since treatment (dynamic); weighted by cohort
 *            size, whose estimation is in the errors
 * Source     Callaway & Sant'Anna (2021), doi:10.1016/j.jeconom.2020.12.001; checked against R's did
 * Not here   repeated cross-sections, weights
 *
 * @throws {RangeError} if there is no treated cohort, or no comparison unit
 */
import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {greatestOf} from "../description/greatestOf.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import {chiSquaredUpper} from "../distribution/chiSquared.js";
import type {Estimate, Term} from "../estimate.js";
import type {Table} from "../formula/modelFrame.js";
import {normalTerm} from "../generalised/normalTerm.js";
import {inverse} from "../linalg/inverse.js";
import {noncentralityFor} from "./driftPower.js";
import {multiplierCritical} from "./multiplierCritical.js";
import {multiplierSigns} from "./multiplierSigns.js";
import type {Panel, PanelColumns, PanelOptions} from "./panel.js";
import {readPanel} from "./panel.js";
import type {DidEstimator} from "./twoByTwo.js";
import {twoByTwo} from "./twoByTwo.js";

export interface GroupTimeOptions {
  /** never treated, or not yet treated */
  readonly control?: "never" | "not-yet";
  readonly estimator?: DidEstimator;
  readonly base?: "varying" | "universal";
  /** periods before treatment in which it may already work */
  readonly anticipation?: number;
  /** what happens to units that were not seen in every period */
  readonly unbalanced?: PanelOptions["unbalanced"];
  /** multiplier draws for the uniform band; 0 for none */
  readonly draws?: number;
  readonly seed?: number;
  readonly level?: number;
}

export interface Average {
  readonly att: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
  /** by cohort, period or time since treatment */
  readonly terms: readonly Term[];
}

export interface GroupTimeFit {
  readonly aggregates: {
    readonly simple: Average;
    /** `se` as R's did gives it, which takes the shares' influence from the first cells' cohort; `se_own_shares` from each's */
    readonly group: Average & {readonly se_own_shares: number};
    readonly calendar: Average;
    /** with the covariance of its terms, whose row is nought at a base period: what honestBounds() takes, without that row */
    readonly dynamic: Average & {readonly vcov: readonly Float64Array[]};
  };
  /** Wald test that every effect before treatment is nought; null where there is none, or too many for the units */
  readonly pretrend: {
    readonly W: number;
    readonly df: number;
    readonly p: number;
    /** straight drift apart, a period, that the test at 5 % would find in four of five such panels (Roth 2022) */
    readonly detectable: number;
  } | null;
  /** quantile of the greatest |t| over all cells; null without draws */
  readonly critical: number | null;
  /** and over the dynamic averages */
  readonly critical_dynamic: number | null;
  readonly cells: readonly {readonly group: number; readonly time: number; readonly treated: number}[];
  /** cohorts and periods without an estimate, and why */
  readonly left_out: readonly LeftOut[];
}

export interface LeftOut {
  readonly group: number;
  /** null: every period */
  readonly time: number | null;
  readonly reason: string;
}

interface Cell {
  readonly group: number;
  readonly time: number;
  readonly att: number;
  readonly influence: Float64Array;
  /** the base period itself, which is nought by convention */
  readonly base: boolean;
  readonly treated: number;
  /** periods from the base to the cell's */
  readonly span: number;
}

const known = ["control", "estimator", "base", "anticipation", "unbalanced", "draws", "seed", "level"];

export function groupTimeEffects(
  table: Table,
  columns: PanelColumns,
  {
    control = "never",
    estimator = "dr",
    base = "varying",
    anticipation = 0,
    unbalanced = "drop",
    draws = 1000,
    seed = 1,
    level = 0.95,
    ...others
  }: GroupTimeOptions = {}
): Estimate<GroupTimeFit> {
  closedOptions("group-time effects", others, known);
  oneOf("control", control, ["never", "not-yet"]);
  oneOf("estimator", estimator, ["dr", "reg", "ipw"]);
  oneOf("base", base, ["varying", "universal"]);
  oneOf("unbalanced", unbalanced, ["drop", "pairs"]);
  outside(level);
  if (!(Number.isInteger(anticipation) && anticipation >= 0))
    throw new InvalidArgument(`invalid anticipation; not a whole number from 0: ${anticipation}`);
  if (!(Number.isInteger(draws) && draws >= 0))
    throw new InvalidArgument(`invalid draws; not a whole number from 0: ${draws}`);
  const warnings: string[] = [];
  const panel = comparable(readPanel(table, columns, {unbalanced}), control, anticipation, warnings);
  if (panel.clusters < 2)
    throw new NotIdentified(
      `not identified: one cluster in ${columns.cluster ?? columns.unit}; errors take several`,
      "too few groups",
      {has: panel.clusters, needs: 2}
    );
  const cohorts = cohortsOf(panel, anticipation);
  const leftOut = withoutPast(panel, anticipation);
  const small = [...cohorts, Infinity].flatMap((cohort) => {
    const units = panel.first.reduce((n, first) => n + (first === cohort ? 1 : 0), 0);
    return units > 0 && units < 5 + panel.covariates.length ? [cohort === Infinity ? "never" : cohort] : [];
  });
  if (small.length > 0) warnings.push(`few units in the cohorts of ${small.join(", ")}: their errors are too small`);
  const cells: Cell[] = [];
  for (const group of cohorts)
    for (let at = base === "varying" ? 1 : 0; at < panel.times.length; at++) {
      const cell = effectOf(panel, group, at, {control, estimator, base, anticipation}, leftOut);
      if (cell) cells.push(cell);
    }
  if (cells.length === 0)
    throw new NotIdentified(
      `not identified: no cohort and period has an estimate: ${reasonsIn(leftOut)}; use control not-yet, or fewer covariates`,
      "no comparison"
    );
  for (const {group, time, reason} of leftOut)
    warnings.push(`cohort ${group}${time === null ? "" : ` in ${time}`}: ${reason}`);
  const spread = (influence: Float64Array): number => standardError(influence, panel);
  const term = ({group, time, att, influence, base: isBase}: Cell): Term =>
    isBase
      ? {
          term: `ATT(${group},${time})`,
          estimate: 0,
          se: null,
          statistic: null,
          df: null,
          p: null,
          low: null,
          high: null
        }
      : normalTerm(`ATT(${group},${time})`, att, spread(influence), level);
  const real = cells.filter((cell) => !cell.base);
  const aggregates = averages(cells, panel, level);
  const {dynamicInfluence, ...shown} = aggregates;
  const [band = null, bandDynamic = null] = criticals([real.map(({influence}) => influence), dynamicInfluence], panel, {
    draws,
    seed,
    level
  });
  return {
    method: `group-time effects, ${estimator}, ${control}-treated controls, ${base} base`,
    n: panel.y.reduce(
      (rows, values) => rows + values.reduce((seen, value) => seen + (Number.isNaN(value) ? 0 : 1), 0),
      0
    ),
    dropped: panel.dropped,
    vcov: {type: "influence", clusters: [columns.cluster ?? columns.unit], default: true},
    clusters: {[columns.unit]: panel.units.length, ...(columns.cluster ? {[columns.cluster]: panel.clusters} : {})},
    terms: cells.map(term),
    fit: {
      aggregates: shown,
      pretrend: pretrend(real, panel, warnings),
      critical: band,
      critical_dynamic: bandDynamic,
      cells: cells.map(({group, time, treated}) => ({group, time, treated})),
      left_out: leftOut
    },
    warnings: [...panel.warnings, ...new Set(warnings)]
  };
}

function noneNever({lostComparisons: {n, lacking}}: Panel): string {
  if (n === 0) return "no unit is never treated; ";
  const what = lacking.slice(0, 3).join(", ") || "periods without a row";
  return `no never-treated unit is left: ${what} removed the ${n} that there were; complete them, or `;
}

/** Without units that are never treated, the last cohort to be treated is the comparison, and the periods end before it. */
function comparable(panel: Panel, control: "never" | "not-yet", anticipation: number, warnings: string[]): Panel {
  if (panel.first.some((first) => first === Infinity)) return panel;
  if (control === "never")
    throw new NotIdentified(`not identified: ${noneNever(panel)}use control not-yet`, "no comparison");
  const last = greatestOf(panel.first);
  const kept = panel.times.filter((time) => time < last - anticipation);
  if (kept.length < 2)
    throw new NotIdentified(
      "not identified: all units are treated within one period; nothing to compare with",
      "no comparison"
    );
  warnings.push(
    `no unit is never treated: periods from ${last - anticipation} are left out, the cohort of ${last} is the comparison`
  );
  return {
    ...panel,
    times: kept,
    dropped: [
      ...panel.dropped,
      {reason: `period from ${last - anticipation} on, with no unit untreated`, n: seenIn(panel, kept.length)}
    ],
    y: panel.y.map((row) => row.slice(0, kept.length)),
    covariates: panel.covariates.map((rows) => rows.map((row) => row.slice(0, kept.length))),
    first: panel.first.map((first) => (first === last ? Infinity : first))
  };
}

function seenIn({y}: Panel, from: number): number {
  return y.reduce((rows, values) => rows + values.subarray(from).reduce((n, v) => n + (Number.isNaN(v) ? 0 : 1), 0), 0);
}

function reasonsIn(leftOut: readonly LeftOut[]): string {
  return [...new Set(leftOut.map(({reason}) => reason.replace(/^not identified: /, "").replace(/;.*/, "")))].join("; ");
}

/** Cohorts treated, or let to anticipate it, from the first period on. */
function withoutPast({first, times}: Panel, anticipation: number): LeftOut[] {
  const groups = new Set(first.filter((group) => group !== Infinity && group <= times[0]! + anticipation));
  return [...groups].map((group) => ({
    group,
    time: null,
    reason: "no period before its treatment, or its anticipation"
  }));
}

function cohortsOf({first, times}: Panel, anticipation: number): number[] {
  const cohorts = [...new Set(first)].filter((group) => group !== Infinity && group > times[0]! + anticipation);
  if (cohorts.length === 0)
    throw new NotIdentified("not identified: no unit is treated after the first period", "no comparison");
  return cohorts.toSorted((a, b) => a - b);
}

function effectOf(
  panel: Panel,
  group: number,
  at: number,
  {
    control,
    estimator,
    base,
    anticipation
  }: Required<Pick<GroupTimeOptions, "control" | "estimator" | "base" | "anticipation">>,
  leftOut: LeftOut[]
): Cell | null {
  const {times, first, y, covariates} = panel;
  const time = times[at]!;
  const before = times.findLastIndex((period) => period + anticipation < group);
  if (before < 0) return missed(leftOut, group, time, "no period before its treatment was seen");
  const from = base === "universal" || group <= time ? before : at - 1;
  const n = first.length;
  if (from === at) return {group, time, att: 0, influence: new Float64Array(n), base: true, treated: 0, span: 0};
  const untreatedUntil = times[Math.max(at, from)]! + anticipation;
  const isControl = (unit: number): boolean =>
    first[unit] === Infinity || (control === "not-yet" && first[unit]! > untreatedUntil && first[unit] !== group);
  const members: number[] = [];
  for (let unit = 0; unit < n; unit++) {
    const seen = !Number.isNaN(y[unit]![at]! + y[unit]![from]!);
    if (seen && (first[unit] === group || isControl(unit))) members.push(unit);
  }
  const treated = Float64Array.from(members, (unit) => (first[unit] === group ? 1 : 0));
  const count = treated.reduce((sum, value) => sum + value, 0);
  if (count === 0 || count === members.length) {
    return missed(leftOut, group, time, `no ${count === 0 ? "treated" : "comparison"} unit was seen in both periods`);
  }
  const change = Float64Array.from(members, (unit) => y[unit]![at]! - y[unit]![from]!);
  const earlier = Math.min(at, from);
  const x = [
    new Float64Array(members.length).fill(1),
    ...covariates.map((rows) => Float64Array.from(members, (unit) => rows[unit]![earlier]!))
  ];
  try {
    const {att, influence} = twoByTwo(change, treated, x, x.length === 1 ? "reg" : estimator);
    const whole = new Float64Array(n);
    members.forEach((unit, i) => (whole[unit] = (n / members.length) * influence[i]!));
    return {group, time, att, influence: whole, base: false, treated: count, span: time - times[from]!};
  } catch (error) {
    if (!(error instanceof NotIdentified)) throw error;
    return missed(leftOut, group, time, error.message);
  }
}

function missed(leftOut: LeftOut[], group: number, time: number, reason: string): null {
  leftOut.push({group, time, reason});
  return null;
}

/** Square root of the sum over clusters of squared summed influences, over n. */
function standardError(influence: Float64Array, {cluster, clusters}: Panel): number {
  return Math.sqrt(product(summed(influence, cluster, clusters))) / influence.length;
}

function summed(influence: Float64Array, cluster: Int32Array, clusters: number): Float64Array {
  const sums = new Float64Array(clusters);
  influence.forEach((value, unit) => (sums[cluster[unit]!]! += value));
  return sums;
}

function product(a: Float64Array, b: Float64Array = a): number {
  let [even, odd] = [0, 0];
  const pairs = a.length & ~1;
  for (let i = 0; i < pairs; i += 2) {
    even += a[i]! * b[i]!;
    odd += a[i + 1]! * b[i + 1]!;
  }
  return even + odd + (pairs < a.length ? a[pairs]! * b[pairs]! : 0);
}

function covarianceOf(influences: readonly Float64Array[], {first, cluster, clusters}: Panel): Float64Array[] {
  const sums = influences.map((influence) => summed(influence, cluster, clusters));
  return sums.map((a) => Float64Array.from(sums, (b) => product(a, b) / first.length ** 2));
}

function pretrend(cells: readonly Cell[], panel: Panel, warnings: string[]): GroupTimeFit["pretrend"] {
  const early = cells.filter(({group, time}) => time < group);
  if (early.length === 0) return null;
  const covariance = covarianceOf(
    early.map(({influence}) => influence),
    panel
  ).map((row) => Array.from(row));
  const precision = early.length < panel.clusters ? inverse(covariance) : null;
  if (!precision) {
    warnings.push(
      `the ${early.length} effects before treatment are too many for ${panel.clusters} clusters to be tested`
    );
    return null;
  }
  const W = early.reduce(
    (sum, a, i) => sum + a.att * early.reduce((inner, b, j) => inner + precision[i]![j]! * b.att, 0),
    0
  );
  const drift = early.reduce(
    (sum, a, i) => sum + a.span * early.reduce((inner, b, j) => inner + precision[i]![j]! * b.span, 0),
    0
  );
  const df = early.length;
  return {W, df, p: chiSquaredUpper(W, df), detectable: Math.sqrt(noncentralityFor(0.8, df) / drift)};
}

/** Bands of several sets of effects by the same draws. */
function criticals(
  sets: readonly (readonly Float64Array[])[],
  {cluster, clusters}: Panel,
  {draws, seed, level}: {draws: number; seed: number; level: number}
): (number | null)[] {
  if (draws === 0) return sets.map(() => null);
  const signs = multiplierSigns(clusters, {draws, seed});
  return sets.map((influences) =>
    multiplierCritical(
      influences.map((influence) => summed(influence, cluster, clusters)),
      {draws, level, signs}
    )
  );
}

type Averages = GroupTimeFit["aggregates"] & {readonly dynamicInfluence: readonly Float64Array[]};

function averages(cells: readonly Cell[], panel: Panel, level: number): Averages {
  const n = panel.first.length;
  const shares = new Map<number, number>();
  for (const {group} of cells)
    shares.set(group, panel.first.reduce((sum, first) => sum + (first === group ? 1 : 0), 0) / n);
  const share = (group: number): number => shares.get(group)!;

  /** Cohort-weighted mean of cells; `owners` are the cohorts whose shares' estimation enters its influence. */
  const weighted = (
    parts: readonly {group: number; att: number; influence: Float64Array}[],
    owners: readonly number[] = parts.map(({group}) => group)
  ): {att: number; influence: Float64Array} => {
    const total = parts.reduce((sum, {group}) => sum + share(group), 0);
    const att = parts.reduce((sum, part) => sum + part.att * share(part.group), 0) / total;
    const influence = new Float64Array(n);
    parts.forEach((part, k) => {
      for (let unit = 0; unit < n; unit++) {
        const own = (panel.first[unit] === owners[k] ? 1 : 0) - share(part.group);
        influence[unit]! += (share(part.group) * part.influence[unit]! + own * (part.att - att)) / total;
      }
    });
    return {att, influence};
  };
  const plain = (parts: readonly {att: number; influence: Float64Array}[]): {att: number; influence: Float64Array} => {
    const influence = new Float64Array(n);
    for (const part of parts) part.influence.forEach((value, unit) => (influence[unit]! += value / parts.length));
    return {att: parts.reduce((sum, {att}) => sum + att, 0) / parts.length, influence};
  };
  const shown = (
    overall: {att: number; influence: Float64Array},
    parts: readonly {at: number; att: number; influence: Float64Array}[] = []
  ): Average => {
    const {estimate: att, se, low, high} = normalTerm("", overall.att, standardError(overall.influence, panel), level);
    return {
      att,
      se: se!,
      low: low!,
      high: high!,
      terms: parts.map((part) => {
        const spread = standardError(part.influence, panel);
        if (spread > 0) return normalTerm(String(part.at), part.att, spread, level);
        return {
          term: String(part.at),
          estimate: part.att,
          se: null,
          statistic: null,
          df: null,
          p: null,
          low: null,
          high: null
        };
      })
    };
  };
  const by = <Key extends number>(keys: Iterable<Key>): Key[] => [...new Set(keys)].toSorted((a, b) => a - b);
  const after = cells.filter(({group, time}) => group <= time);
  if (after.length === 0)
    throw new NotIdentified("not identified: no period after treatment has comparison units", "no comparison");
  const groups = by(after.map(({group}) => group)).map((group) => ({
    at: group,
    group,
    ...plain(after.filter((cell) => cell.group === group))
  }));
  const calendar = by(after.map(({time}) => time)).map((time) => ({
    at: time,
    ...weighted(after.filter((cell) => cell.time === time))
  }));
  const dynamic = by(cells.map(({group, time}) => time - group)).map((since) => ({
    at: since,
    ...weighted(cells.filter(({group, time}) => time - group === since))
  }));
  return {
    simple: shown(weighted(after)),
    group: {
      ...shown(
        weighted(
          groups,
          cells.map(({group}) => group)
        ),
        groups
      ),
      se_own_shares: standardError(weighted(groups).influence, panel)
    },
    calendar: shown(plain(calendar), calendar),
    dynamic: {
      ...shown(plain(dynamic.filter(({at}) => at >= 0)), dynamic),
      vcov: covarianceOf(
        dynamic.map(({influence}) => influence),
        panel
      )
    },
    dynamicInfluence: dynamic.map(({influence}) => influence)
  };
}
