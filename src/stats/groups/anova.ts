import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import type {NoOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {Column} from "../description/completeCases.js";
import {completeCases} from "../description/completeCases.js";
import {centre} from "../description/centre.js";
import {mean} from "../description/mean.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {fisherFUpper} from "../distribution/fisherF.js";
import type {Estimate} from "../estimate.js";

export interface AnovaFit {
  readonly ss_between: number;
  readonly ss_within: number;
  readonly df_between: number;
  readonly df_within: number;
  readonly ms_between: number;
  readonly ms_within: number;
  readonly F: number | null;
  readonly p: number | null;
  readonly r2: number;
  readonly sigma: number;
  /** labels and sizes, in the order of first appearance */
  readonly groups: Readonly<Record<string, number>>;
}

/**
 * One-way analysis of variance.
 *
 * Model      y_ij = m_j + e_ij, equal variances; F = MS between / MS within
 * Method     values shifted by the first, which is exact for close values, then centred twice: the sums of squares are
 *            then as accurate as the data
 * Checked    NIST StRD SiRstv and SmLs01-09; R's aov
 */
export function anova(
  y: Column,
  group: ArrayLike<string | number | null>,
  options: NoOptions = {}
): Estimate<AnovaFit> {
  closedOptions("anova", options, []);
  if (group.length !== y.length)
    throw new InvalidArgument(`invalid group; length ${group.length} differs from that of y: ${y.length}`);
  const codes = new Map<string | number, number>();
  const coded = Array.from(group, (label) => {
    if (label === null) return null;
    if (!codes.has(label)) codes.set(label, codes.size);
    return codes.get(label)!;
  });
  const {n, columns, dropped} = completeCases({y, group: coded});
  const members = Array.from({length: codes.size}, (): number[] => []);
  const origin = columns.y[0]!;
  columns.y.forEach((value, i) => members[columns.group[i]!]!.push(value - origin));
  const labels = [...codes.keys()].filter((_, j) => members[j]!.length > 0);
  const groups = members.filter((list) => list.length > 0);
  const k = groups.length;
  if (k < 2)
    throw new NotIdentified(`not identified: ${k} group; an analysis of variance takes 2 or more`, "too few groups", {
      has: k,
      needs: 2
    });
  if (n <= k)
    throw new NotIdentified(
      `not identified: ${n} rows in ${k} groups; some group needs 2 or more rows`,
      "too few groups",
      {has: n, needs: k + 1}
    );
  const grand = mean(columns.y.map((value) => value - origin));
  const within = groups.reduce((total, list) => total + dotProduct(centre(list)), 0);
  const between = groups.reduce((total, list) => total + list.length * (mean(list) - grand) ** 2, 0);
  const sigma2 = within / (n - k);
  const F = within > 0 ? between / (k - 1) / sigma2 : null;
  const p = F === null ? null : fisherFUpper(F, k - 1, n - k);
  return {
    method: "anova",
    n,
    dropped,
    clusters: {},
    terms: labels.map((label, j) => ({
      term: String(label),
      estimate: origin + mean(groups[j]!),
      se: Math.sqrt(sigma2 / groups[j]!.length),
      statistic: null,
      df: n - k,
      p: null,
      low: null,
      high: null
    })),
    fit: {
      ss_between: between,
      ss_within: within,
      df_between: k - 1,
      df_within: n - k,
      ms_between: between / (k - 1),
      ms_within: sigma2,
      F,
      p,
      r2: between + within > 0 ? between / (between + within) : 0,
      sigma: Math.sqrt(sigma2),
      groups: Object.fromEntries(labels.map((label, j) => [String(label), groups[j]!.length]))
    },
    warnings: F === null ? ["no variation within groups, so that F is undefined"] : []
  };
}
