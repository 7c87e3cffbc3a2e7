import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {variance} from "../description/variance.js";
import type {Estimate} from "../estimate.js";
import {anova} from "./anova.js";

export interface AgreementFit {
  readonly icc1: number | null;
  readonly icc2: number | null;
  /** of one item, by group; null for a group of one */
  readonly rwg: Readonly<Record<string, number | null>>;
  readonly rwg_mean: number | null;
  /** of several items */
  readonly rwgj: Readonly<Record<string, number | null>> | null;
  /** null where the number of answer categories is not given, as rwg is */
  readonly null_variance: number | null;
}

/**
 * Agreement within groups, to be looked at before persons are averaged to departments.
 *
 * Model      rwg = 1 - s^2 / v, v = (A^2 - 1) / 12 the variance of A equally likely categories, negative values set to
 *            0; rwg(j) = J (1 - q) / (J (1 - q) + q), q = mean s^2 / v over J items. ICC(1) = (MSB - MSW) / (MSB +
 *            (m - 1) MSW), m the mean group size; ICC(2) = (MSB - MSW) / MSB, both of the items' mean
 * Source     James, Demaree & Wolf (1984); Bliese (2000); checked against R's multilevel
 *
 * @param items    one column, or several of which the scale is made
 * @param choices  number of answer categories, A; without it rwg is undefined
 */
export function groupAgreement(
  items: Column | Readonly<Record<string, Column>>,
  group: ArrayLike<string | number | null>,
  {choices, ...others}: {readonly choices?: number} = {}
): Estimate<AgreementFit> {
  closedOptions("groupAgreement", others, ["choices"]);
  if (choices !== undefined && !(choices >= 2))
    throw new InvalidArgument(`invalid choices; not 2 or more answer categories: ${choices}`);
  const scale: Readonly<Record<string, Column>> =
    "length" in items && typeof items.length === "number"
      ? {y: items as Column}
      : (items as Readonly<Record<string, Column>>);
  const labels: (string | number | null)[] = Array.from(group);
  const names = Object.keys(scale);
  const {n, columns, rows, dropped} = completeCases<string>({
    ...scale,
    " group": labels.map((label) => (label === null ? null : 0))
  });
  for (const name of names) {
    const answers = columns[name]!;
    const span =
      answers.reduce((most, value) => Math.max(most, value), -Infinity) -
      answers.reduce((least, value) => Math.min(least, value), Infinity);
    if (choices !== undefined && span > choices - 1)
      throw new InvalidArgument(
        `invalid choices; answers to ${name} span ${span + 1} categories, more than ${choices}`
      );
  }
  const members = new Map<string, number[]>();
  for (let i = 0; i < n; i++) {
    const label = String(labels[rows[i]!]);
    const list = members.get(label);
    if (list) list.push(i);
    else members.set(label, [i]);
  }
  const nullVariance = choices === undefined ? null : (choices * choices - 1) / 12;
  const ratio = (list: readonly number[], expected: number): number =>
    names.reduce((total, name) => total + variance(list.map((i) => columns[name]![i]!)) / expected, 0) / names.length;
  const each = (f: (q: number) => number): Record<string, number | null> =>
    Object.fromEntries(
      [...members].map(([label, list]) => [
        label,
        list.length < 2 || nullVariance === null ? null : f(ratio(list, nullVariance))
      ])
    );
  const J = names.length;
  const rwg = each((q) => Math.max(0, 1 - q));
  const known = Object.values(rwg).filter((value) => value !== null);
  const score = Float64Array.from({length: n}, (_, i) =>
    names.reduce((total, name) => total + columns[name]![i]! / J, 0)
  );
  const {fit} = anova(
    score,
    Array.from(rows, (row) => labels[row]!)
  );
  const size = n / members.size;
  const spread = fit.ms_between + (size - 1) * fit.ms_within;
  const warnings = [...members]
    .filter(([, list]) => list.length < 2)
    .map(([label]) => `group ${label} has one member, so that no agreement is defined`);
  if (choices === undefined)
    warnings.push("rwg is undefined without the number of answer categories; give it as levels");
  if (fit.ms_between === 0) warnings.push("group means are equal, so that ICC(2) is undefined");
  return {
    method: "agreement",
    n,
    dropped: dropped.map((entry) => ({...entry, reason: entry.reason.replace("missing  group", "missing group")})),
    clusters: {group: members.size},
    terms: [],
    fit: {
      icc1: spread > 0 ? (fit.ms_between - fit.ms_within) / spread : null,
      icc2: fit.ms_between > 0 ? (fit.ms_between - fit.ms_within) / fit.ms_between : null,
      rwg,
      rwg_mean: known.length > 0 ? known.reduce((total, value) => total + value, 0) / known.length : null,
      rwgj: J > 1 ? each((q) => (q >= 1 ? 0 : (J * (1 - q)) / (J * (1 - q) + q))) : null,
      null_variance: nullVariance
    },
    warnings
  };
}
