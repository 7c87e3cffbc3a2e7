import {make} from "../make.js";
import type {ReleaseContext} from "../releaseModule.js";
import {surveyMeasures} from "../tables/surveyMeasures.js";
import {unitsOf} from "../unitsOf.js";

/**
 * The departments, years and measures whose unit's mean is shown, as the warehouse's questions take them: whoever
 * answered in another enters no further statistic of the survey, so that none can be taken from a total.
 */
export async function shownAnswers(context: ReleaseContext): Promise<{shown: string}> {
  const {rows} = (await make(surveyMeasures, context))?.value ?? {rows: []};
  const units = new Map((await unitsOf(context)).map((unit) => [unit.unit_id, unit.departments]));
  const shown = rows.flatMap(({department_id: unit_id, fiscal_year, measure, mean}) =>
    typeof mean === "number"
      ? (units.get(String(unit_id)) ?? []).map(({department_id}) => ({department_id, unit_id, fiscal_year, measure}))
      : []
  );
  return {shown: JSON.stringify(shown)};
}
