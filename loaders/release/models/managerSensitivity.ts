import {baconDecomposition} from "../../../src/stats/did/baconDecomposition.js";
import {sunAbraham} from "../../../src/stats/did/eventStudy.js";
import type {GroupTimeFit} from "../../../src/stats/did/groupTimeEffects.js";
import {honestBounds} from "../../../src/stats/did/honestBounds.js";
import {imputation} from "../../../src/stats/did/imputation.js";
import type {Estimate, Term} from "../../../src/stats/estimate.js";
import {ols} from "../../../src/stats/regression/ols.js";
import type {HonestRatings, ManagerSensitivity} from "../../../src/findings/managers/estimates.js";
import {releaseDerived} from "../../disclosure/releaseDerived.js";
import {releaseEstimate} from "../../disclosure/releaseEstimate.js";
import type {Released} from "../../disclosure/released.js";
import {anticipation, cohortColumns, cohortEffects, cohortTable, treatedAt} from "./cohortEffects.js";
import {ifIdentified} from "../../../src/evidence/ifIdentified.js";
import {personsBehind} from "./personsBehind.js";
import {query} from "../query.js";
import type {RatingRow} from "./ratingRow.js";
import {personsIn, ratingColumns} from "./ratingRow.js";
import {ratingModels} from "./ratingModels.js";
import type {ReleaseContext, ReleaseModule} from "../releaseModule.js";
import type {StartRow} from "./startRow.js";
import {startColumns} from "./startRow.js";

type Part = Released<Estimate> | null;

/** years before and after the reference that the bounds look at */
const reach = {before: 3, after: 3};

/** The managers' estimate asked in other ways, on exact rows: what the finding's checks are made of. */
export const managerSensitivity: ReleaseModule<ManagerSensitivity> = {
  name: "manager_sensitivity",
  needs: ["performance_ratings", "rating_scales", "attendance", "sessions"],
  persons: {sources: ["appraisals", "activity"]},
  async make(context) {
    const rows = await query<RatingRow>(context, "models/manager_ratings");
    const starts = (await query<StartRow>(context, "models/manager_starts")).filter(({z_after}) => z_after !== null);
    const models = ratingModels(context.study);
    const kinds = [...new Set(rows.map(({kind}) => kind))].toSorted();
    /** the plan's own model on fewer of its rows */
    const among = (takesRating: (row: RatingRow) => boolean, takesStart: (row: StartRow) => boolean): Part =>
      models.planned === "alike"
        ? regressed(context, models.alike, startColumns(starts.filter(takesStart)))
        : regressed(context, models.absorbed, ratingColumns(rows.filter(takesRating)));
    const regimes =
      kinds.length < 2
        ? []
        : kinds.map((kind) =>
            among(
              (row) => row.kind === kind,
              (row) => row.kind === kind && row.rating_after !== null
            )
          );
    const promotions = rows.some(({reset}) => reset === 1)
      ? among(
          ({reset}) => reset === 0,
          ({reset}) => reset === 0
        )
      : null;
    const waiting = rows.filter(({started_in, fiscal_year}) => started_in === null || fiscal_year < started_in);
    const spillover = regressed(context, "z ~ dose + eve + tenure | manager_id + fiscal_year", ratingColumns(waiting));
    const started = rows.filter(({taken_part}) => taken_part === 1);
    const weighted = released(context, personsIn(started), () =>
      meanOver(sunAbraham(cohortTable(rows), cohortColumns))
    );
    const imputed = released(context, personsIn(started), () =>
      overall(imputation(cohortTable(rows), cohortColumns, {anticipation}))
    );
    const bounds = ifIdentified(() => honest(cohortEffects(rows, {bands: false})));
    const parts = [...regimes, promotions, spillover, weighted, imputed].filter((part) => part !== null);
    return releaseDerived(
      {
        regimes: regimes.flatMap((estimate, i) => (estimate ? [{kind: kinds[i] ?? "", estimate: estimate.value}] : [])),
        promotions: promotions?.value ?? null,
        spillover: spillover?.value ?? null,
        weighted: weighted?.value ?? null,
        imputed: imputed?.value ?? null,
        decomposed: ifIdentified(() => decomposed(rows)),
        bounds
      },
      ...parts
    );
  }
};

/** By least squares, errors by manager. */
function regressed(context: ReleaseContext, formula: string, table: ReturnType<typeof ratingColumns>): Part {
  return released(context, personsBehind(formula, table, "manager_id"), () =>
    ols(formula, table, {cluster: "manager_id"})
  );
}

/** Null where the data can't tell it, or too few persons stand behind it. */
function released({policy}: ReleaseContext, persons: number, estimate: () => Estimate<object>): Part {
  if (persons < (policy["model.persons"] ?? 1)) return null;
  const fitted = ifIdentified(estimate);
  return fitted && releaseEstimate(fitted, persons, policy);
}

/** The mean over the treated rows as the one term. */
function meanOver(fitted: ReturnType<typeof sunAbraham>): Estimate {
  const {estimate, se} = fitted.fit.att;
  const reached = 1.96 * se;
  const term: Term = {
    term: "all",
    estimate,
    se,
    statistic: estimate / se,
    df: null,
    p: null,
    low: estimate - reached,
    high: estimate + reached
  };
  return {...fitted, terms: [term], fit: {}};
}

/** The mean over all treated rows alone. */
function overall(fitted: ReturnType<typeof imputation>): Estimate {
  return {...fitted, terms: fitted.terms.slice(0, 1), fit: {}};
}

/** On managers rated in every year: the weight of comparisons with those already treated, and what the others say. */
function decomposed(rows: readonly RatingRow[]): ManagerSensitivity["decomposed"] {
  const {fit, clusters} = baconDecomposition(cohortTable(rows), cohortColumns);
  const allowed = fit.comparisons.filter(({kind}) => kind === "treated vs untreated" || kind === "earlier vs later");
  const weight = allowed.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return null;
  const estimate = allowed.reduce((sum, one) => sum + one.weight * one.estimate, 0) / weight;
  const persons = Math.round((clusters.manager_id ?? 0) / 5) * 5;
  return {forbidden: Number((1 - weight).toFixed(2)), estimate: Number(estimate.toFixed(2)), persons};
}

/** Relative magnitudes: trends may diverge after the reference as much as they did, at most, before it. */
function honest({fit}: Estimate<GroupTimeFit>): HonestRatings | null {
  const {terms, vcov} = fit.aggregates.dynamic;
  const reference = -anticipation - 1;
  const used = terms.flatMap(({term, se}, i) => {
    const at = Number(term);
    return se !== null && at >= reference - reach.before && at <= reach.after ? [{at, i}] : [];
  });
  const pre = used.filter(({at}) => at < reference).length;
  const counted = used.filter(({at}) => at >= 0);
  const managers = counted.reduce((sum, {at}) => sum + treatedAt(fit, at), 0);
  if (pre === 0 || counted.length === 0) return null;
  const weights = used.slice(pre).map(({at}) => (at < 0 ? 0 : treatedAt(fit, at) / managers));
  const {fit: found} = honestBounds(
    used.map(({i}) => terms[i]?.estimate ?? NaN),
    used.map(({i}) => used.map(({i: j}) => vcov[i]?.[j] ?? NaN)),
    {pre, post: used.length - pre},
    {M: [1], weights, draws: 1000}
  );
  const digits = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : Number(value.toFixed(2));
  return {
    low: digits(found.intervals[0]?.low),
    high: digits(found.intervals[0]?.high),
    breakdown: found.breakdown === null ? null : Number(found.breakdown.toFixed(2)),
    before: pre
  };
}
