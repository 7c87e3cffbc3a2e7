import type {ReleasedTable} from "../../../src/released/table.js";
import {leastOf} from "../../../src/stats/description/leastOf.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import {roundShares, shareStep} from "../../disclosure/roundShares.js";
import {queryOnce} from "../query.js";
import type {ReleaseModule} from "../releaseModule.js";
import {type StartRow, matchedWeights} from "../models/startRow.js";
import type {Row} from "../../disclosure/columnRule.js";

const shares = ["down", "same", "up"] as const;

/**
 * Who is rated lower, the same and higher in the year after the start than in the year before it, on one and the same
 * scale: those who started, and those of the same year and the same rating who had not.
 */
export const ratingShifts: ReleaseModule<ReleasedTable> = {
  name: "rating_shifts",
  needs: ["performance_ratings", "rating_scales", "attendance", "sessions", "managers", "assignments", "departments"],
  persons: {sources: ["appraisals", "activity"]},
  async make(context) {
    const {policy} = context;
    const rows = (await queryOnce<StartRow>(context, "models/manager_starts")).filter(
      ({rating_after}) => rating_after !== null
    );
    const kinds = [...new Set(rows.map(({kind}) => kind))].toSorted().toReversed();
    const [category, precision] = [policy["appraisal.category"], policy["appraisal.precision"]];
    const rule = {least: category ?? 0, step: precision === null ? null : shareStep(precision)};
    const groups = kinds.flatMap((kind) => {
      const of = rows.filter((row) => row.kind === kind);
      const weights = matchedWeights(of, ({fiscal_year, rating_before}) => `${fiscal_year} ${rating_before}`);
      return [1, 0].map((started) => shifted(kind, started, of, weights, rule));
    });
    const behind = {
      kind: "appraisal",
      unit: "managers",
      persons: "persons",
      minimum: policy["appraisal.persons"],
      statistic: "mean",
      within: null,
      range: [0, 1],
      grain: 0,
      round: null
    } as const;
    return releaseRows(
      groups,
      {kind: {kind: "key"}, started: {kind: "key"}, down: behind, same: behind, up: behind},
      {table: "rating_shifts", key: ["kind", "started"], control: context.control}
    );
  }
};

/** Shares of one group; nobody behind them where a category holds too few. */
function shifted(
  kind: string,
  started: number,
  rows: readonly StartRow[],
  weights: Float64Array,
  {least, step}: {readonly least: number; readonly step: ((n: number) => number) | null}
): Row {
  const taken = rows.flatMap((row, i) => {
    const weight = weights[i] ?? 0;
    const change = Math.sign((row.rating_after ?? NaN) - row.rating_before);
    return row.started === started && weight > 0 ? [{manager: row.manager_id, weight, change}] : [];
  });
  const total = taken.reduce((sum, {weight}) => sum + weight, 0);
  const managersIn = (some: readonly {readonly manager: string}[]): number =>
    new Set(some.map(({manager}) => manager)).size;
  const categories = [-1, 0, 1].map((change) => taken.filter((one) => one.change === change));
  const managers = managersIn(taken);
  const smallest = leastOf(categories.map(managersIn));
  const exact = categories.map((some) => some.reduce((sum, {weight}) => sum + weight, 0) / (total || 1));
  const shown = step ? roundShares(exact, step(managers)) : exact;
  return {
    kind,
    started,
    ...Object.fromEntries(shares.map((name, i) => [name, shown[i] ?? 0])),
    persons: smallest < least ? 0 : managers
  };
}
