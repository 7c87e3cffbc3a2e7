import {mixedModel, type MixedFit} from "../../../src/stats/mixed/mixedModel.js";
import {ordinal} from "../../../src/stats/generalised/ordinal.js";
import {ols} from "../../../src/stats/regression/ols.js";
import type {Estimate} from "../../../src/stats/estimate.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {randomTerms} from "../../../src/stats/formula/randomTerms.js";
import {releaseDerived, releaseNothing} from "../../disclosure/releaseDerived.js";
import {releaseEstimate} from "../../disclosure/releaseEstimate.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import {toStep} from "../../disclosure/round.js";
import {planFor} from "../context.js";
import {personsBehind} from "./personsBehind.js";
import {query} from "../query.js";
import {remember} from "../remember.js";
import type {ReleaseModule} from "../releaseModule.js";
import type {Row} from "../../disclosure/columnRule.js";

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

/** more different ratings than this are as good as a continuous scale */
const mostAnswers = 11;

interface SessionRow {
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
    const rows = await query<SessionRow>(context, "models/session_rows");
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
    const {clustered, mixed, ordinalFit} = await remember(context, "sessions", {table, specification, inOrder}, () => ({
      clustered: ols(fixed, table, {cluster: "module_id"}),
      mixed: random.length > 0 ? mixedModel(specification, table, {modes: true}) : null,
      ordinalFit: inOrder ? ordinal(fixed, table) : null
    }));
    const persons = personsBehind(fixed, table, "manager_id");
    const contrast = releaseEstimate(mixed ?? clustered, persons, context.policy);
    const plain = releaseEstimate(clustered, persons, context.policy);
    const ordered = ordinalFit && releaseEstimate(ordinalFit, persons, context.policy);
    const minimum = context.policy["rating.persons"];
    const behind = {
      kind: "rating",
      minimum,
      statistic: "mean",
      within: null,
      range: [-Infinity, Infinity],
      grain: 0
    } as const;
    const shown = {...behind, unit: "ratings", persons: "raters", round: toStep(step)};
    const overall = {...behind, unit: "managers", persons: "managers", round: toStep(step)};
    const modules = releaseRows(
      mixed ? moduleMeans(mixed, rows, table) : [],
      {
        module_id: {kind: "key"},
        modelled: shown,
        modelled_low: shown,
        modelled_high: shown
      },
      {table: "session_estimates", key: ["module_id"], control: context.control}
    );
    const response = releaseRows(
      [{response: counted.ratings / counted.attended, spread: spreadOf(table.rating), managers: persons}],
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

/** of a published share or mean of ratings that the model gives */
const step = 0.01;

/**
 * Each module's mean as the model has it: the fixed terms at the module's own mindset and the average of all else, and the
 * module's conditional mode, with the mode's 95 % interval; without one where the modules' variance is estimated as zero.
 */
function moduleMeans(
  {terms, fit}: Estimate<MixedFit & Readonly<Record<string, unknown>>>,
  rows: readonly SessionRow[],
  table: Readonly<Record<string, readonly (string | number)[]>>
): Row[] {
  const modes = fit.modes?.module_id;
  if (!modes) return [];
  const middle = (name: string): number => {
    const column = table[name];
    if (!column)
      throw new RangeError(`invalid plan for sessions; ${name} is no column of session_rows; name one of them`);
    return column.reduce<number>((sum, value) => sum + Number(value), 0) / column.length;
  };
  const middles = new Map(terms.map(({term}) => [term, term === "(Intercept)" ? 1 : middle(term)]));
  return [...new Set(rows.map(({module_id}) => module_id))].map((id) => {
    const own = rows.filter(({module_id}) => module_id === id);
    const mode = modes[id]?.["(Intercept)"] ?? {estimate: 0, se: 0};
    const at = terms.reduce(
      (sum, {term, estimate}) =>
        sum + estimate * (term === "reflective" ? (own[0]?.reflective ?? 0) : (middles.get(term) ?? 0)),
      0
    );
    const mean = at + mode.estimate;
    const reach = 1.96 * mode.se < step ? null : 1.96 * mode.se;
    return {
      module_id: id,
      raters: new Set(own.map(({manager_id: rater}) => rater)).size,
      modelled: mean,
      modelled_low: reach === null ? null : mean - reach,
      modelled_high: reach === null ? null : mean + reach
    };
  });
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
