/**
 * The two-way fixed-effects estimate as a weighted mean of all comparisons of two cohorts.
 *
 * Model      y = b treated + unit + period + e on a balanced panel; b = sum of weight times two-by-two estimate, weights
 *            from the cohorts' sizes and their shares of periods treated
 * Source     Goodman-Bacon (2021), doi:10.1016/j.jeconom.2021.03.014, theorem 1; checked against R's bacondecomp
 * Not here   covariates
 *
 * @throws {RangeError} if fewer than two cohorts, the untreated among them, are there
 */
import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Estimate} from "../estimate.js";
import type {NoOptions} from "../errors/closedOptions.js";
import type {Table} from "../formula/table.js";
import type {Panel, PanelColumns} from "./panel.js";
import {readPanel} from "./panel.js";

export type ComparisonKind =
  "treated vs untreated" | "earlier vs later" | "later vs earlier" | "later vs always treated";

export interface Comparison {
  readonly kind: ComparisonKind;
  readonly treated: number;
  /** cohort of the comparison; null for the untreated */
  readonly control: number | null;
  readonly weight: number;
  readonly estimate: number;
}

export interface BaconFit {
  readonly twfe: number;
  readonly comparisons: readonly Comparison[];
  /** weight and mean estimate of each kind */
  readonly kinds: Readonly<Record<string, {readonly weight: number; readonly estimate: number}>>;
}

export function baconDecomposition(table: Table, columns: PanelColumns, options: NoOptions = {}): Estimate<BaconFit> {
  closedOptions("baconDecomposition", options, []);
  if (columns.covariates?.length)
    throw new InvalidArgument("invalid covariates; the decomposition is of the estimate without any; leave them out");
  const panel = readPanel(table, columns, {dropAlways: false});
  const {first, times} = panel;
  const start = times[0]!;
  const cohorts = [...new Set(first)].toSorted((a, b) => a - b);
  const treated = cohorts.filter((cohort) => cohort !== Infinity);
  if (treated.length === 0 || cohorts.length < 2)
    throw new NotIdentified(
      `not identified: ${cohorts.length} cohort; a comparison takes two that differ in treatment`,
      "too few groups",
      {has: cohorts.length - (treated.length === 0 ? 1 : 0), needs: 2}
    );
  const n = first.length;
  const size = (cohort: number): number => first.reduce((sum, value) => sum + (value === cohort ? 1 : 0), 0) / n;
  const exposed = (cohort: number): number =>
    times.reduce((sum, time) => sum + (time >= cohort ? 1 : 0), 0) / times.length;
  const raw: Comparison[] = [];
  for (const k of treated.filter((cohort) => cohort > start)) {
    for (const control of cohorts.filter((cohort) => cohort === Infinity || cohort <= start)) {
      const [nk, nu, dk] = [size(k), size(control), exposed(k)];
      raw.push({
        kind: control === Infinity ? "treated vs untreated" : "later vs always treated",
        treated: k,
        control: control === Infinity ? null : control,
        weight: nk * nu * dk * (1 - dk),
        estimate: difference(
          panel,
          k,
          control,
          (time) => time >= k,
          () => true
        )
      });
    }
    for (const l of treated.filter((cohort) => cohort > k)) {
      const [nk, nl, dk, dl] = [size(k), size(l), exposed(k), exposed(l)];
      raw.push(
        {
          kind: "earlier vs later",
          treated: k,
          control: l,
          weight: nk * nl * (dk - dl) * (1 - dk),
          estimate: difference(
            panel,
            k,
            l,
            (time) => time >= k,
            (time) => time < l
          )
        },
        {
          kind: "later vs earlier",
          treated: l,
          control: k,
          weight: nk * nl * dl * (dk - dl),
          estimate: difference(
            panel,
            l,
            k,
            (time) => time >= l,
            (time) => time >= k
          )
        }
      );
    }
  }
  const total = raw.reduce((sum, {weight}) => sum + weight, 0);
  if (!(total > 0)) throw new NotIdentified("not identified: no cohort changes its treatment while another keeps it");
  const comparisons = raw.map((comparison) => ({...comparison, weight: comparison.weight / total}));
  const kinds: Record<string, {weight: number; estimate: number}> = {};
  for (const {kind, weight, estimate} of comparisons) {
    const before = kinds[kind] ?? {weight: 0, estimate: 0};
    const sum = before.weight + weight;
    kinds[kind] = {weight: sum, estimate: (before.estimate * before.weight + estimate * weight) / sum};
  }
  const twfe = comparisons.reduce((sum, {weight, estimate}) => sum + weight * estimate, 0);
  return {
    method: "Goodman-Bacon decomposition",
    n: n * times.length,
    dropped: panel.dropped,
    clusters: {[columns.unit]: n},
    terms: [{term: "twfe", estimate: twfe, se: null, statistic: null, df: null, p: null, low: null, high: null}],
    fit: {twfe, comparisons, kinds},
    warnings: panel.warnings
  };
}

/** (treated after - before) - (control after - before), over the periods that take part. */
function difference(
  {first, times, y}: Panel,
  treated: number,
  control: number,
  isAfter: (time: number) => boolean,
  takesPart: (time: number) => boolean
): number {
  const meanOf = (cohort: number, after: boolean): number => {
    let [sum, count] = [0, 0];
    y.forEach((row, unit) => {
      if (first[unit] !== cohort) return;
      times.forEach((time, at) => {
        if (!takesPart(time) || isAfter(time) !== after) return;
        sum += row[at]!;
        count += 1;
      });
    });
    return sum / count;
  };
  return meanOf(treated, true) - meanOf(treated, false) - (meanOf(control, true) - meanOf(control, false));
}
