import type {ReleasedTable} from "../../../src/released/table.js";
import type {ReleaseModule} from "../releaseModule.js";
import {scalesOf} from "../models/scalesOf.js";

/** Reliability of every survey measure, and agreement within the units whose means are published. */
export const surveyScales: ReleaseModule<ReleasedTable> = {
  name: "survey_scales",
  needs: ["survey_items", "survey_responses", "departments"],
  persons: {sources: ["survey"]},
  make: (context) => scalesOf(context)
};
