import {exposureStep} from "../../evidence/exposureStep.js";
import {ols} from "../../stats/regression/ols.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence} from "../../evidence/finding.js";
import {measureNamed} from "../../evidence/measure.js";
import {type DepartmentPanel, timeColumn, unitColumn} from "../../evidence/panel/departmentPanel.js";
import type {SurveyCells} from "../../evidence/survey/surveyCells.js";
import {say} from "../../words/say.js";

export const unit = "points";
export const threshold = 0.05;
/** with fewer units the wild bootstrap decides */
export const fewUnits = 30;

export type Planned = EvidenceContext & {readonly plan: Plan};

/** The purpose's average as a panel of the plan's, so that what is asked of departments is asked of it. */
export function surveyPanel(
  {keys, names, exposure}: SurveyCells,
  y: readonly number[],
  context: Planned
): DepartmentPanel {
  const {plan, measures, unit: units} = context;
  const described = measureNamed(measures, plan.exposure.name);
  const years = keys.fiscal_year.map(Number);
  const step = exposureStep(plan, context);
  return {
    specification: plan.specification,
    left: plan.outcome.text,
    right: plan.right,
    term: plan.term,
    outcome: {name: "engagement", label: say("engagement"), unit, direction: "higher", role: "outcome"},
    exposure: described,
    logged: false,
    step,
    scale: step,
    absorbed: plan.absorbed,
    order: plan.exposure.lag > 0 ? {unit: unitColumn, time: timeColumn} : {},
    unit,
    rows: say("{0}-years", units.one),
    columns: {[plan.outcome.name]: y, [plan.exposure.name]: exposure, ...keys},
    units: keys.department_id,
    names,
    lines: names.map(() => ""),
    years,
    persons: names.map(() => NaN),
    x: exposure,
    y,
    controls: []
  };
}

export type Fit = (values: readonly number[], label: string, naive?: boolean) => Evidence;

/** The plan's comparison, or the pooled one, in any measure of the survey. */
export function fitterOf({keys, exposure}: SurveyCells, context: Planned): Fit {
  const {plan, unit: units} = context;
  const scale = exposureStep(plan, context);
  const options = plan.exposure.lag > 0 ? {unit: unitColumn, time: timeColumn} : {};
  return (values, label, naive = false) => {
    const table = {...keys, [plan.exposure.name]: exposure, [plan.outcome.name]: values};
    const formula = naive ? `${plan.outcome.text} ~ ${plan.term}` : plan.specification;
    const fitted = ols(formula, table, {...options, cluster: unitColumn, about: plan.term});
    return evidenceFrom(fitted, {label, term: plan.term, unit, rows: say("{0}-years", units.one), naive, scale});
  };
}
