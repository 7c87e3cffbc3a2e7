import type {ReleasedTable} from "../../../src/released/table.js";
import {releaseRows} from "../../disclosure/releaseRows.js";
import {toStep} from "../../disclosure/round.js";
import {query} from "../query.js";
import type {ReleaseModule} from "../releaseModule.js";

const stages = ["eligible", "rated", "compared", "considered", "started", "either_side"] as const;

/** Of whom a step is known to be some: everybody knows who is eligible. */
const amongOf = (stage: (typeof stages)[number], {eligible}: {readonly eligible: number}): number | null =>
  stage === "eligible" ? null : eligible;

/** How many managers are left at each step from those eligible to those rated before and after their start. */
export const managerFlow: ReleaseModule<ReleasedTable> = {
  name: "manager_flow",
  needs: ["performance_ratings", "rating_scales", "attendance", "sessions", "assignments"],
  persons: {sources: ["appraisals", "activity"]},
  async make(context) {
    const {policy} = context;
    const [counted] = await query<Record<(typeof stages)[number], number>>(context, "tables/manager_flow");
    return releaseRows(
      counted ? stages.map((stage) => ({stage, managers: counted[stage], among: amongOf(stage, counted)})) : [],
      {
        stage: {kind: "key"},
        managers: {
          kind: "count",
          unit: "managers",
          persons: "managers",
          within: "among",
          minimum: policy["appraisal.persons"],
          statistic: "count",
          range: [0, Infinity],
          grain: 1,
          round: toStep(policy["count.step"])
        }
      },
      {table: "manager_flow", key: ["stage"], control: context.control}
    );
  }
};
