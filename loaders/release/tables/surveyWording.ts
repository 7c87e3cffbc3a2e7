import type {ReleasedTable} from "../../../src/released/table.js";
import type {ReleaseModule} from "../releaseModule.js";
import {fitWording} from "../models/fitWording.js";

/** Survey measures of which an item was put in other words: what the plan's model says of the other items. */
export const surveyWording: ReleaseModule<ReleasedTable> = {
  name: "survey_wording",
  needs: ["survey_items", "survey_responses", "departments", "department_years"],
  persons: {sources: ["survey", "activity"]},
  make: (context) => fitWording(context)
};
