/**
 * Were managers rated higher after they took part?
 *
 * Estimand   difference in standing among the year's ratings, in standard deviations, after the start from before it
 * Naive      before and after of those who took part, without comparison
 * Primary    each cohort against managers who had not started by then, from the second year before its first session (Callaway
 *            and Sant'Anna); or manager and year absorbed, where the plan says so
 * Rows       exact ratings, managers as clusters
 */
import type {Estimate} from "../stats/estimate.js";
import {certainty} from "./certainty.js";
import {checkPrecision, checkSign} from "./check.js";
import type {Check} from "./check.js";
import type {EvidenceContext, Plan} from "./context.js";
import {cappedLevel} from "./designLevel.js";
import {evidenceFrom} from "./evidenceFrom.js";
import type {Evidence, Finding} from "./finding.js";
import {capital, count, digitsFor, interval, pValue, signed} from "./format.js";
import {isClear} from "./isClear.js";

const unit = "sd";

export interface ManagerEstimates {
  /** those who took part, before and after */
  readonly alone: Estimate;
  /** manager and year absorbed */
  readonly compared: Estimate;
  /** by cohort and year; null where cohorts can't be told apart */
  readonly staggered: {readonly effects: Estimate; readonly pretrend: number | null} | null;
  /** change to expect from regression to the mean alone, in standard deviations */
  readonly expected: number;
}

export function managers(
  {alone, compared, expected, staggered}: ManagerEstimates,
  context: EvidenceContext & {readonly plan: Plan}
): Finding {
  const {plan, person, programme, assignment} = context;
  const rows = "ratings";
  const naive = evidenceFrom(alone, {
    label: "Before and after, those who took part alone",
    term: "taken_part",
    unit,
    rows,
    naive: true
  });
  const regression: Evidence = {
    ...naive,
    label: "Expected of them with no effect: regression to the mean",
    estimate: expected,
    low: null,
    high: null,
    df: null,
    p: null,
    note: "from their standing in the year before the start and the ratings' correlation from year to year"
  };
  const absorbed = evidenceFrom(compared, {
    label: "Against those who had not started, manager and year absorbed",
    term: "taken_part",
    unit,
    rows
  });
  const byCohort =
    staggered &&
    evidenceFrom(staggered.effects, {
      label: "Cohort by cohort, from two years before the start",
      term: "all",
      unit,
      rows,
      note: `${staggered.effects.method}; before the start nothing moved: p ${staggered.pretrend === null ? "unknown" : pValue(staggered.pretrend)}`
    });
  const planned = plan.specification.startsWith("att(") ? byCohort : absorbed;
  const primary = planned ?? absorbed;
  const evidence = [naive, regression, absorbed, ...(byCohort ? [byCohort] : [])];
  const early = staggered?.pretrend ?? null;
  const comparisons = evidence.filter((one) => one !== regression);
  const checks: Check[] = [
    {
      domain: "measurement",
      asked: "Do the raters not know who took part, and is the scale the same throughout?",
      verdict: "failed",
      why: "Whoever rates knows who took part, and ratings stand relative to the year's others."
    },
    checkPrecision(primary, plan.worthwhile),
    checkSign(primary, comparisons),
    ...(early === null
      ? []
      : [
          {
            domain: "consistency",
            asked: "Did nothing move before the start?",
            verdict: early < 0.05 ? "failed" : "passed",
            why: `The joint test of the years before gives p ${pValue(early)}.`
          } as const
        ])
  ];
  const digits = primary.low === null || primary.high === null ? 2 : digitsFor(primary.low, primary.high);
  const range =
    primary.low === null || primary.high === null
      ? ""
      : `95 % interval ${interval(primary.low, primary.high, digits)}; `;
  return {
    id: "managers",
    question: `Were ${person.many} rated higher after they took part?`,
    title: isClear(primary)
      ? `${capital(person.many)}' ratings ${primary.estimate > 0 ? "rose" : "fell"} after taking part, against those who had not started`
      : `Whether ${person.many}' ratings changed with taking part cannot be told`,
    sentence:
      `After they started, ${person.many} stood ${signed(primary.estimate, digits)} ${unit} from where those who had not ` +
      `started stood (${range}n = ${count(primary.n)} ratings). Of themselves alone they moved by ` +
      `${signed(naive.estimate, digits)} ${unit}, of which regression to the mean would give ${signed(expected, digits)} ${unit}.`,
    kind: "association",
    level: cappedLevel(primary === byCohort ? 3 : 2, assignment),
    certainty: certainty("association", assignment, checks),
    claim: isClear(primary) ? "change" : "none",
    checks,
    primary,
    evidence,
    specification: plan.specification,
    alternative:
      `${capital(person.many)} who were about to be rated higher may have been sent to, or have chosen, ${programme}; and ` +
      "whoever rates them knew that they took part.",
    wouldChange: `A start drawn by lot, and raters who do not know who took part.`,
    absent: `${capital(person.many)} without a rating in a year are not in it; standing among the year's ratings is zero-sum.`
  };
}
