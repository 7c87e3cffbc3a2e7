import {NotIdentified} from "../../../src/stats/errors/notIdentified.js";
import {pearson} from "../../../src/stats/association/pearson.js";
import {ols} from "../../../src/stats/regression/ols.js";
import type {ManagerEstimates} from "../../../src/findings/managers/estimates.js";
import {releaseDerived, releaseNothing} from "../../disclosure/releaseDerived.js";
import {releaseEstimate} from "../../disclosure/releaseEstimate.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import {roundTo} from "../../disclosure/round.js";
import {planFor} from "../context.js";
import {ifIdentified} from "../../../src/evidence/ifIdentified.js";
import {make} from "../make.js";
import {managerBalance} from "../tables/managerBalance.js";
import {ownTrendRatings} from "./ownTrendRatings.js";
import {numbers, type ReleasedTable} from "../../../src/released/table.js";
import {managerSensitivity} from "./managerSensitivity.js";
import {personsBehind} from "./personsBehind.js";
import {queryOnce} from "../query.js";
import type {RatingRow} from "./ratingRow.js";
import {personsIn, ratingColumns} from "./ratingRow.js";
import {ratingModels} from "../../../src/findings/managers/ratingModels.js";
import type {ReleaseModule} from "../releaseModule.js";
import {remember} from "../remember.js";
import {tablesRead} from "../tablesRead.js";
import {staggeredRatings} from "./staggeredRatings.js";
import type {StartRow} from "./startRow.js";
import {spreadFor} from "./spreadFor.js";
import {startColumns} from "./startRow.js";

/** Ratings before and after, of those who took part and against those who had not started, on exact rows. */
export const managerEstimates: ReleaseModule<ManagerEstimates | null> = {
  name: "manager_estimates",
  needs: ["performance_ratings", "rating_scales", "attendance", "sessions"],
  persons: {sources: ["appraisals", "activity"]},
  async make(context) {
    const plan = planFor(context.study, "managers");
    const rows = await queryOnce<RatingRow>(context, "models/manager_ratings");
    if (!plan || rows.length === 0) return releaseNothing();
    const started = rows.filter((row) => row.started_in !== null);
    if (started.length === 0) throw new NotIdentified("not identified: nobody took part", "no comparison");
    const persons = personsIn(started);
    const models = ratingModels(planFor(context.study, "managers"));
    const staggered = await make(staggeredRatings, context);
    const sensitivity = context.estimatesOnly ? null : await make(managerSensitivity, context);
    const ratings = ratingColumns(rows);
    const spread = spreadFor(
      rows.map(({z}) => z),
      ratings
    );
    const starts = (await queryOnce<StartRow>(context, "models/manager_starts")).filter(
      ({z_after}) => z_after !== null
    );
    const behind = personsBehind(models.alike, startColumns(starts), "manager_id");
    const least = context.policy["model.persons"] ?? 1;
    const tables = await tablesRead(context, "models/manager_ratings", "models/manager_starts");
    const asked = {models, alike: behind >= least, ownTrend: persons >= least};
    const fits = await remember(context, "manager_estimates", {tables, ...asked}, () =>
      fitAll({rows, starts, ...asked})
    );
    const compared = releaseEstimate(
      fits.compared,
      personsBehind(models.absorbed, ratings, "manager_id"),
      context.policy,
      {spread}
    );
    const alone = releaseEstimate(fits.alone, persons, context.policy, {spread});
    const matched =
      fits.alike &&
      releaseEstimate(fits.alike, behind, context.policy, {
        spread: spreadFor(
          starts.flatMap((row) => row.z_after ?? []),
          startColumns(starts)
        )
      });
    const ownTrend = fits.ownTrend && releaseEstimate(fits.ownTrend, persons, context.policy, {spread});
    const balance = context.estimatesOnly ? null : await make(managerBalance, context);
    const expected = releaseRows(
      [{expected: expectedChange(rows), managers: persons}],
      {
        expected: {
          kind: "appraisal",
          unit: "managers",
          persons: "managers",
          minimum: context.policy["appraisal.persons"],
          statistic: "mean",
          within: null,
          range: [-Infinity, Infinity],
          grain: 0,
          round: (value) => roundTo(value, 0.01)
        }
      },
      {table: "manager_estimates"}
    );
    const change = expected.value.rows[0]?.expected;
    return releaseDerived(
      {
        compared: compared.value,
        alone: alone.value,
        expected: typeof change === "number" ? change : null,
        staggered: staggered?.value ?? null,
        matched: matched?.value ?? null,
        sensitivity: sensitivity?.value ?? null,
        ownTrend: ownTrend?.value ?? null,
        unlike: balance && unlikeIn(balance.value)
      },
      ...[compared, alone, expected, staggered, matched, sensitivity, ownTrend, balance].filter((part) => part !== null)
    );
  }
};

interface Asked {
  readonly rows: readonly RatingRow[];
  readonly starts: readonly StartRow[];
  readonly models: ReturnType<typeof ratingModels>;
  /** whether enough persons are behind them */
  readonly alike: boolean;
  readonly ownTrend: boolean;
}

/** Those of which too few persons are behind, or that are not identified, are null. */
function fitAll({rows, starts, models, alike, ownTrend}: Asked) {
  const cluster = {cluster: "manager_id"};
  const started = rows.filter((row) => row.started_in !== null);
  return {
    compared: ols(models.absorbed, ratingColumns(rows), cluster),
    alone: ols(models.alone, ratingColumns(started), cluster),
    alike: alike ? ifIdentified(() => ols(models.alike, startColumns(starts), cluster)) : null,
    ownTrend: ownTrend ? ifIdentified(() => ownTrendRatings(rows)) : null
  };
}

/** The largest difference left between the groups at the same last rating; null where none is shown. */
function unlikeIn({rows}: ReleasedTable): number | null {
  const shown = numbers(rows, "after").filter(Number.isFinite).map(Math.abs);
  return shown.length === 0 ? null : shown.reduce((a, b) => Math.max(a, b));
}

/**
 * What those who start would change by with no effect: their mean standing in the year before, times one less the
 * correlation of ratings from year to year before any start, towards the mean.
 */
function expectedChange(rows: readonly RatingRow[]): number {
  const before = new Map(
    rows.filter((row) => row.taken_part === 0).map((row) => [`${row.manager_id} ${row.fiscal_year}`, row.z])
  );
  const pairs = rows.flatMap((row) => {
    const previous = before.get(`${row.manager_id} ${row.fiscal_year - 1}`);
    return row.taken_part === 0 && previous !== undefined ? [{previous, z: row.z}] : [];
  });
  const last = rows.filter(({eve}) => eve === 1).map((row) => row.z);
  if (pairs.length < 3 || last.length === 0) return 0;
  const {terms} = pearson(
    pairs.map(({previous}) => previous),
    pairs.map(({z}) => z)
  );
  const mean = last.reduce((sum, z) => sum + z, 0) / last.length;
  return -(1 - (terms[0]?.estimate ?? 1)) * mean;
}
