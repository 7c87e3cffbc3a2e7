import {NotIdentified} from "../../../src/stats/errors/notIdentified.js";
import {baconDecomposition} from "../../../src/stats/did/baconDecomposition.js";
import {sunAbraham} from "../../../src/stats/did/eventStudy.js";
import type {GroupTimeFit} from "../../../src/stats/did/groupTimeFit.js";
import {honestBounds} from "../../../src/stats/did/honestBounds.js";
import {imputation} from "../../../src/stats/did/imputation.js";
import type {Estimate, Term} from "../../../src/stats/estimate.js";
import {ols} from "../../../src/stats/regression/ols.js";
import type {HonestRatings, ManagerSensitivity} from "../../../src/findings/managers/estimates.js";
import {releaseDerived} from "../../disclosure/releaseDerived.js";
import {releaseEstimate} from "../../disclosure/releaseEstimate.js";
import {roundTo, stepAtLeast} from "../../disclosure/round.js";
import type {Released} from "../../disclosure/released.js";
import {anticipation, cohortColumns, cohortEffects, cohortTable, treatedAt} from "./cohortEffects.js";
import {ifIdentified} from "../../../src/evidence/ifIdentified.js";
import {planFor} from "../context.js";
import {personsBehind} from "./personsBehind.js";
import {queryOnce} from "../query.js";
import type {RatingRow} from "./ratingRow.js";
import {personsIn, ratingColumns} from "./ratingRow.js";
import {ratingModels} from "../../../src/findings/managers/ratingModels.js";
import type {ReleaseModule} from "../releaseModule.js";
import {remember} from "../remember.js";
import {tablesRead} from "../tablesRead.js";
import type {StartRow} from "./startRow.js";
import {spreadFor} from "./spreadFor.js";
import {startColumns} from "./startRow.js";

type Part = Released<Estimate> | null;

/** An estimate of so many persons; null where the data can't tell it. */
interface Asked {
  readonly persons: number;
  readonly estimate: Estimate | null;
}

interface Answers {
  readonly regimes: readonly Asked[];
  readonly promotions: Asked | null;
  readonly spillover: Asked;
  readonly weighted: Asked;
  readonly imputed: Asked;
  readonly decomposed: ManagerSensitivity["decomposed"];
  readonly bounds: HonestRatings | null;
}

/** years before and after the reference that the bounds look at */
const reach = {before: 3, after: 3};

/** The managers' estimate asked in other ways, on exact rows: what the finding's checks are made of. */
export const managerSensitivity: ReleaseModule<ManagerSensitivity> = {
  name: "manager_sensitivity",
  needs: ["performance_ratings", "rating_scales", "attendance", "sessions"],
  persons: {sources: ["appraisals", "activity"]},
  async make(context) {
    const rows = await queryOnce<RatingRow>(context, "models/manager_ratings");
    if (rows.every(({started_in: year}) => year === null))
      throw new NotIdentified("not identified: nobody took part", "no comparison");
    const starts = (await queryOnce<StartRow>(context, "models/manager_starts")).filter(
      ({z_after}) => z_after !== null
    );
    const models = ratingModels(planFor(context.study, "managers"));
    const kinds = kindsOf(rows);
    const least = context.policy["model.persons"] ?? 1;
    const spread = spreadFor(
      rows.map(({z}) => z),
      ratingColumns(rows)
    );
    const width = (context.policy["model.precision"] ?? 0) * spread("");
    const tables = await tablesRead(context, "models/manager_ratings", "models/manager_starts");
    const answers = await remember(context, "manager_sensitivity", {tables, models, least, width}, () =>
      askAll(rows, starts, {models, least, width})
    );
    const passed = (asked: Asked | null): Part => {
      const {estimate, persons} = asked ?? {estimate: null, persons: 0};
      return estimate && ifIdentified(() => releaseEstimate(estimate, persons, context.policy, {spread}));
    };
    const regimes = answers.regimes.map(passed);
    const [promotions, spillover] = [passed(answers.promotions), passed(answers.spillover)];
    const [weighted, imputed] = [passed(answers.weighted), passed(answers.imputed)];
    const parts = [...regimes, promotions, spillover, weighted, imputed].filter((part) => part !== null);
    return releaseDerived(
      {
        kinds,
        regimes: regimes.flatMap((estimate, i) => (estimate ? [{kind: kinds[i] ?? "", estimate: estimate.value}] : [])),
        promotions: promotions?.value ?? null,
        spillover: spillover?.value ?? null,
        weighted: weighted?.value ?? null,
        imputed: imputed?.value ?? null,
        decomposed: answers.decomposed,
        bounds: answers.bounds
      },
      ...parts
    );
  }
};

