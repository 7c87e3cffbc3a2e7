import {ifIdentified} from "../../evidence/ifIdentified.js";
import {exposureStep} from "../../evidence/exposureStep.js";
import {type LongChange, longChange} from "../../evidence/survey/changeOnChange.js";
import {type SilentBounds, silentBounds} from "../../evidence/survey/silentBounds.js";
import {numbers} from "../../released/table.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import type {DeriveInput} from "../deriveInput.js";
import {surveyInput} from "./surveyInput.js";

/** What the page draws beyond the claim; null where the survey does not tell. */
export interface EngagementDerived {
  /** the purpose's measures together, from the first years to the last */
  readonly change: LongChange | null;
  /** the same for each measure, by name */
  readonly changes: readonly {readonly name: string; readonly change: LongChange}[];
  readonly silent: {readonly bounds: SilentBounds; readonly scale: readonly [number, number]} | null;
}

export function deriveEngagement(input: DeriveInput): EngagementDerived {
  const survey = surveyInput(input);
  if (!survey) return {change: null, changes: [], silent: null};
  const {cells, answers, focus} = survey;
  const rows = input.tables.get("survey_scales")?.rows ?? [];
  const scales = rows.filter(({measure}) => focus.includes(String(measure)));
  const ends = [numbers(scales, "minimum"), numbers(scales, "maximum")] as const;
  const scale = [leastOf(ends[0]), greatestOf(ends[1])] as const;
  const step = exposureStep(input.plan, input.context);
  const bounds =
    scales.length === 0 ? null : ifIdentified(() => silentBounds(cells, answers, {plan: input.plan, scale, step}));
  return {
    change: longChange(cells, answers),
    changes: [...cells.means].flatMap(([name, values]) => {
      const change = longChange(cells, values);
      return change ? [{name, change}] : [];
    }),
    silent: bounds && {bounds, scale}
  };
}
