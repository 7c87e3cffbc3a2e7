import type {ReleasedTable} from "../../../src/released/table.js";
import {releaseDerivedTable} from "../../disclosure/releaseDerived.js";
import type {ReleaseModule} from "../releaseModule.js";
import {scaleColumns, scalesOf} from "./scalesOf.js";

/** The same as `surveyScales`, of the purpose's measures alone: what the findings need to know. */
export const purposeScales: ReleaseModule<ReleasedTable> = {
  name: "purpose_scales",
  needs: ["survey_items", "survey_responses", "departments"],
  persons: {sources: ["survey"]},
  async make(context) {
    const aim = context.study.purpose?.measures ?? [];
    return aim.length === 0 ? releaseDerivedTable([], scaleColumns, []) : scalesOf(context, aim);
  }
};
