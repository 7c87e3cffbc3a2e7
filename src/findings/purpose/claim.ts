/**
 * Did the lines of business come together?
 *
 * Estimand   change of the share of a manager's co-attendees who sit in another line, over the programme's years; beside it
 *            the change of every measure that the study declares for its purpose, by line
 * Kind       descriptive: the sessions are counted, not sampled; the interval is of the years' scatter about the line
 *            through them, and tells whether they rise steadily, not how surely each was counted
 * Rows       released cells
 */
import {linearTrend} from "../../stats/association/linearTrend.js";
import {numbers} from "../../released/table.js";
import type {ReleasedTable} from "../../released/table.js";
import {comparisonSentence} from "../../words/card.js";
import {agreement, agreementCheck} from "../../evidence/checks/agreementCheck.js";
import {shareCheck} from "../../evidence/checks/shareCheck.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import type {Check, Evidence, FindingDraft} from "../../evidence/finding.js";
import {capital} from "../../words/numbers.js";
import {isClear} from "../../evidence/isClear.js";
import {designLevel} from "../../evidence/verdict/designLevel.js";
import {titleClaim} from "../../evidence/verdict/titleClaim.js";
import {words} from "./words.js";
import {linesOf, mixingYears} from "./mixingYears.js";
import type {PurposeMeasure, PurposeTables} from "./purposeMeasures.js";
import {purposeMeasures} from "./purposeMeasures.js";
import {aloneOf, changeOf, fewestYears, overSpan, points, spanned, trendsOf} from "./yearlyTrends.js";
import {say} from "../../words/say.js";
import {named} from "../../words/language.js";

/** under it so few came that the sessions do not speak for most */
const enoughCame = 0.6;

export function purpose(
  mixing: ReleasedTable,
  context: EvidenceContext & {readonly plan: Plan},
  tables: PurposeTables = {}
): FindingDraft {
  const {person, programmeYears} = context;
  const within: Within = ({fiscal_year: year}) => year >= programmeYears[0] && year <= programmeYears[1];
  const series = mixingYears(mixing).filter(within);
  const [start, end] = [series.at(0), series.at(-1)];
  const lines = linesOf(mixing);
  const alone = new Set((tables.departmentYears?.rows ?? []).map(({division}) => division)).size === 1;
  const shared = sharedOf(context, lines);
  if (!start || !end || series.length < fewestYears) return {...shared, ...unmade(series.length, alone)};
  const overYears = spanned(end.fiscal_year - start.fiscal_year);
  const change = changeOf(start, end);
  const {primary, middle, beyond} = trendsOf(series, overYears);
  const own = lines.flatMap((line) => aloneOf(line, mixingYears(mixing, line).filter(within), overYears));
  const beside = purposeMeasures(context, tables).flatMap((one) => besideOf(one, within));
  const came = coverageOf(mixing, context, tables.departmentYears);
  const tests = {change: primary.p};
  const {claim} = titleClaim(tests);
  return {
    ...shared,
    title: words.title({clear: claim !== "none", more: primary.estimate > 0, lines: lines.length}),
    sentence: words.sentence({
      person: person.one,
      from: {year: start.fiscal_year, share: start.share},
      to: {year: end.fiscal_year, share: end.share},
      chance: end.chance,
      trend: primary,
      years: series.length,
      lines: lines.length
    }),
    beside: words.beside(countMoved(beside)),
    claim,
    tests,
    checks: [
      coverageCheck(came, person.many),
      meaningCheck(beside),
      {
        ...agreementCheck(primary, [
          middle,
          beyond,
          ...own,
          ...beside.map(({evidence, towards}) => ({...evidence, ...turned(evidence, towards)}))
        ]),
        asked: words.asks.lines(beside.length > 0)
      }
    ],
    primary,
    evidence: [change, primary, middle, beyond, ...own],
    measures: beside.map(({evidence}) => evidence),
    absent: words.absent(person.many, came)
  };
}

type Within = (one: {readonly fiscal_year: number}) => boolean;
/** How many of the measures beside it clearly rose and fell, those left out whose items changed. */
function countMoved(beside: readonly Beside[]): Record<"all" | "rose" | "fell", number> {
  const moved = beside.map(({evidence, changed}) =>
    changed === null && isClear(evidence) ? Math.sign(evidence.estimate) : 0
  );
  return {
    all: moved.length,
    rose: moved.filter((sign) => sign > 0).length,
    fell: moved.filter((sign) => sign < 0).length
  };
}

