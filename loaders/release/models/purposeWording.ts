import type {ReleasedTable} from "../../../src/released/table.js";
import type {ReleaseModule} from "../releaseModule.js";
import {fitWording} from "./fitWording.js";

/** The same as `surveyWording`, of the purpose's measures alone: what the finding on them needs to know. */
export const purposeWording: ReleaseModule<ReleasedTable> = {
  name: "purpose_wording",
  needs: ["survey_items", "survey_responses", "departments"],
  persons: {sources: ["survey", "activity"]},
  make: (context) => fitWording(context, context.study.purpose?.measures)
};
