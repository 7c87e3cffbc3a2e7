/**
 * Did engagement rise with participation, and most in what the programme was meant for?
 *
 * Estimand   difference of a department's mean for a difference of one in participation, within department and year, for
 *            every measure; the purpose's measures together, and less the other measures
 * Naive      the purpose's measures over all department-years pooled
 * Rows       released cells; departments as clusters; measures adjusted for their number, negative controls apart
 */
import {adjust} from "../../stats/adjustment/adjust.js";
import {ols} from "../../stats/regression/ols.js";
import type {ReleasedTable} from "../../released/table.js";
import {certainty} from "../../evidence/certainty.js";
import {checkPrecision, checkResponse, checkSign} from "../../evidence/check.js";
import type {Check, Verdict} from "../../evidence/check.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {cappedLevel} from "../../evidence/designLevel.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Claim, Evidence, Finding} from "../../evidence/finding.js";
import {capital, count, digitsFor, interval, list, pValue, percent, signed} from "../../evidence/format.js";
import {isClear} from "../../evidence/isClear.js";
import {measureNamed} from "../../evidence/measure.js";
import {averageOf} from "../../evidence/survey/averageOf.js";
import {longChange, yearlyChange} from "../../evidence/survey/changeOnChange.js";
import {checkControls} from "../../evidence/survey/checkControls.js";
import {checkWording} from "../../evidence/survey/checkWording.js";
import {responseOf, responseOverall} from "../../evidence/survey/responseOf.js";
import {scaleChecks} from "../../evidence/survey/scaleChecks.js";
import type {SurveyCells} from "../../evidence/survey/surveyCells.js";
import {surveyCells} from "../../evidence/survey/surveyCells.js";

const unit = "points";
const clusters = "department_id";
const threshold = 0.05;

/** What is known of the purpose's measures from exact rows. */
export interface SurveyQuality {
  readonly scales: ReleasedTable;
  readonly wording: ReleasedTable;
}

type Planned = EvidenceContext & {readonly plan: Plan};

export function engagement(
  survey: ReleasedTable,
  departmentYears: ReleasedTable,
  context: Planned,
  {scales, wording}: SurveyQuality
): Finding {
  const {plan, assignment, programme, measures, unit: words} = context;
  const cells = surveyCells(survey, departmentYears, plan.exposure.name);
  const {outcomes, controls, focus, others} = sortMeasures(survey, context);
  const label = (name: string): string => measureNamed(measures, name).label;
  const fit = (values: readonly number[], name: string, naive = false): Evidence => {
    const table = {...cells.keys, [plan.exposure.name]: cells.exposure, mean: values};
    const formula = naive ? `mean ~ ${plan.term}` : plan.specification;
    const fitted = ols(formula, table, {cluster: clusters});
    return evidenceFrom(fitted, {label: name, term: plan.term, unit, rows: `${words.one}-years`, naive});
  };
  const answers = averageOf(cells, focus);
  const together = list(focus.map(label));
  const naive = fit(answers, `${capital(together)}, all ${words.one}-years pooled`, true);
  const primary = fit(answers, `${capital(together)}, within ${words.one} and year`);
  const changes = changeEvidence(cells, answers, context);
  const rest = averageOf(cells, others);
  const gap =
    others.length > 0
      ? fit(
          answers.map((value, i) => value - (rest[i] ?? NaN)),
          "Purpose less other measures"
        )
      : undefined;
  const claim = isClear(primary) ? "change" : isClear(naive) ? "difference" : "none";
  const each = adjustedOf(outcomes.map((name) => ({...fit(cells.means.get(name) ?? [], capital(label(name))), name})));
  const apart = controls.map((name) => ({
    ...fit(cells.means.get(name) ?? [], `${capital(label(name))} (negative control)`),
    control: true
  }));
  const claimed =
    claim === "difference"
      ? adjustedOf(outcomes.map((name) => ({...fit(cells.means.get(name) ?? [], name, true), name})))
      : each;
  const response = responseOverall(cells);
  const checks: Check[] = [
    ...(Number.isNaN(response)
      ? []
      : [checkResponse(response, "of those invited answered"), checkSilence(cells, context)]),
    ...scaleChecks(scales, focus, context),
    checkWording(
      wording,
      new Map(each.filter(({name}) => focus.includes(name)).map((one) => [one.name, one])),
      context
    ),
    checkSource(plan.exposure.name, cells, context),
    ...(apart.length > 0
      ? [
          checkControls(
            apart.map((one, i) => ({...one, label: label(controls[i] ?? "")})),
            plan.worthwhile
          )
        ]
      : []),
    checkPrecision(primary, plan.worthwhile),
    checkSign(primary, [naive, ...changes]),
    checkMultiplicity(claim, claimed, focus)
  ];
  return {
    id: "engagement",
    question: "Did engagement rise with participation, and in what most?",
    title: titleOf(primary, naive, gap, together, words.many),
    sentence: sentenceOf(primary, gap, {together, one: words.one, response}),
    kind: "association",
    level: cappedLevel(3, assignment),
    certainty: certainty("association", assignment, checks),
    claim,
    checks,
    primary,
    evidence: [naive, primary, ...changes, ...(gap ? [fit(rest, "The other measures together"), gap] : [])],
    measures: [
      ...each
        .map(({name: _name, ...one}) => ({...one, label: `${one.label}${surviving(one)}`}))
        .toSorted((a, b) => b.estimate - a.estimate),
      ...apart
    ],
    specification: plan.specification,
    outcome: plan.outcome.name,
    alternative: `A ${words.one} in better spirits may both answer higher and have more people find time for ${programme}.`,
    wouldChange: `Changes within ${words.many} whose start was set by others, and answers from those who are silent now.`,
    absent: `${capital(words.one)}-years with too few answers are withheld and enter no estimate.`
  };
}

