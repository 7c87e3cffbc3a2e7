import type {ReleasedTable} from "../../../src/released/table.js";
import type {ReleaseModule} from "../releaseModule.js";
import {scalesOf} from "./scalesOf.js";

/** The same as `surveyScales`, of the purpose's measures alone where it names any: what the findings need to know. */
export const purposeScales: ReleaseModule<ReleasedTable> = {
  name: "purpose_scales",
  needs: ["survey_items", "survey_responses", "departments"],
  persons: {sources: ["survey"]},
  make: (context) => scalesOf(context, context.study.purpose?.measures)
};
