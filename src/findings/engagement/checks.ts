/** What is looked into before the survey's comparison is believed: each check small, its words elsewhere. */
import {numbers} from "../../released/table.js";
import {ols} from "../../stats/regression/ols.js";
import {notCheckedReason} from "../../words/checkWords.js";
import {decimal, digitsFor} from "../../words/numbers.js";
import {lowered} from "../../words/outcome.js";
import {biasCheck} from "../../evidence/checks/biasCheck.js";
import {precision} from "../../evidence/checks/precisionCheck.js";
import {sameSideCheck} from "../../evidence/checks/sameSideCheck.js";
import {shareCheck} from "../../evidence/checks/shareCheck.js";
import {clearSide} from "../../evidence/clearSide.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Check, Evidence} from "../../evidence/finding.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import {measureNamed} from "../../evidence/measure.js";
import type {BeforeProgramme} from "../../evidence/panel/beforeProgramme.js";
import {type DepartmentPanel, timeColumn, unitColumn} from "../../evidence/panel/departmentPanel.js";
import {leadTest} from "../../evidence/panel/leadTest.js";
import {responseOf, responseOverall} from "../../evidence/survey/responseOf.js";
import type {SurveyCells} from "../../evidence/survey/surveyCells.js";
import type {CheckNamed, CheckState} from "../../evidence/verdict/checkState.js";
import type {SurveyQuality} from "./quality.js";
import {words} from "./words.js";
import {startCalled} from "../../words/programmeCalled.js";
import {say} from "../../words/say.js";

/** under it non-response counts against the finding */
const enoughAnswers = 0.6;
const enoughReliability = 0.7;
/** percentage points of response that would matter, for 0 to 1 of the exposure */
const responseMatters = 10;

const named = (ids: readonly string[], domain: CheckNamed["domain"]): CheckNamed[] => ids.map((id) => ({id, domain}));

export const required: readonly CheckNamed[] = [
  ...named(["path", "own-trend", "lead", "controls"], "selection"),
  ...named(["answered", "silent"], "missing"),
  ...named(["alpha", "reliable", "reworded", "source"], "measurement"),
  precision,
  {id: "others", domain: "consistency"}
];

export interface EngagementChecked {
  readonly cells: SurveyCells;
  readonly quality: SurveyQuality;
  readonly sorted: {readonly focus: readonly string[]; readonly controls: readonly string[]};
  readonly each: readonly (Evidence & {readonly name: string})[];
  /** the negative controls' average; null where there are none */
  readonly controls: Evidence | null;
  readonly primary: Evidence;
  readonly direction: -1 | 0 | 1;
  readonly worthwhile: number;
  readonly before: BeforeProgramme | null;
  readonly own: Evidence | null;
  readonly noun: string;
}

type Planned = EvidenceContext & {readonly plan: Plan};

export function engagementChecks(panel: DepartmentPanel, context: Planned, checked: EngagementChecked): Check[] {
  const {cells, primary, direction, worthwhile, before, own, noun, controls, sorted} = checked;
  const {unit, person, programme, measures} = context;
  const study = {unit, person, programme};
  const judged = {direction, worthwhile};
  const response = responseOverall(cells);
  const labels = sorted.controls.map((name) => lowered(measureNamed(measures, name).label));
  return [
    biasCheck(
      {
        id: "path",
        domain: "selection",
        asked: words.asks.path(study),
        missing: say("Enough years before {0}", startCalled(study))
      },
      before?.change ?? null,
      judged
    ),
    sameSideCheck(
      {
        id: "own-trend",
        domain: "selection",
        asked: words.asks.ownTrend(study),
        missing: say("Enough years for a trend of each")
      },
      own,
      {direction, main: primary}
    ),
    biasCheck(
      {
        id: "lead",
        domain: "selection",
        asked: words.asks.lead(noun),
        missing: say("Enough years to tell which came first")
      },
      leadTest(panel),
      judged
    ),
    biasCheck(
      {
        id: "controls",
        domain: "selection",
        asked: labels.length > 0 ? words.asks.controls(labels) : words.asks.placebo(study, noun),
        missing: say("Questions that the programme cannot affect")
      },
      controls,
      judged
    ),
    shareCheck(
      {id: "answered", domain: "missing", asked: words.asks.answered(), missing: say("Invitations")},
      Number.isNaN(response) ? null : response,
      {what: say("of those invited answered"), enough: enoughAnswers}
    ),
    biasCheck(
      {id: "silent", domain: "missing", asked: words.asks.silent(noun), missing: say("Invitations")},
      responseOn(cells, panel),
      {direction: 0, worthwhile: responseMatters * panel.step}
    ),
    ...scaleChecks(checked, context, words.asks.reliable(study)),
    rewordedCheck(checked, context),
    sourceCheck(context, cells, noun)
  ];
}

