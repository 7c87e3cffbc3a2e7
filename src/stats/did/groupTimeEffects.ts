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
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {outside} from "../description/outside.js";
import {chiSquaredUpper} from "../distribution/chiSquared.js";
import type {Estimate, Term} from "../estimate.js";
import type {Table} from "../formula/table.js";
import {normalTerm} from "../generalised/normalTerm.js";
import {inverse} from "../linalg/inverse.js";
import {noncentralityFor} from "./driftPower.js";
import {multiplierCritical} from "./multiplierCritical.js";
import {multiplierSigns} from "./multiplierSigns.js";
import {type Panel, type PanelColumns, readPanel} from "./panel.js";
import type {GroupTimeFit, GroupTimeOptions, LeftOut} from "./groupTimeFit.js";
import {type Cell, effectOf} from "./groupTimeCell.js";
import {comparable} from "./comparable.js";
import {covarianceOf, standardError, summed} from "./influence.js";
import {averages} from "./averageCells.js";

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

export function pretrend(cells: readonly Cell[], panel: Panel, warnings: string[]): GroupTimeFit["pretrend"] {
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
