/**
 * Did engagement rise with participation, and most in what the programme was meant for?
 *
 * Estimand   difference of a unit's mean for a step of the exposure, with what the plan absorbs taken out, for every
 *            measure; the purpose's measures together, and less the other measures
 * Simple     the purpose's measures over all unit-years pooled
 * Rows       released cells; units as clusters, the wild bootstrap where they are fewer than 30; measures adjusted for
 *            their number, negative controls apart
 */
import {adjust} from "../../stats/adjustment/adjust.js";
import type {ReleasedTable} from "../../released/table.js";
import {comparisonSentence} from "../../words/card.js";
import {exposurePhrases} from "../../words/exposure.js";
import {capital, digitsFor, list, pValue} from "../../words/numbers.js";
import {lowered} from "../../words/outcome.js";
import type {Answer} from "../../words/en/words.js";
import {agreementCheck} from "../../evidence/checks/agreementCheck.js";
import {precisionCheck} from "../../evidence/checks/precisionCheck.js";
import {clearSide} from "../../evidence/clearSide.js";
import type {EvidenceContext} from "../../evidence/context.js";
import {exposureOf} from "../../evidence/exposureOf.js";
import type {Evidence, FindingDraft} from "../../evidence/finding.js";
import {isClear} from "../../evidence/isClear.js";
import {measureNamed} from "../../evidence/measure.js";
import {beforeProgramme} from "../../evidence/panel/beforeProgramme.js";
import {type DepartmentPanel, timeColumn, unitColumn, yearsCompared} from "../../evidence/panel/departmentPanel.js";
import {ownTrendOf} from "../../evidence/panel/ownTrendOf.js";
import {wildEvidence} from "../../evidence/panel/wildEvidence.js";
import {averageOf} from "../../evidence/survey/averageOf.js";
import {responseOverall} from "../../evidence/survey/responseOf.js";
import {type SurveyCells, surveyCells} from "../../evidence/survey/surveyCells.js";
import {designLevel} from "../../evidence/verdict/designLevel.js";
import {isTooSmall} from "../../evidence/verdict/precisionState.js";
import {titleClaim} from "../../evidence/verdict/titleClaim.js";
import {engagementChecks, required} from "./checks.js";
import type {SurveyQuality} from "./quality.js";
import {words} from "./words.js";
import {say} from "../../words/say.js";
import {fewUnits, type Fit, fitterOf, type Planned, surveyPanel, threshold} from "./surveyPanel.js";
import {sortMeasures} from "./sortMeasures.js";
import {changeEvidence} from "./changeEvidence.js";