interface Sorted {
  readonly outcomes: readonly string[];
  readonly controls: readonly string[];
  /** the purpose's measures, in its order */
  readonly focus: readonly string[];
  readonly others: readonly string[];
}

/** @throws {RangeError} if the purpose names no measure of the survey */
function sortMeasures({rows}: ReleasedTable, {purpose}: EvidenceContext): Sorted {
  const names = [...new Set(rows.map(({measure}) => String(measure)))];
  const marked = new Set(
    rows.flatMap(({measure, negative_control: control}) => (control === true ? [String(measure)] : []))
  );
  const outcomes = names.filter((name) => !marked.has(name));
  const focus = (purpose?.measures ?? []).filter((name) => outcomes.includes(name));
  if (focus.length === 0)
    throw new RangeError("the purpose names no measure of the survey; declare study.purpose.measures");
  return {outcomes, controls: [...marked], focus, others: outcomes.filter((name) => !focus.includes(name))};
}

/** The same difference as change on change: from the first years to the last, and from each year to the next. */
function changeEvidence(cells: SurveyCells, values: readonly number[], {unit: words}: EvidenceContext): Evidence[] {
  const long = longChange(cells, values);
  const yearly = yearlyChange(cells, values);
  const change = (
    rows: readonly {unit: string; year: number; exposure: number; answers: number}[],
    formula: string,
    label: string,
    n: string
  ): Evidence[] => {
    if (new Set(rows.map(({unit: id}) => id)).size < 5 || new Set(rows.map(({exposure}) => exposure)).size < 2)
      return [];
    const table = {
      answers: rows.map(({answers}) => answers),
      exposure: rows.map(({exposure}) => exposure),
      unit: rows.map(({unit: id}) => id),
      year: rows.map(({year}) => String(year))
    };
    return [evidenceFrom(ols(formula, table, {cluster: "unit"}), {label, term: "exposure", unit, rows: n})];
  };
  const span = ([from, to]: readonly [number, number]): string => (from === to ? String(from) : `${from}\u2013${to}`);
  return [
    ...(long
      ? change(
          long.changes,
          "answers ~ exposure",
          `Change on change, ${span(long.first)} to ${span(long.last)}`,
          words.many
        )
      : []),
    ...change(yearly, "answers ~ exposure | year", "Change on change, year on year", `changes of ${words.many}`)
  ];
}

type Named = Evidence & {readonly name: string};

/** With p adjusted for their number, by Benjamini and Hochberg. */
function adjustedOf(each: readonly Named[]): Named[] {
  const adjusted = adjust(
    each.map(({p}) => p),
    "bh"
  );
  return each.map((one, i) => ({...one, adjusted: adjusted[i] ?? null}));
}

function surviving({adjusted}: Evidence): string {
  if (adjusted === null || adjusted === undefined) return "";
  return ` (adjusted p ${pValue(adjusted)}${adjusted < threshold ? ", survives" : ""})`;
}

