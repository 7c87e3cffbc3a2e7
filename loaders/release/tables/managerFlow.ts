import type {ReleasedTable} from "../../../src/released/table.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import {toStep} from "../../disclosure/round.js";
import {query} from "../query.js";
import type {ReleaseModule} from "../releaseModule.js";

const stages = ["eligible", "rated", "compared", "considered", "started", "either_side"] as const;

/** How many managers are left at each step from those eligible to those rated before and after their start. */
export const managerFlow: ReleaseModule<ReleasedTable> = {
  name: "manager_flow",
  needs: ["performance_ratings", "rating_scales", "attendance", "sessions", "assignments"],
  persons: {sources: ["appraisals", "activity"]},
  async make(context) {
    const {policy} = context;
    const [counted] = await query<Record<(typeof stages)[number], number>>(context, "tables/manager_flow");
    return releaseRows(
      counted ? stages.map((stage) => ({stage, managers: counted[stage]})) : [],
      {
        stage: {kind: "key"},
        managers: {
          kind: "count",
          unit: "managers",
          persons: "managers",
          minimum: policy["appraisal.persons"],
          statistic: "count",
          range: [0, Infinity],
          grain: 1,
          round: toStep(policy["count.step"])
        }
      },
      {table: "manager_flow", key: ["stage"], hidden: context.hidden}
    );
  }
};
