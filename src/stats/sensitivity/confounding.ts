import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {residualise} from "../association/residualise.js";
import {centre} from "../description/centre.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {outside} from "../description/outside.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {studentTQuantile, studentTTwoSided} from "../distribution/studentT.js";
import type {Estimate} from "../estimate.js";
import type {BenchmarkBound} from "./benchmarkBound.js";
import {benchmarkBound} from "./benchmarkBound.js";
import {robustnessValue} from "./robustnessValue.js";

export interface ConfoundingOptions {
  /** covariates against whose joint strength a confounder is measured */
  readonly benchmark?: string | readonly string[];
  readonly multiples?: readonly number[];
  /** one label a row: a constant for each is taken out */
  readonly absorb?: ArrayLike<string | number | null>;
  readonly level?: number;
}

type ImpossibleBound = {readonly multiple: number} & Readonly<Record<Exclude<keyof BenchmarkBound, "multiple">, null>>;

export interface ConfoundingFit {
  readonly rv: number;
  readonly rv_alpha: number;
  readonly partial_r2: number;
  readonly df_residual: number;
  /** null but for its multiple where such a confounder would explain the whole treatment */
  readonly bounds: readonly (BenchmarkBound | ImpossibleBound)[];
}

/**
 * Least-squares effect of a treatment, and how much of it an unmeasured confounder could take away.
 *
 * Model      y = b d + X c + a_g + e, classical errors; d, y and the benchmark are residualised on what stands beside
 *            them (Frisch & Waugh 1933), their squared correlations are the partial R^2
 * Source     Cinelli & Hazlett (2020); checked against sensemakr on the Darfur study with 486 village constants
 * Not here   clustered errors: the method is defined for classical ones
 *
 * @param covariates  columns by name; the benchmark is one of them
 */
export function confounding(
  y: Column,
  treatment: Column,
  covariates: Readonly<Record<string, Column>>,
  {benchmark, multiples = [1, 2, 3], absorb, level = 0.95, ...unknown}: ConfoundingOptions = {}
): Estimate<ConfoundingFit> {
  closedOptions("sensitivity", unknown, ["benchmark", "multiples", "absorb", "level"]);
  const names = Object.keys(covariates);
  const benchmarks = benchmark === undefined ? [] : [benchmark].flat();
  const stray = benchmarks.find((name) => !names.includes(name));
  if (stray !== undefined)
    throw new InvalidArgument(`invalid benchmark; not among the covariates: ${stray}; there are ${names.join(", ")}`);
  const wrong = multiples.find((multiple) => !(multiple > 0 && Number.isFinite(multiple)));
  if (wrong !== undefined) throw new InvalidArgument(`invalid multiples; not a finite number above 0: ${wrong}`);
  const codes = new Map<string | number, number>();
  const coded = Array.from(y, (_, i) => {
    const label = absorb ? (absorb[i] ?? null) : 0;
    if (label === null) return null;
    if (!codes.has(label)) codes.set(label, codes.size);
    return codes.get(label)!;
  });
  const prefixed = Object.fromEntries(names.map((name) => [`covariate ${name}`, covariates[name]!]));
  const {n, columns, dropped} = completeCases<string>({y, treatment, group: coded, ...prefixed});
  const rows = membersOf(columns.group!);
  const clean = (name: string): Float64Array => withoutGroups(columns[name]!, rows);
  const d = clean("treatment");
  const v = clean("y");
  const X = Object.fromEntries(names.map((name) => [name, clean(`covariate ${name}`)]));
  const df = n - rows.length - names.length - 1;
  if (df < 2)
    throw new NotIdentified(
      `not identified: ${n} rows, ${names.length + 1 + rows.length} terms; add rows or drop terms`,
      "too few rows",
      {has: n, needs: names.length + rows.length + 3}
    );
  const [dr, vr] = residualise([d, v], X);
  const sdd = dotProduct(dr!);
  if (!(sdd > 1e-20 * dotProduct(centre(columns.treatment!)))) {
    throw new NotIdentified(
      "not identified: the treatment is constant or a combination of the covariates; drop one of them",
      "no variation"
    );
  }
  const estimate = dotProduct(dr!, vr!) / sdd;
  const rss = dotProduct(vr!.map((value, i) => value - estimate * dr![i]!));
  if (!(rss > 0)) throw new NotIdentified("not identified: the model fits without error", "no variation");
  const se = Math.sqrt(rss / df / sdd);
  const t = estimate / se;
  const reach = studentTQuantile(outside(level), df, {upper: true}) * se;
  const bounds = benchmarks.length === 0 ? [] : boundsOf(benchmarks);
  return {
    method: "sensitivity",
    n,
    dropped: dropped.map((entry) => ({...entry, reason: entry.reason.replace("covariate ", "")})),
    clusters: {},
    vcov: {type: "iid", default: true},
    terms: [
      {
        term: "treatment",
        estimate,
        se,
        statistic: t,
        df,
        p: studentTTwoSided(t, df),
        low: estimate - reach,
        high: estimate + reach
      }
    ],
    fit: {
      ...robustnessValue(t, df, {alpha: 1 - level}),
      df_residual: df,
      bounds
    },
    warnings: bounds
      .filter((bound) => bound.estimate === null)
      .map(
        ({multiple}) =>
          `a confounder ${multiple} times the benchmark would explain all of the treatment; its bound is null`
      )
  };

  function boundsOf(group: readonly string[]): ConfoundingFit["bounds"] {
    const others = Object.fromEntries(names.filter((name) => !group.includes(name)).map((name) => [name, X[name]!]));
    const strength = {
      estimate,
      se,
      df,
      treatment_r2: explained(d, others, X),
      outcome_r2: explained(v, {...others, treatment: d}, {...X, treatment: d})
    };
    return multiples.map((multiple) => {
      try {
        return benchmarkBound(strength, {multiple, level});
      } catch (error) {
        if (!(error instanceof NotIdentified)) throw error;
        return {multiple, r2dz: null, r2yz: null, estimate: null, se: null, t: null, low: null, high: null};
      }
    });
  }
}

/** Share of what the few columns leave of a column that the many explain: the partial R^2 of the others. */
function explained(
  column: Float64Array,
  few: Readonly<Record<string, Float64Array>>,
  many: Readonly<Record<string, Float64Array>>
): number {
  const [before] = residualise([column], few);
  const [after] = residualise([column], many);
  return 1 - dotProduct(after!) / dotProduct(before!);
}

function membersOf(codes: Float64Array): number[][] {
  const rows = new Map<number, number[]>();
  codes.forEach((code, i) => {
    const list = rows.get(code);
    if (list) list.push(i);
    else rows.set(code, [i]);
  });
  return [...rows.values()];
}

function withoutGroups(values: Float64Array, groups: readonly (readonly number[])[]): Float64Array {
  const result = new Float64Array(values.length);
  for (const rows of groups) centre(rows.map((i) => values[i]!)).forEach((value, k) => (result[rows[k]!] = value));
  return result;
}
