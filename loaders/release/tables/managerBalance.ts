import type {ReleasedTable} from "../../../src/released/table.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import {toStep} from "../../disclosure/round.js";
import {queryOnce} from "../query.js";
import type {ReleaseModule} from "../releaseModule.js";
import type {StartRow} from "../models/startRow.js";
import {matchedWeights} from "../models/startRow.js";

const covariates = ["z_before", "z_earlier", "tenure", "grade", "promoted", "first_line", "department_size"] as const;

type Covariate = (typeof covariates)[number];

/**
 * How unlike those who start in a year are to those who do not, before the start: differences of means in standard
 * deviations, within the year, and within the year and the last rating.
 */
export const managerBalance: ReleaseModule<ReleasedTable> = {
  name: "manager_balance",
  needs: ["performance_ratings", "rating_scales", "attendance", "sessions", "managers", "assignments", "departments"],
  persons: {sources: ["appraisals", "activity"]},
  async make(context) {
    const {policy} = context;
    const rows = await queryOnce<StartRow>(context, "models/manager_starts");
    const byYear = matchedWeights(rows, ({fiscal_year}) => String(fiscal_year));
    const byRating = matchedWeights(rows, ({fiscal_year, kind, rating_before}) =>
      [fiscal_year, kind, rating_before].join(" ")
    );
    const differences = covariates.flatMap((covariate) => {
      const [before, after] = [byYear, byRating].map((weights) => standardised(rows, covariate, weights));
      return before && after ? [{covariate, before: before.difference, after: after.difference, ...fewest(after)}] : [];
    });
    const shown = {
      kind: "appraisal",
      unit: "managers",
      persons: "persons",
      minimum: policy["appraisal.persons"],
      statistic: "mean",
      within: null,
      range: [-5, 5],
      grain: 0,
      round: toStep(policy["appraisal.step"])
    } as const;
    return releaseRows(
      differences,
      {covariate: {kind: "key"}, before: shown, after: shown},
      {table: "manager_balance", key: ["covariate"], control: context.control}
    );
  }
};

interface Difference {
  readonly difference: number;
  /** managers who start, and others, with a weight */
  readonly starters: number;
  readonly others: number;
}

function fewest({starters, others}: Difference): {persons: number} {
  return {persons: Math.min(starters, others)};
}

/** Difference of weighted means over the root of the two groups' mean variance; null where nothing varies. */
function standardised(rows: readonly StartRow[], covariate: Covariate, weights: Float64Array): Difference | null {
  const group = (started: number): {mean: number; variance: number; managers: number} => {
    const taken = rows.flatMap((row, i) => {
      const [x, w] = [row[covariate], weights[i] ?? 0];
      return row.started === started && x !== null && w > 0 ? [{x, w, manager: row.manager_id}] : [];
    });
    const total = taken.reduce((sum, {w}) => sum + w, 0);
    const mean = taken.reduce((sum, {x, w}) => sum + w * x, 0) / total;
    const variance = taken.reduce((sum, {x, w}) => sum + w * (x - mean) ** 2, 0) / total;
    return {mean, variance, managers: new Set(taken.map(({manager}) => manager)).size};
  };
  const [others, starters] = [group(0), group(1)];
  const spread = Math.sqrt((others.variance + starters.variance) / 2);
  if (!(spread > 0)) return null;
  return {
    difference: (starters.mean - others.mean) / spread,
    starters: starters.managers,
    others: others.managers
  };
}
