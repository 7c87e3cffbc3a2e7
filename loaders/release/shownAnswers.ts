import {make} from "./make.js";
import type {ReleaseContext} from "./releaseModule.js";
import {surveyMeasures} from "./surveyMeasures.js";
import {unitsParameter} from "./unitsOf.js";

/**
 * The units, and the units, years and measures whose means are shown, as the warehouse's questions take them: whoever
 * answered in another enters no further statistic of the survey, so that none can be taken from a total.
 */
export async function shownAnswers(context: ReleaseContext): Promise<{units: string; shown: string}> {
  const {rows} = (await make(surveyMeasures, context))?.value ?? {rows: []};
  const shown = rows.flatMap(({department_id: unit_id, fiscal_year, measure, mean}) =>
    typeof mean === "number" ? [{unit_id, fiscal_year, measure}] : []
  );
  return {...(await unitsParameter(context)), shown: JSON.stringify(shown)};
}
