/** What is looked into before the departments' comparison is believed: each check small, its words elsewhere. */
import {exposureNoun} from "../../evidence/exposureNoun.js";
import {decimal, digitsFor, interval, percent} from "../../words/numbers.js";
import {rangeReason} from "../../words/checkWords.js";
import {columnCalled} from "../../evidence/columnCalled.js";
import {agreement} from "../../evidence/checks/agreementCheck.js";
import {biasCheck} from "../../evidence/checks/biasCheck.js";
import {precision} from "../../evidence/checks/precisionCheck.js";
import {sameSideCheck} from "../../evidence/checks/sameSideCheck.js";
import {shareCheck} from "../../evidence/checks/shareCheck.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import type {Check, Evidence} from "../../evidence/finding.js";
import {beforeOwnStart} from "../../evidence/panel/beforeOwnStart.js";
import type {BeforeProgramme} from "../../evidence/panel/beforeProgramme.js";
import {completeRows, type DepartmentPanel} from "../../evidence/panel/departmentPanel.js";
import {leadTest} from "../../evidence/panel/leadTest.js";
import {nextYear} from "../../evidence/panel/nextYear.js";
import {ownTrendOf} from "../../evidence/panel/ownTrendOf.js";
import {biasState} from "../../evidence/verdict/biasState.js";
import type {CheckNamed} from "../../evidence/verdict/checkState.js";
import {bandReliability} from "./bandReliability.js";
import {groupsLeftOut, leaveOneOut} from "./leaveOneOut.js";
import {lostByExposure} from "./lostByExposure.js";
import {type Beside, pooledControls} from "./pooledControls.js";
import {words} from "./words.js";
import {startCalled} from "../../words/programmeCalled.js";
import type {StudyWords} from "../../words/en/words.js";
import {say} from "../../words/say.js";

type Planned = EvidenceContext & {readonly plan: Plan};

/** under it so few cells are there that those missing count against the finding */
const enoughCells = 0.6;
/** under it a measure counts as not reliable enough */
const enoughReliability = 0.7;

const selection = ["absorbed", "path", "own-trend", "lead", "placebo"];
const consistency = ["next-year", "leave-out"];
const named = (ids: readonly string[], domain: CheckNamed["domain"]): CheckNamed[] => ids.map((id) => ({id, domain}));

/**
 * The checks that the comparison owes, whatever came out; steps only where the exposure is published in steps. What a draw
 * decided owes no years before it, and none after.
 */
export function requiredOf({exposure}: DepartmentPanel, drawn: boolean): CheckNamed[] {
  return [
    ...named(drawn ? ["absorbed"] : selection, "selection"),
    ...named(drawn ? ["cells", "lost"] : ["cells"], "missing"),
    ...(exposure.unit === "share" ? named(["steps"], "measurement") : []),
    precision,
    agreement,
    ...named(drawn ? ["leave-out"] : consistency, "consistency")
  ];
}

export interface Claimed {
  readonly primary: Evidence;
  /** side of what is claimed; 0 where nothing is */
  readonly direction: -1 | 0 | 1;
  readonly worthwhile: number;
  readonly followed: boolean;
  /** a draw decided who was exposed */
  readonly drawn: boolean;
  readonly before: BeforeProgramme | null;
  readonly beside: Beside;
}

export function departmentsChecks(panel: DepartmentPanel, context: Planned, claimed: Claimed): Check[] {
  const {unit, person, programme} = context;
  const noun = exposureNoun(context.plan, context);
  return [
    cellsCheck(panel),
    ...(claimed.drawn ? [lostCheck(panel, {unit, person, programme}, noun)] : []),
    absorbedCheck(claimed, {unit, person, programme}),
    ...(claimed.drawn ? [] : overTimeChecks(panel, context, claimed)),
    leaveOutCheck(panel, claimed.primary, context),
    ...stepsCheck(panel, noun)
  ];
}