/** Whether the share who answer moved with participation, in which case those who are silent are others than before. */
function checkSilence(cells: SurveyCells, {plan, unit: words}: Planned): Check {
  const table = {
    ...cells.keys,
    [plan.exposure.name]: cells.exposure,
    [plan.outcome.name]: responseOf(cells).map((share) => 100 * share)
  };
  const fitted = ols(plan.specification, table, {cluster: clusters});
  const {estimate, low, high} = evidenceFrom(fitted, {label: "", term: plan.term, unit: "percentage points", rows: ""});
  const range = low === null || high === null ? "no interval" : `95 % interval ${interval(low, high)}`;
  const small = low !== null && high !== null && Math.max(-low, high) < mostMoved;
  const verdict: Verdict = small
    ? "passed"
    : isClear({low, high}) && Math.abs(estimate) >= mostMoved
      ? "failed"
      : "unknown";
  const digits = low === null || high === null ? 0 : digitsFor(low, high);
  return {
    domain: "missing",
    asked: "Did the share who answer stay the same as participation changed?",
    verdict,
    why:
      `Within a ${words.one} it differed by ${signed(estimate, digits)} percentage points between no and full participation ` +
      `(${range}); under ${mostMoved} is taken for the same.`
  };
}

const mostMoved = 10;

/** Whether answers and participation come from different sources. */
function checkSource(term: string, {means}: SurveyCells, {measures}: EvidenceContext): Check {
  const {label, role} = measureNamed(measures, term);
  const same = means.has(term);
  return {
    domain: "measurement",
    asked: "Do answers and participation come from different sources?",
    verdict: same ? "failed" : role === "exposure" ? "passed" : "unknown",
    why: same
      ? `Both come from the same survey.`
      : role === "exposure"
        ? `${capital(label)} is counted from records, not asked for in the survey.`
        : `Nothing is declared of where ${label} comes from.`
  };
}

/** Whether what is claimed of the purpose's measures stands once all measures are counted. */
function checkMultiplicity(claim: Claim, each: readonly Named[], focus: readonly string[]): Check {
  const ours = each.filter(({name}) => focus.includes(name));
  const survive = ours.filter(({adjusted}) => typeof adjusted === "number" && adjusted < threshold).length;
  const least = Math.min(...each.map(({adjusted}) => adjusted ?? 1));
  return {
    domain: "multiplicity",
    asked: "Does what is claimed stand once all measures are counted?",
    verdict: claim === "none" || survive > 0 ? "passed" : "failed",
    why:
      `${claim === "difference" ? "Pooled" : "Within"}, ${survive} of the purpose's ${ours.length} stay clear, counting ` +
      `${each.length} measures; the smallest adjusted p is ${pValue(least)}.` +
      `${claim === "none" ? " Nothing is claimed of any." : ""}`
  };
}

function sentenceOf(
  {estimate, low, high, n, rows}: Evidence,
  gap: Evidence | undefined,
  {together, one, response}: {together: string; one: string; response: number}
): string {
  const digits = low === null || high === null ? 2 : digitsFor(low, high);
  const range = low === null || high === null ? "" : `95 % interval ${interval(low, high, digits)}; `;
  const beside =
    gap === undefined
      ? ""
      : ` Held against the other measures the difference was ${signed(gap.estimate, gap.low === null || gap.high === null ? 2 : digitsFor(gap.low, gap.high))} ${unit}` +
        `${gap.low === null || gap.high === null ? "" : ` (${interval(gap.low, gap.high)})`}.`;
  return (
    `Compared with itself in other years, a ${one}'s mean of ${together} differed by ${signed(estimate, digits)} ` +
    `${unit} between no and full participation (${range}n = ${count(n)} ${rows}).${beside}` +
    `${Number.isNaN(response) ? "" : ` ${percent(response)} of those invited answered.`}`
  );
}

function titleOf(
  primary: Evidence,
  naive: Evidence,
  gap: Evidence | undefined,
  together: string,
  many: string
): string {
  if (isClear(primary)) {
    const most =
      gap && isClear(gap) && gap.estimate > 0 && primary.estimate > 0 ? ", more than the other measures" : "";
    return `Within ${many}, ${together} ${primary.estimate > 0 ? "rose" : "fell"} with participation${most}`;
  }
  if (isClear(naive)) {
    const level = naive.estimate > 0 ? "higher" : "lower";
    return `${capital(many)} that took part more answered ${level} on ${together}; within them no change can be told`;
  }
  return `No association of participation with ${together} can be told`;
}
