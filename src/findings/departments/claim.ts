/**
 * Did units that took part more do better, and did a unit do better when it took part more?
 *
 * Estimand   difference in the plan's outcome for a step of the exposure, with what the plan absorbs taken out
 * Simple     the same over all unit-years pooled: the article's own picture
 * Rows       released cells, so that report, explorer and download can't disagree
 * Errors     CR2 by unit; where units are fewer than 30 the interval and p are of the wild cluster bootstrap
 */
import type {ReleasedTable} from "../../released/table.js";
import {NotIdentified} from "../../stats/errors/notIdentified.js";
import {exposurePhrases} from "../../words/exposure.js";
import {comparisonSentence} from "../../words/card.js";
import type {Answer} from "../../words/en/words.js";
import {agreementCheck} from "../../evidence/checks/agreementCheck.js";
import {precisionCheck} from "../../evidence/checks/precisionCheck.js";
import {columnCalled} from "../../evidence/columnCalled.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {exposureOf} from "../../evidence/exposureOf.js";
import type {Evidence, FindingDraft} from "../../evidence/finding.js";
import {clearSide} from "../../evidence/clearSide.js";
import {isAmount} from "../../evidence/isAmount.js";
import {isClear} from "../../evidence/isClear.js";
import {beforeProgramme} from "../../evidence/panel/beforeProgramme.js";
import {
  comparedRows,
  type DepartmentPanel,
  departmentPanel,
  timeColumn,
  unitColumn,
  yearsCompared
} from "../../evidence/panel/departmentPanel.js";
import {ownTrendOf} from "../../evidence/panel/ownTrendOf.js";
import {type Specifications, specifications} from "../../evidence/panel/specifications.js";
import {whyImpossible} from "../../evidence/whyImpossible.js";
import {designLevel} from "../../evidence/verdict/designLevel.js";
import {isTooSmall} from "../../evidence/verdict/precisionState.js";
import {titleClaim} from "../../evidence/verdict/titleClaim.js";
import {departmentsChecks, requiredOf} from "./checks.js";
import {laggedEvidence} from "./laggedEvidence.js";
import type {Beside} from "./pooledControls.js";
import type {DepartmentsWords} from "./words.en.js";
import {words} from "./words.js";

type Planned = EvidenceContext & {readonly plan: Plan};
type Draft = Omit<FindingDraft, "absent">;

export function departments(table: ReleasedTable, context: Planned, beside: Beside = {}): FindingDraft {
  const panel = departmentPanel(table, context);
  const made = estimatesOf(panel, context);
  const draft = "reason" in made ? impossible(panel, context, made.reason) : possible(panel, context, made, beside);
  const of = panel.units.length;
  const absent = {
    of,
    missing: of - comparedRows(panel).length,
    withheld: context.plan.columns.some((name) => (table.suppressed[name] ?? 0) > 0)
  };
  return {...draft, absent: words.absent(panel.rows, absent)};
}

function estimatesOf(panel: DepartmentPanel, context: Planned): Specifications | {readonly reason: string} {
  try {
    return specifications(panel, context);
  } catch (error) {
    if (error instanceof NotIdentified) return {reason: whyImpossible(panel, context)};
    throw error;
  }
}

function possible(panel: DepartmentPanel, context: Planned, estimates: Specifications, beside: Beside): Draft {
  const {primary, across} = estimates;
  const shared = sharedOf(panel, context);
  const {followed, drawn, worthwhile} = shared;
  const tests =
    followed || drawn ? {change: primary.p, difference: across?.p ?? null} : {change: null, difference: primary.p};
  const {claim} = titleClaim(tests);
  const small = isTooSmall(primary, worthwhile);
  const answer: Answer =
    claim === "change"
      ? "clear"
      : claim === "difference"
        ? followed
          ? "difference"
          : "clear"
        : small
          ? "small"
          : "none";
  const stated = claim === "difference" && followed ? (across ?? primary) : primary;
  const side = stated.estimate < 0 ? "lower" : "higher";
  const before = beforeProgramme(panel, {programmeYears: context.programmeYears, many: context.unit.many});
  const told = {
    ...shared.words,
    answer,
    side,
    before: sameBefore(before?.level ?? null, stated),
    smallWithin: small
  } as const;
  const direction = answer === "small" || answer === "none" ? 0 : stated.estimate < 0 ? -1 : 1;
  const checks = [
    precisionCheck(primary, worthwhile),
    agreementCheck(
      primary,
      // the same estimate with other errors is no other comparison
      estimates.all.filter((one) => one !== primary && !estimates.restated.includes(one) && (drawn || !one.naive))
    ),
    ...departmentsChecks(panel, context, {primary, direction, worthwhile, followed, drawn, before, beside})
  ];
  const worse = direction !== 0 && direction > 0 !== (panel.outcome.direction === "higher");
  return {
    ...shared.draft,
    title: words.title(told),
    alternative: words.alternative(told, {isShare: panel.exposure.unit === "share", worse}),
    sentence: words.sentence(told, {...primary, years: yearsCompared(panel), percent: percentOf(panel, primary)}),
    ...besideOf(panel, told),
    claim,
    tests,
    candidacy: drawn ? {ownTrend: null} : followed ? {ownTrend: clearSide(ownTrendOf(panel))} : null,
    checks,
    primary,
    evidence: estimates.all
  };
}

