import {averageOf} from "../../evidence/survey/averageOf.js";
import type {SurveyCells} from "../../evidence/survey/surveyCells.js";
import {surveyCells} from "../../evidence/survey/surveyCells.js";
import {list} from "../../evidence/format.js";
import {measureNamed} from "../../evidence/measure.js";
import type {DeriveInput} from "../deriveInput.js";

export interface SurveyInput {
  readonly cells: SurveyCells;
  /** the purpose's measures, in its order */
  readonly focus: readonly string[];
  /** their mean in each unit and year */
  readonly answers: readonly number[];
  /** the same in words */
  readonly together: string;
}

/** The survey as the finding's figures take it; null where its tables are not there. */
export function surveyInput({
  tables,
  context,
  plan
}: Pick<DeriveInput, "tables" | "context" | "plan">): SurveyInput | null {
  const [survey, years] = [tables.get("survey_measures"), tables.get("department_years")];
  if (!survey || !years) return null;
  const cells = surveyCells(survey, years, plan.exposure.name);
  const focus = (context.purpose?.measures ?? []).filter((name) => cells.means.has(name));
  if (focus.length === 0) return null;
  const together = list(focus.map((name) => measureNamed(context.measures, name).label));
  return {cells, focus, answers: averageOf(cells, focus), together};
}