/** By how many percentage points the response moved for a step of the exposure, within unit and year. */
function responseOn(cells: SurveyCells, {step, rows, x}: DepartmentPanel): Evidence | null {
  const y = responseOf(cells).map((share) => 100 * share);
  const table = {...cells.keys, y, x};
  return ifIdentified(() =>
    evidenceFrom(ols(`y ~ x | ${unitColumn} + ${timeColumn}`, table, {cluster: unitColumn}), {
      label: "",
      term: "x",
      unit: "percentage points",
      rows,
      scale: step
    })
  );
}

function scaleChecks({quality, sorted}: EngagementChecked, {measures}: EvidenceContext, reliable: string): Check[] {
  const rows = sorted.focus.flatMap((name) => quality.scales.rows.filter(({measure}) => measure === name));
  const told = (column: string): string[] =>
    rows.map((row) => {
      const value = numbers([row], column)[0] ?? NaN;
      const label = lowered(measureNamed(measures, String(row.measure)).label);
      return `${label} ${Number.isNaN(value) ? say("not known") : decimal(value)}`;
    });
  const single = rows.length > 0 && numbers(rows, "items").every((items) => items === 1);
  const state = (column: string): CheckState => {
    const values = numbers(rows, column);
    if (values.length === 0 || values.some(Number.isNaN)) return "unmade";
    return values.every((value) => value >= enoughReliability) ? "answered" : "failed";
  };
  return [
    {
      id: "alpha",
      domain: "measurement",
      asked: words.asks.alpha(),
      state: state("alpha"),
      why: single ? words.singleItem : words.alphaReason(told("alpha"), enoughReliability)
    },
    {
      id: "reliable",
      domain: "measurement",
      asked: reliable,
      state: state("icc2"),
      why: words.alphaReason(told("icc2"), enoughReliability)
    }
  ];
}

/** Whether what is left without reworded items is clear on the same side; a wording that all share is taken out by the year. */
function rewordedCheck({quality, each, sorted, direction}: EngagementChecked, {measures}: EvidenceContext): Check {
  const asked = {id: "reworded", domain: "measurement", asked: words.asks.reworded()} as const;
  const rows = quality.wording.rows.filter(({measure}) => sorted.focus.includes(String(measure)));
  if (rows.length === 0) return {...asked, state: "answered", why: words.rewordedReason([])};
  const compared = rows.flatMap((row) => {
    const before = each.find(({name}) => name === row.measure);
    const [estimate = NaN, low = NaN, high = NaN] = ["estimate", "low", "high"].map((name) => numbers([row], name)[0]);
    if (!before || Number.isNaN(estimate)) return [];
    const turned = clearSide(before) !== clearSide({low, high}) || (direction !== 0 && before.estimate * estimate < 0);
    const label = lowered(measureNamed(measures, String(row.measure)).label);
    return [{turned, text: `${label} ${decimal(estimate, digitsFor(low, high))}`}];
  });
  if (compared.length < rows.length)
    return {...asked, state: "unmade", why: notCheckedReason(say("Scores without them"), true)};
  const state = compared.some(({turned}) => turned) ? "failed" : "answered";
  return {...asked, state, why: words.rewordedReason(compared.map(({text}) => text))};
}

function sourceCheck({plan, measures}: Planned, {means}: SurveyCells, noun: string): Check {
  const {label, role} = measureNamed(measures, plan.exposure.name);
  const same = means.has(plan.exposure.name);
  return {
    id: "source",
    domain: "measurement",
    asked: words.asks.source(noun),
    state: same ? "failed" : role === "exposure" ? "answered" : "unmade",
    why:
      !same && role !== "exposure"
        ? notCheckedReason(say("Where {0} comes from", lowered(label)), false)
        : words.sourceReason(same, noun)
  };
}