function impossible(panel: DepartmentPanel, context: Planned, reason: string): Draft {
  const {words: shared, draft, followed, drawn} = sharedOf(panel, context);
  const told = {...shared, answer: "impossible", side: "higher", before: false, smallWithin: false} as const;
  return {
    ...draft,
    title: words.title(told),
    sentence: words.impossible(reason),
    claim: "none",
    tests: {change: null, difference: null},
    candidacy: followed || drawn ? {ownTrend: null} : null,
    checks: [],
    primary: null,
    evidence: []
  };
}

/** The plan's terms of earlier years, which are as much planned as the main one. */
function besideOf(panel: DepartmentPanel, told: DepartmentsWords): Pick<FindingDraft, "beside"> {
  const lagged = laggedEvidence(panel);
  if (!lagged) return {};
  const terms = lagged.terms.map(({lag, evidence}) => ({
    lag,
    shown: {...evidence, percent: percentOf(panel, evidence)}
  }));
  return {beside: words.lagged(told, terms, lagged.joint)};
}

/** What holds whatever came out: the design is of the plan and the data, never of the result. */
function sharedOf(panel: DepartmentPanel, context: Planned) {
  const {plan, unit, person, programme, assignment, programmeYears} = context;
  const study = {unit, person, programme};
  const exposure = exposureOf(plan, context);
  const phrases = exposurePhrases(exposure, study);
  const followed = plan.absorbed.includes(unitColumn);
  const level = designLevel(
    {
      compares: "departments",
      exposure: plan.exposure.name,
      absorbsUnit: followed,
      absorbsTime: plan.absorbed.includes(timeColumn),
      adjusted: plan.controls.length > 0,
      yearsBefore: hasYearsBefore(panel, programmeYears[0]),
      notYetStarted: hasUnstarted(panel)
    },
    assignment
  );
  const isShare = panel.exposure.unit === "share";
  const drawn = level === 5;
  const outcome = {name: panel.outcome.name, label: panel.outcome.label, unit: panel.outcome.unit};
  const worthwhile = plan.worthwhile * panel.scale;
  const within = plan.absorbed
    .filter((name) => name !== unitColumn && name !== timeColumn)
    .map((name) => columnCalled(name, context));
  const draft = {
    id: "departments",
    question: words.question({phrases, study, isShare}),
    kind: drawn ? "effect" : "association",
    level,
    comparison: comparisonSentence({
      level,
      unit,
      within,
      account: assignment.account,
      against: exposure.against,
      followed: followed && plan.absorbed.includes(timeColumn),
      adjustedFor: plan.controls.map((name) => columnCalled(name, context))
    }),
    outcome: panel.outcome.name,
    direction: panel.outcome.direction,
    worthwhile,
    required: requiredOf(panel, drawn),
    specification: plan.specification,
    alternative: words.alternative({study, phrases, effect: drawn}, {isShare, worse: false}),
    wouldChange: words.wouldChange(study, {
      drawn,
      setByOthers: assignment.how === "externally assigned",
      amount: isAmount(exposure) ? phrases.noun : null
    })
  } as const;
  return {words: {outcome, phrases, study, followed, within, effect: drawn}, draft, followed, drawn, worthwhile};
}

function hasYearsBefore({years, y}: DepartmentPanel, first: number): boolean {
  return years.some((year, row) => year < first && Number.isFinite(y[row]));
}

/** Whether in some year some units have the exposure and others have none of it. */
function hasUnstarted({years, x}: DepartmentPanel): boolean {
  const none = new Set(years.filter((_, row) => x[row] === 0));
  return years.some((year, row) => (x[row] ?? 0) > 0 && none.has(year));
}

function sameBefore(level: Evidence | null, stated: Evidence): boolean {
  return level !== null && isClear(level) && Math.sign(level.estimate) === Math.sign(stated.estimate);
}

function percentOf({logged}: DepartmentPanel, {estimate}: Evidence): number | null {
  return logged ? 100 * Math.expm1(estimate / 100) : null;
}