/** What holds whatever came out. */
function sharedOf({plan, person, unit, assignment}: EvidenceContext & {readonly plan: Plan}, lines: readonly string[]) {
  const comparison = {
    compares: "years",
    exposure: plan.term,
    absorbsUnit: false,
    absorbsTime: false,
    adjusted: false,
    yearsBefore: false,
    notYetStarted: false
  } as const;
  const level = designLevel(comparison, assignment);
  return {
    id: "purpose",
    question: words.question(lines.map(named)),
    kind: "association",
    level,
    comparison: comparisonSentence({level, unit}),
    outcome: "other_line",
    direction: "higher",
    worthwhile: plan.worthwhile * 100,
    candidacy: null,
    required: [{id: "coverage", domain: "missing"}, {id: "meaning", domain: "measurement"}, agreement],
    specification: plan.specification,
    alternative: words.alternative,
    wouldChange: words.wouldChange(lines.length),
    absent: words.absent(person.many, null)
  } as const;
}

/** @param alone  whether there is but one line, which no other could meet */
function unmade(years: number, alone: boolean) {
  const reason = alone ? words.oneLine() : words.fewYears(years);
  return {
    title: words.notFollowed(),
    sentence: words.impossible(reason),
    claim: "none",
    tests: {change: null},
    checks: [],
    primary: null,
    evidence: []
  } as const;
}

/** A measure of which less is hoped for, turned so that a rise is towards the purpose. */
function turned({estimate, low, high}: Evidence, towards: 1 | -1): Pick<Evidence, "estimate" | "low" | "high"> {
  if (towards > 0) return {estimate, low, high};
  return {estimate: -estimate, low: high === null ? null : -high, high: low === null ? null : -low};
}

interface Beside {
  readonly evidence: Evidence;
  readonly label: string;
  /** 1 where a rise is for the purpose, -1 where a fall is */
  readonly towards: 1 | -1;
  readonly changed: number | null;
}

/** A declared measure's straight line through the programme's years; none of fewer than three. */
function besideOf(
  {measure, line, points: all, changed}: PurposeMeasure,
  within: (point: {fiscal_year: number}) => boolean
): Beside[] {
  const inside = all.filter(within);
  if (inside.length < fewestYears) return [];
  const years = inside.map(({fiscal_year: year}) => year);
  const share = measure.unit === "share";
  const evidence = overSpan(
    linearTrend(
      inside.map(({value}) => value),
      years
    ),
    {
      label: line === "" ? capital(measure.label) : say("{0}, {1}", capital(measure.label), named(line)),
      note: changed === null ? say("least squares") : say("least squares; an item changed in {0}", String(changed)),
      scale: ((years.at(-1) ?? 0) - (years[0] ?? 0)) * (share ? 100 : 1),
      unit: share ? points : measure.unit || "points"
    }
  );
  return [{evidence, label: measure.label, towards: measure.direction === "lower" ? -1 : 1, changed}];
}

/** Whether the declared measures, in every line, moved clearly towards the purpose, or against it; neither with a changed item. */
function movedOf(beside: readonly Beside[]): "towards" | "against" | "untold" | "none" {
  if (beside.length === 0) return "none";
  const clear = beside.filter(({evidence, changed}) => changed === null && isClear(evidence));
  const sign = ({evidence, towards}: Beside): number => Math.sign(evidence.estimate) * towards;
  if (clear.some((one) => sign(one) < 0)) return "against";
  return clear.length === beside.length ? "towards" : "untold";
}

/** What share of those who could have come came to a session, over all years; null where nobody knows who could. */
function coverageOf(
  mixing: ReleasedTable,
  {programmeYears: [first, last]}: EvidenceContext,
  departmentYears: ReleasedTable | undefined
): number | null {
  const total = (table: ReleasedTable): number =>
    numbers(
      table.rows.filter(({fiscal_year: year}) => Number(year) >= first && Number(year) <= last),
      "managers"
    ).reduce((sum, n) => sum + (Number.isNaN(n) ? 0 : n), 0);
  const eligible = departmentYears ? total(departmentYears) : 0;
  return eligible === 0 ? null : Math.min(1, total(mixing) / eligible);
}

function coverageCheck(came: number | null, persons: string): Check {
  return shareCheck(
    {
      id: "coverage",
      domain: "missing",
      asked: words.asks.coverage(persons),
      missing: say("Who could have come"),
      missingIsPlural: false
    },
    came,
    {what: say("of {0} came to a session, over all years", persons), enough: enoughCame}
  );
}

/** Whether there is more to go by than how the groups were made up. */
function meaningCheck(beside: readonly Beside[]): Check {
  const towards = beside.filter(({evidence, towards: way}) => isClear(evidence) && evidence.estimate * way > 0).length;
  return {
    id: "meaning",
    domain: "measurement",
    asked: words.asks.meaning(),
    state: movedOf(beside) === "towards" ? "answered" : "failed",
    why: words.meaningReason({declared: beside.length > 0, towards, all: beside.length})
  };
}