const kindsOf = (rows: readonly RatingRow[]): string[] => [...new Set(rows.map(({kind}) => kind))].toSorted();

/** What is asked of exact rows; nothing where fewer than `least` persons stand behind it. */
function askAll(
  rows: readonly RatingRow[],
  starts: readonly StartRow[],
  {
    models,
    least,
    width
  }: {
    readonly models: ReturnType<typeof ratingModels>;
    readonly least: number;
    /** of a mean of one person, to which it may be published */
    readonly width: number;
  }
): Answers {
  const ask = (persons: number, estimate: () => Estimate<object>): Asked => ({
    persons,
    estimate: persons < least ? null : (ifIdentified(estimate) as Estimate | null)
  });
  /** by least squares, errors by manager */
  const regressed = (formula: string, table: ReturnType<typeof ratingColumns>): Asked =>
    ask(personsBehind(formula, table, "manager_id"), () => ols(formula, table, {cluster: "manager_id"}));
  /** the plan's own model on fewer of its rows */
  const among = (takesRating: (row: RatingRow) => boolean, takesStart: (row: StartRow) => boolean): Asked =>
    models.planned === "alike"
      ? regressed(models.alike, startColumns(starts.filter(takesStart)))
      : regressed(models.absorbed, ratingColumns(rows.filter(takesRating)));
  const kinds = kindsOf(rows);
  const waiting = rows.filter(({started_in, fiscal_year}) => started_in === null || fiscal_year < started_in);
  const started = personsIn(rows.filter(({taken_part}) => taken_part === 1));
  return {
    regimes:
      kinds.length < 2
        ? []
        : kinds.map((kind) =>
            among(
              (row) => row.kind === kind,
              (row) => row.kind === kind && row.rating_after !== null
            )
          ),
    promotions: rows.some(({reset}) => reset === 1)
      ? among(
          ({reset}) => reset === 0,
          ({reset}) => reset === 0
        )
      : null,
    spillover: regressed("z ~ dose + eve + tenure | manager_id + fiscal_year", ratingColumns(waiting)),
    weighted: ask(started, () => meanOver(sunAbraham(cohortTable(rows), cohortColumns))),
    imputed: ask(started, () => overall(imputation(cohortTable(rows), cohortColumns, {anticipation}))),
    decomposed: ifIdentified(() => decomposed(rows, width)),
    bounds: ifIdentified(() => honest(cohortEffects(rows, {bands: false}), finestOf(width, started)))
  };
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
function decomposed(rows: readonly RatingRow[], width: number): ManagerSensitivity["decomposed"] {
  const {fit, clusters} = baconDecomposition(cohortTable(rows), cohortColumns);
  const allowed = fit.comparisons.filter(({kind}) => kind === "treated vs untreated" || kind === "earlier vs later");
  const weight = allowed.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return null;
  const estimate = allowed.reduce((sum, one) => sum + one.weight * one.estimate, 0) / weight;
  const persons = Math.round((clusters.manager_id ?? 0) / 5) * 5;
  return {
    forbidden: Number((1 - weight).toFixed(2)),
    estimate: roundTo(estimate, finestOf(width, clusters.manager_id ?? 0)),
    persons
  };
}

/** The step to which a mean of so many persons is published, never under a hundredth. */
const finestOf = (width: number, persons: number): number => stepAtLeast(Math.max(0.01, width / persons));

/** Relative magnitudes: trends may diverge after the reference as much as they did, at most, before it. */
function honest({fit}: Estimate<GroupTimeFit>, step: number): HonestRatings | null {
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
    value === null || value === undefined ? null : roundTo(value, step);
  return {
    low: digits(found.intervals[0]?.low),
    high: digits(found.intervals[0]?.high),
    breakdown: found.breakdown === null ? null : Number(found.breakdown.toFixed(2)),
    before: pre
  };
}