/** Of a start that nobody drew: what came before it, and what follows it. */
function overTimeChecks(panel: DepartmentPanel, context: Planned, claimed: Claimed): Check[] {
  const {primary, direction, worthwhile, before, beside} = claimed;
  const {unit, person, programme} = context;
  const study = {unit, person, programme};
  const noun = exposureNoun(context.plan, context);
  const years = say("Enough years before {0}", startCalled(study));
  const judged = {direction, worthwhile};
  const placebo = pooledControls(panel, {...beside, worthwhile, measures: context.measures});
  return [
    biasCheck(
      {id: "path", domain: "selection", asked: words.asks.path(study), missing: years},
      before?.change ?? beforeOwnStart(panel),
      judged
    ),
    sameSideCheck(
      {
        id: "own-trend",
        domain: "selection",
        asked: words.asks.ownTrend(study),
        missing: say("Enough years for a trend of each")
      },
      ownTrendOf(panel),
      {direction, main: primary}
    ),
    biasCheck(
      {
        id: "lead",
        domain: "selection",
        asked: words.asks.lead(panel.outcome, noun),
        missing: say("Enough years to tell which came first")
      },
      leadTest(panel),
      judged
    ),
    biasCheck(
      {
        id: "placebo",
        domain: "selection",
        asked: words.asks.placebo(study, noun),
        missing: say("An outcome that {0} cannot affect", programme),
        missingIsPlural: false
      },
      placebo?.bias ?? null,
      {direction, worthwhile: placebo?.worthwhile ?? worthwhile}
    ),
    sameSideCheck(
      {
        id: "next-year",
        domain: "consistency",
        asked: words.asks.nextYear(panel.outcome),
        missing: say("Outcomes of the following year")
      },
      nextYear(panel),
      {direction, main: primary}
    )
  ];
}

function cellsCheck(panel: DepartmentPanel): Check {
  const share = completeRows(panel).length / Math.max(1, panel.units.length);
  return shareCheck(
    {id: "cells", domain: "missing", asked: words.asks.cells(panel.rows), missing: say("Cells")},
    share,
    {
      what: say("of the {0} have values of both", panel.rows),
      enough: enoughCells
    }
  );
}

/** A draw is undone where those of one arm lose their outcome more often: shown only where none is lost at all. */
function lostCheck(panel: DepartmentPanel, study: StudyWords, noun: string): Check {
  const asking = {id: "lost", domain: "missing", asked: words.asks.lost(study, noun)} as const;
  const lost = lostByExposure(panel);
  const why = words.lostReason({...lost, rows: panel.rows}, study);
  const state = lost.missing === 0 ? "answered" : lost.differs ? "failed" : "open";
  return {...asking, state, why};
}

function absorbedCheck({followed, drawn, before, direction, worthwhile}: Claimed, study: StudyWords): Check {
  const asked = {id: "absorbed", domain: "selection", asked: words.asks.absorbed(study, {drawn})} as const;
  if (drawn) return {...asked, state: "answered", why: words.drawnReason};
  if (followed) return {...asked, state: "answered", why: words.absorbedReason(study.unit.one)};
  const level = before?.level ?? null;
  const state = biasState(level, direction, worthwhile);
  if (!level || level.low === null || level.high === null)
    return {...asked, state: "unmade", why: say("Years before {0} are not available.", startCalled(study))};
  const digits = digitsFor(level.low, level.high);
  return {
    ...asked,
    state,
    why: words.remainsReason(
      say("{0} {1}", decimal(level.estimate, digits), level.unit),
      interval(level.low, level.high, digits)
    )
  };
}

/** It asks for what was left out, and for nothing else. */
function leaveOutCheck(panel: DepartmentPanel, primary: Evidence, context: Planned): Check {
  const {unit, person, programme} = context;
  const left = leaveOneOut(panel);
  const asked = words.asks.leaveOut(
    {unit, person, programme},
    {
      years: left.some(({kind}) => kind === "year"),
      groups: groupsLeftOut(left).map((name) => columnCalled(name, context))
    }
  );
  const asking = {id: "leave-out", domain: "consistency", asked} as const;
  const values = left.map(({estimate}) => estimate);
  if (values.length === 0) return {...asking, state: "unmade", why: say("Estimates without one are not available.")};
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const same = values.every((value) => Math.sign(value) === Math.sign(primary.estimate));
  const digits = primary.low === null || primary.high === null ? 2 : digitsFor(primary.low, primary.high);
  return {...asking, state: same ? "answered" : "failed", why: rangeReason(least, most, panel.unit, digits)};
}

function stepsCheck(panel: DepartmentPanel, noun: string): Check[] {
  const bands = bandReliability(panel);
  if (!bands) return [];
  return [
    {
      id: "steps",
      domain: "measurement",
      asked: words.asks.steps(noun),
      state: bands.reliability < enoughReliability ? "failed" : "answered",
      why: words.stepsReason(bands.widths, percent(bands.reliability))
    }
  ];
}
