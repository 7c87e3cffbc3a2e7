/**
 * The planned comparison in other measures of the accounts: exploratory, each in its own unit.
 *
 * Estimand   difference for a step of the exposure, as the main comparison's and beside what it adjusts for, pooled and
 *            within unit and year; CR2
 * Not here   revenue and headcount, whose size would be held against itself
 */
import {exposureStep} from "../../evidence/exposureStep.js";
import {standardDeviation} from "../../stats/description/standardDeviation.js";
import {ols} from "../../stats/regression/ols.js";
import {numbers, valuesOf} from "../../released/table.js";
import type {ReleasedTable} from "../../released/table.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence} from "../../evidence/finding.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import type {MeasureDescription} from "../../evidence/measure.js";
import {measureNamed} from "../../evidence/measure.js";
import {timeColumn, unitColumn} from "../../evidence/panel/departmentPanel.js";
import {freeName} from "../../evidence/panel/freeName.js";
import {inPrint} from "../../evidence/panel/inPrint.js";
import {say} from "../../words/say.js";

const accounts = ["margin", "profit_per_head", "profit"];

export interface OtherMeasure {
  readonly measure: MeasureDescription;
  readonly pooled: Evidence;
  readonly within: Evidence;
}

export function otherMeasures({rows}: ReleasedTable, context: EvidenceContext & {readonly plan: Plan}): OtherMeasure[] {
  const {plan, measures, unit} = context;
  const {right, term} = plan;
  const keys = {
    ...Object.fromEntries(plan.columns.map((name) => [name, valuesOf(rows, name)])),
    [unitColumn]: rows.map((row) => String(row[unitColumn])),
    [timeColumn]: numbers(rows, timeColumn)
  };
  const options = plan.exposure.lag > 0 ? {unit: unitColumn, time: timeColumn} : {};
  const measured = freeName("measured_now", keys);
  const explaining = plan.columns.filter((name) => name !== plan.outcome.name);
  return accounts.flatMap((name) => {
    if (explaining.includes(name) || !rows.some((row) => typeof row[name] === "number")) return [];
    const measure = measureNamed(measures, name);
    const y = numbers(rows, name);
    const {scale, unit: shown} = inPrint(measure.unit, standardDeviation(y));
    const step = exposureStep(plan, context);
    const fit = (formula: string, naive: boolean): Evidence =>
      evidenceFrom(ols(formula, {...keys, [measured]: y}, {...options, cluster: unitColumn, about: term}), {
        label: measure.label,
        term,
        unit: shown,
        scale: scale * step,
        rows: say("{0}-years", unit.one),
        naive
      });
    const pooled = ifIdentified(() => fit(`${measured} ~ ${right}`, true));
    const within = ifIdentified(() => fit(`${measured} ~ ${right} | ${unitColumn} + ${timeColumn}`, false));
    return pooled && within ? [{measure, pooled, within}] : [];
  });
}
