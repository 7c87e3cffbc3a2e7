import {closedOptions, oneOf} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {outside} from "../description/outside.js";
import {fisherFQuantile} from "../distribution/fisherF.js";
import type {Estimate} from "../estimate.js";
import {covariances} from "./covariances.js";
import {inverse} from "../linalg/inverse.js";
import {oneFactor} from "./oneFactor.js";

export interface ReliabilityOptions {
  /** items whose answers are turned round: minimum + maximum - answer */
  readonly reversed?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** pairwise: each covariance over the rows that have both items; omega stays listwise */
  readonly missing?: "listwise" | "pairwise";
  readonly level?: number;
}

export interface ReliabilityFit {
  readonly alpha: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly alpha_std: number;
  readonly lambda6: number | null;
  readonly average_r: number;
  readonly omega_total: number | null;
  /** alpha without the item; null with two items */
  readonly drop: Readonly<Record<string, number | null>>;
  /** correlation of the item with the sum of the others, over complete rows */
  readonly r_drop: Readonly<Record<string, number>>;
  readonly n_complete: number;
}

/**
 * Internal consistency of a scale.
 *
 * Model      alpha = k / (k - 1) (1 - sum of variances / variance of the sum), Feldt's interval by F on n - 1 and
 *            (n - 1)(k - 1) df; standardised alpha of the correlations; lambda-6 = 1 - sum (1 - smc) / sum R; omega
 *            total = (sum l)^2 / ((sum l)^2 + sum u) of a one-factor maximum likelihood fit to the correlations
 * Source     Cronbach (1951); Feldt (1965); Guttman (1945); McDonald (1999); checked against psych's alpha and factanal
 *
 * @param items  two or more columns by name
 */
export function reliability(
  items: Readonly<Record<string, Column>>,
  {reversed = [], minimum, maximum, missing = "listwise", level = 0.95, ...others}: ReliabilityOptions = {}
): Estimate<ReliabilityFit> {
  closedOptions("reliability", others, ["reversed", "minimum", "maximum", "missing", "level"]);
  oneOf("missing", missing, ["listwise", "pairwise"]);
  const names = Object.keys(items);
  const k = names.length;
  if (k < 2)
    throw new NotIdentified(`not identified: ${k} item; a scale takes 2 or more`, "too few rows", {has: k, needs: 2});
  const stray = reversed.find((name) => !(name in items));
  if (stray !== undefined)
    throw new InvalidArgument(`invalid reversed; no such item: ${stray}; there are ${names.join(", ")}`);
  if (reversed.length > 0 && (minimum === undefined || maximum === undefined)) {
    throw new InvalidArgument(
      `invalid minimum; undefined while items are reversed: ${reversed.join(", ")}; give minimum and maximum`
    );
  }
  const [least = -Infinity, greatest = Infinity] = [minimum, maximum];
  if (!(least < greatest)) throw new InvalidArgument(`invalid minimum; not below maximum: ${least}, ${greatest}`);
  for (const name of reversed.length > 0 ? reversed : names) {
    const off = Array.from(items[name]!).find((value) => value !== null && (value < least || value > greatest));
    if (off !== undefined)
      throw new InvalidArgument(
        `invalid ${name}; outside ${minimum} to ${maximum}: ${off}; mend the answer or the limits`
      );
  }
  const turned = Object.fromEntries(
    names.map((name) => [
      name,
      reversed.includes(name)
        ? Array.from(items[name]!, (value) => (value === null ? null : minimum! + maximum! - value))
        : items[name]!
    ])
  );
  const {n, columns, dropped} = completeCases<string>(turned);
  if (n < 2)
    throw new NotIdentified(`not identified: ${n} complete rows; a scale takes 2 or more`, "too few rows", {
      has: n,
      needs: 2
    });
  const complete = covariances(names.map((name) => columns[name]!));
  const C = missing === "pairwise" ? covariances(names.map((name) => turned[name]!)) : complete;
  const constant = names.find((_, i) => !(C[i]![i]! > 0));
  if (constant !== undefined)
    throw new NotIdentified(`invalid item ${constant}; constant; drop it from the scale`, "no variation");
  const R = correlationsOf(C);
  const alpha = alphaOf(C);
  const rows =
    missing === "pairwise"
      ? names.reduce((most, name) => Math.max(most, completeCases({item: turned[name]!}).n), 0)
      : n;
  const tail = outside(level);
  const warnings: string[] = [];
  const bound = (p: number): number =>
    1 - (1 - alpha) * fisherFQuantile(p, rows - 1, (rows - 1) * (k - 1), {upper: true});
  const inverted = inverse(R);
  if (!inverted) warnings.push("the correlations are not positive definite, so that lambda-6 is undefined");
  const total = sumAll(R);
  const omega = omegaOf(correlationsOf(complete), warnings);
  const rest = names.map((_, i) => restCorrelation(complete, i));
  const negative = names.filter((_, i) => rest[i]! < 0);
  if (negative.length > 0)
    warnings.push(`items against the rest of the scale, perhaps to be reversed: ${negative.join(", ")}`);
  return {
    method: "reliability",
    n: missing === "pairwise" ? rows : n,
    dropped: missing === "pairwise" ? [] : dropped,
    clusters: {},
    terms: [],
    fit: {
      alpha,
      low: bound(tail),
      high: bound(1 - tail),
      alpha_std: alphaOf(R),
      lambda6: inverted && 1 - inverted.reduce((sum, row, i) => sum + 1 / row[i]!, 0) / total,
      average_r: (total - k) / (k * (k - 1)),
      omega_total: omega,
      drop: Object.fromEntries(names.map((name, i) => [name, k > 2 ? alphaOf(without(C, i)) : null])),
      r_drop: Object.fromEntries(names.map((name, i) => [name, rest[i]!])),
      n_complete: n
    },
    warnings
  };
}

function omegaOf(R: readonly (readonly number[])[], warnings: string[]): number | null {
  if (R.length < 3) {
    warnings.push("omega takes 3 or more items");
    return null;
  }
  const {loadings, uniquenesses, improper} = oneFactor(R);
  if (improper) warnings.push("the one-factor fit leaves an item without unique variance; omega is not to be trusted");
  const common = loadings.reduce((sum, value) => sum + value, 0) ** 2;
  return common / (common + uniquenesses.reduce((sum, value) => sum + value, 0));
}

function alphaOf(C: readonly (readonly number[])[]): number {
  const k = C.length;
  const total = sumAll(C);
  if (!(total > 0))
    throw new NotIdentified(
      "not identified: the items' sum does not vary; check which items are reversed",
      "no variation"
    );
  return (k / (k - 1)) * (1 - C.reduce((sum, row, i) => sum + row[i]!, 0) / total);
}

function restCorrelation(C: readonly (readonly number[])[], i: number): number {
  const shared = C[i]!.reduce((sum, value) => sum + value, 0) - C[i]![i]!;
  return shared / Math.sqrt(C[i]![i]! * sumAll(without(C, i)));
}

function without(C: readonly (readonly number[])[], left: number): number[][] {
  return C.filter((_, i) => i !== left).map((row) => row.filter((_, j) => j !== left));
}

function sumAll(C: readonly (readonly number[])[]): number {
  return C.reduce((sum, row) => sum + row.reduce((part, value) => part + value, 0), 0);
}

function correlationsOf(C: readonly (readonly number[])[]): number[][] {
  return C.map((row, i) => row.map((value, j) => (i === j ? 1 : value / Math.sqrt(C[i]![i]! * C[j]![j]!))));
}
