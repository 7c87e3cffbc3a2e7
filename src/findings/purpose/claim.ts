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
import {theilSen} from "../../stats/association/theilSen.js";
import type {Estimate} from "../../stats/estimate.js";
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
import {say} from "../../words/say.js";
import {yearNoun} from "../../words/yearNoun.js";
import {named} from "../../words/language.js";
import {lineNoun} from "../../words/studyNouns.js";

const points = "percentage points";
const fewestYears = 3;
/** under it so few came that the sessions do not speak for most */
const enoughCame = 0.6;

type Trend = Pick<Estimate<unknown>, "terms" | "n">;

export function purpose(
  mixing: ReleasedTable,
  context: EvidenceContext & {readonly plan: Plan},
  tables: PurposeTables = {}
): FindingDraft {
  const {plan, person, programmeYears, assignment} = context;
  const within = ({fiscal_year: year}: {fiscal_year: number}): boolean =>
    year >= programmeYears[0] && year <= programmeYears[1];
  const series = mixingYears(mixing).filter(within);
  const [start, end] = [series.at(0), series.at(-1)];
  const alone = new Set((tables.departmentYears?.rows ?? []).map(({division}) => division)).size === 1;
  const shared = sharedOf(context, linesOf(mixing));
  if (!start || !end || series.length < fewestYears) return {...shared, ...unmade(series.length, alone)};
  const span = end.fiscal_year - start.fiscal_year;
  const years = series.map(({fiscal_year: year}) => year);
  const overYears = (label: string, fitted: Trend, note: string): Evidence =>
    overSpan(fitted, {label, note, scale: 100 * span, unit: points});
  const shares = series.map(({share}) => share);
  const change: Evidence = {
    label: say("First year to last, {0} to {1}", String(start.fiscal_year), String(end.fiscal_year)),
    naive: true,
    estimate: 100 * (end.share - start.share),
    low: null,
    high: null,
    unit: points,
    df: null,
    p: null,
    n: 2,
    rows: yearNoun().many,
    note: say("two years alone, so no interval")
  };
  const primary = overYears(say("Line through all years"), linearTrend(shares, years), say("least squares"));
  const middle = overYears(
    say("Median of the slopes between two years"),
    theilSen(shares, years),
    say("Theil and Sen")
  );
  const beyond = overYears(
    say("Beyond what the numbers of each {0} would give", lineNoun().one),
    linearTrend(
      series.map(({share, chance}) => share - chance),
      years
    ),
    say("share less the share that chance would give, least squares")
  );
  const lines = linesOf(mixing);
  const own = lines.flatMap((line) => {
    const through = mixingYears(mixing, line).filter(within);
    if (through.length < fewestYears) return [];
    const trend = linearTrend(
      through.map(({share}) => share),
      through.map(({fiscal_year: year}) => year)
    );
    return [overYears(say("{0} alone", named(line)), trend, say("least squares"))];
  });
  const beside = purposeMeasures(context, tables).flatMap((one) => besideOf(one, within));
  const came = coverageOf(mixing, context, tables.departmentYears);
  const tests = {change: primary.p};
  const {claim} = titleClaim(tests);
  const moved = beside.map(({evidence, changed}) =>
    changed === null && isClear(evidence) ? Math.sign(evidence.estimate) : 0
  );
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
    beside: words.beside({
      all: moved.length,
      rose: moved.filter((sign) => sign > 0).length,
      fell: moved.filter((sign) => sign < 0).length
    }),
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

  /** What holds whatever came out. */
  function sharedOf(planned: EvidenceContext & {readonly plan: Plan}, names: readonly string[]) {
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
      question: words.question(names.map(named)),
      kind: "association",
      level,
      comparison: comparisonSentence({level, unit: planned.unit}),
      outcome: "other_line",
      direction: "higher",
      worthwhile: plan.worthwhile * 100,
      candidacy: null,
      required: [{id: "coverage", domain: "missing"}, {id: "meaning", domain: "measurement"}, agreement],
      specification: plan.specification,
      alternative: words.alternative,
      wouldChange: words.wouldChange(names.length),
      absent: words.absent(person.many, null)
    } as const;
  }
}

/** @param alone  whether there is but one line, which no other could meet */
function unmade(years: number, alone: boolean) {
  const reason = alone ? words.oneLine() : words.fewYears(years);
  return {
    title: say("We could not follow the {0} over the years", lineNoun().many),
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

function overSpan(
  {terms, n}: Trend,
  {label, note, scale, unit}: {label: string; note: string; scale: number; unit: string}
): Evidence {
  const slope = terms[0];
  const scaled = (value: number | null | undefined): number | null => (value == null ? null : scale * value);
  return {
    label,
    naive: false,
    estimate: scaled(slope?.estimate) ?? 0,
    low: scaled(slope?.low),
    high: scaled(slope?.high),
    unit,
    df: slope?.df ?? null,
    p: slope?.p ?? null,
    n,
    rows: yearNoun().many,
    note
  };
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
