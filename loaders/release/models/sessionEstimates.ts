import {mixedModel} from "../../../src/stats/mixed/mixedModel.js";
import {ordinal} from "../../../src/stats/generalised/ordinal.js";
import {ols} from "../../../src/stats/regression/ols.js";
import type {Estimate} from "../../../src/stats/estimate.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {standardDeviation} from "../../../src/stats/description/standardDeviation.js";
import {randomTerms} from "../../../src/stats/formula/randomTerms.js";
import {releaseDerived, releaseNothing} from "../../disclosure/releaseDerived.js";
import {releaseEstimate} from "../../disclosure/releaseEstimate.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import {toStep} from "../../disclosure/round.js";
import {finestStep, modelledMeans} from "./modelledMeans.js";
import {planFor} from "../context.js";
import {personsBehind} from "./personsBehind.js";
import {query} from "../query.js";
import {remember} from "../remember.js";
import {tablesRead} from "../tablesRead.js";
import {spreadFor} from "./spreadFor.js";
import type {ReleaseModule} from "../releaseModule.js";

export interface SessionEstimates {
  /** the plan's model */
  readonly contrast: Estimate;
  /** the same terms by least squares, errors by module */
  readonly plain: Estimate;
  /** ratings given over sessions attended */
  readonly response: number;
  /** the same terms where ratings only stand in order, and the ratings' standard deviation; null where not asked for */
  readonly ordered: {readonly fitted: Estimate; readonly spread: number} | null;
  /** modules' means by the plan's model; empty where it has none of modules */
  readonly modules: ReleasedTable;
}

/** standard deviation of what answers in order are taken to be steps of */
const logistic = Math.PI / Math.sqrt(3);

/** more different ratings than this are as good as a continuous scale */
const mostAnswers = 11;

export interface SessionRow {
  readonly rating: number;
  readonly reflective: number;
  readonly position: number;
  readonly module_id: string;
  readonly group_id: string;
  readonly manager_id: string;
}

/** The contrast of reflective modules with the others, on exact ratings. */
export const sessionEstimates: ReleaseModule<SessionEstimates | null> = {
  name: "session_estimates",
  needs: ["session_ratings", "sessions", "modules", "rating_scales", "attendance"],
  persons: {sources: ["ratings"], eachCell: true},
  async make(context) {
    const plan = planFor(context.study, "sessions");
    const question = "models/session_rows";
    const rows = await query<SessionRow>(context, question);
    const [counted] = await query<{ratings: number; attended: number}>(context, "models/session_counts");
    if (!plan || !counted || rows.length === 0) return releaseNothing();
    const column = <Name extends keyof SessionRow>(name: Name): SessionRow[Name][] => rows.map((row) => row[name]);
    const table = {
      rating: column("rating"),
      reflective: column("reflective"),
      position: column("position"),
      module_id: column("module_id"),
      group_id: column("group_id"),
      manager_id: column("manager_id")
    };
    const {fixed, random} = randomTerms(plan.specification);
    const answers = new Set(table.rating).size;
    const inOrder = !context.estimatesOnly && answers > 2 && answers <= mostAnswers;
    const {specification} = plan;
    const tables = await tablesRead(context, question);
    const {clustered, mixed, ordinalFit} = await remember(
      context,
      "sessions",
      {tables, specification, inOrder},
      () => ({
        clustered: ols(fixed, table, {cluster: "module_id"}),
        mixed: random.length > 0 ? mixedModel(specification, table, {modes: true}) : null,
        ordinalFit: inOrder ? ordinal(fixed, table) : null
      })
    );
    const persons = personsBehind(fixed, table, "manager_id");
    const spread = spreadFor(table.rating, table);
    const latent = (term: string): number => (logistic / spread("")) * spread(term);
    const contrast = releaseEstimate(mixed ?? clustered, persons, context.policy, {spread});
    const plain = releaseEstimate(clustered, persons, context.policy, {spread});
    const ordered = ordinalFit && releaseEstimate(ordinalFit, persons, context.policy, {spread: latent});
    const minimum = context.policy["rating.persons"];
    const behind = {
      kind: "rating",
      minimum,
      statistic: "mean",
      within: null,
      range: [-Infinity, Infinity],
      grain: 0
    } as const;
    const shown = {...behind, unit: "ratings", persons: "raters", round: toStep(finestStep)};
    const overall = {...behind, unit: "managers", persons: "managers", round: toStep(finestStep)};
    const modules = releaseRows(
      mixed ? modelledMeans(mixed, rows, table, context.policy["model.precision"] ?? 0) : [],
      {
        module_id: {kind: "key"},
        modelled: shown,
        modelled_low: shown,
        modelled_high: shown
      },
      {table: "session_estimates", key: ["module_id"], control: context.control}
    );
    const response = releaseRows(
      [{response: counted.ratings / counted.attended, spread: standardDeviation(table.rating), managers: persons}],
      {
        response: overall,
        spread: overall
      },
      {table: "session_estimates"}
    );
    const shared = response.value.rows[0];
    return releaseDerived(
      {
        contrast: contrast.value,
        plain: plain.value,
        response: Number(shared?.response),
        ordered: ordered && {fitted: ordered.value, spread: Number(shared?.spread)},
        modules: modules.value
      },
      ...[contrast, plain, ordered, modules, response].filter((part) => part !== null)
    );
  }
};