export function engagement(
  survey: ReleasedTable,
  departmentYears: ReleasedTable,
  context: Planned,
  quality: SurveyQuality
): FindingDraft {
  const {plan, programme, measures, unit: units, person, programmeYears} = context;
  const study = {unit: units, person, programme};
  const phrases = exposurePhrases(exposureOf(plan, context), study);
  const cells = surveyCells(survey, departmentYears, plan.exposure.name);
  const sorted = sortMeasures(survey, context);
  const {outcomes, controls, focus, others} = sorted;
  const label = (name: string): string => lowered(measureNamed(measures, name).label);
  const panel = surveyPanel(cells, averageOf(cells, focus), context);
  const fit = fitterOf(cells, context);
  const worthwhile = plan.worthwhile * panel.step;
  const together = list(focus.map(label));
  const naive = fit(panel.y, say("{0}, all {1} together", capital(together), panel.rows), true);
  const primary = decided(
    panel,
    fit(panel.y, say("{0}, within {1} and year", capital(together), units.one)),
    units.one
  );
  const followed = plan.absorbed.includes(unitColumn);
  const changes = changeEvidence(cells, panel, context);
  const rest = averageOf(cells, others);
  const gap = others.length > 0 ? fit(less(panel.y, rest), say("Purpose less other measures")) : null;
  const tests = followed ? {change: primary.p, difference: naive.p} : {change: null, difference: primary.p};
  const {claim} = titleClaim(tests);
  const answer = answerOf(claim, isTooSmall(primary, worthwhile));
  const stated = answer === "difference" && followed ? naive : primary;
  const direction = answer === "clear" || answer === "difference" ? (stated.estimate < 0 ? -1 : 1) : 0;
  const before = beforeProgramme(panel, {programmeYears, many: units.many});
  const own = ownTrendOf(panel);
  const each = adjustedOf(outcomes.map((name) => ({...fit(cells.means.get(name) ?? [], capital(label(name))), name})));
  const apart = controls.map((name) => ({
    ...fit(cells.means.get(name) ?? [], say("{0} (negative control)", capital(label(name)))),
    control: true
  }));
  const level = levelOf(panel, context);
  const told = {
    answer,
    side: stated.estimate < 0 ? "lower" : "higher",
    phrases,
    study,
    measures: focus.map(label),
    before: clearSide(before?.level ?? null) === Math.sign(stated.estimate),
    followed
  } as const;
  return {
    id: "engagement",
    question: words.question(phrases),
    title: words.title(told),
    sentence: words.sentence(told, {...primary, years: yearsCompared(panel)}),
    beside: words.beside({
      gap: gap && {estimate: gap.estimate, clear: isClear(gap), digits: digitsOf(gap)},
      response: responseOverall(cells)
    }),
    kind: level === 5 ? "effect" : "association",
    level,
    comparison: comparisonSentence({level, unit: units, followed: followed && plan.absorbed.includes(timeColumn)}),
    claim,
    tests,
    outcome: "engagement",
    direction: directionOf(focus, context),
    worthwhile,
    candidacy: followed ? {ownTrend: clearSide(own)} : null,
    required,
    checks: [
      precisionCheck(primary, worthwhile),
      agreementCheck(primary, changes),
      ...engagementChecks(panel, context, {
        cells,
        quality,
        sorted,
        each,
        controls: controlsOf(cells, controls, fit),
        primary,
        direction,
        worthwhile,
        before,
        own,
        noun: phrases.noun
      })
    ],
    primary,
    evidence: [naive, primary, ...changes, ...(gap ? [fit(rest, say("The other measures together")), gap] : [])],
    measures: [...ranked(each), ...apart],
    specification: plan.specification,
    alternative: words.alternative(study, direction < 0),
    wouldChange: words.wouldChange(study),
    absent: words.absent(panel.rows)
  };
}

const less = (values: readonly number[], others: readonly number[]): number[] =>
  values.map((value, i) => value - (others[i] ?? NaN));

function answerOf(claim: ReturnType<typeof titleClaim>["claim"], tooSmall: boolean): Answer {
  if (claim === "change") return "clear";
  if (claim === "difference") return "difference";
  return tooSmall ? "small" : "none";
}

function levelOf(panel: DepartmentPanel, {plan, assignment, programmeYears}: Planned): ReturnType<typeof designLevel> {
  const comparison = {
    compares: "departments",
    exposure: plan.exposure.name,
    absorbsUnit: plan.absorbed.includes(unitColumn),
    absorbsTime: plan.absorbed.includes(timeColumn),
    adjusted: plan.controls.length > 0,
    yearsBefore: panel.years.some((year, row) => year < programmeYears[0] && Number.isFinite(panel.y[row])),
    notYetStarted: false
  } as const;
  return designLevel(comparison, assignment);
}

/** Each measure with its adjusted p, the greatest estimate first. */
const ranked = (each: readonly Named[]): Evidence[] =>
  each
    .map(({name: _name, ...one}) => ({...one, label: `${one.label}${remaining(one)}`}))
    .toSorted((a, b) => b.estimate - a.estimate);

function decided(panel: DepartmentPanel, clustered: Evidence, one: string): Evidence {
  if (new Set(panel.units).size >= fewUnits) return clustered;
  const wild = wildEvidence(panel, one);
  return wild?.p == null ? clustered : {...wild, label: clustered.label, effectiveDf: clustered.df};
}

function controlsOf(cells: SurveyCells, controls: readonly string[], fit: Fit): Evidence | null {
  return controls.length === 0 ? null : fit(averageOf(cells, controls), say("Negative controls together"));
}

/** More of the purpose's measures is hoped for, unless the study declares them all the other way. */
function directionOf(focus: readonly string[], {measures}: EvidenceContext): "higher" | "lower" {
  return focus.every((name) => measureNamed(measures, name).direction === "lower") ? "lower" : "higher";
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

function remaining({adjusted}: Evidence): string {
  if (adjusted === null || adjusted === undefined) return "";
  return say(" (adjusted p {0}{1})", pValue(adjusted), adjusted < threshold ? ", clear" : "");
}

function digitsOf({low, high}: Evidence): number {
  return low === null || high === null ? 3 : digitsFor(low, high);
}
