import {mixedModel} from "../../src/stats/mixed/mixedModel.js";
import {ols} from "../../src/stats/regression/ols.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {randomTerms} from "../../src/stats/formula/randomTerms.js";
import {releaseDerived} from "../disclosure/releaseDescription.js";
import {releaseEstimate} from "../disclosure/releaseEstimate.js";
import {releaseRows} from "../disclosure/releaseRows.js";
import {roundTo} from "../disclosure/round.js";
import {planFor} from "./context.js";
import {personsBehind} from "./personsBehind.js";
import {query} from "./query.js";
import type {ReleaseModule} from "./releaseModule.js";

export interface SessionEstimates {
  /** the plan's model */
  readonly contrast: Estimate;
  /** the same terms by least squares, errors by module */
  readonly plain: Estimate;
  /** ratings given over sessions attended */
  readonly response: number;
}

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
  async make(context) {
    const plan = planFor(context.study, "sessions");
    const rows = await query<SessionRow>(context, "session_rows");
    const [counted] = await query<{ratings: number; attended: number}>(context, "session_counts");
    if (!plan || !counted || rows.length === 0) return releaseDerived(null);
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
    const clustered = ols(fixed, table, {cluster: "module_id"});
    const fitted = random.length > 0 ? mixedModel(plan.specification, table) : clustered;
    const persons = personsBehind(fixed, table, "manager_id");
    const contrast = releaseEstimate(fitted, persons, context.policy);
    const plain = releaseEstimate(clustered, persons, context.policy);
    const response = releaseRows(
      [{response: counted.ratings / counted.attended, managers: new Set(table.manager_id).size}],
      {
        response: {
          persons: "managers",
          minimum: context.policy["rating.persons"],
          round: (value) => roundTo(value, 0.01)
        }
      },
      {table: "session_estimates"}
    );
    const share = Number(response.value.rows[0]?.response);
    return releaseDerived({contrast: contrast.value, plain: plain.value, response: share}, contrast, plain, response);
  }
};
