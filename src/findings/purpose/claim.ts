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
import {certainty} from "../../evidence/certainty.js";
import type {Check} from "../../evidence/check.js";
import {checkPrecision, checkResponse} from "../../evidence/check.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import type {Evidence, Finding} from "../../evidence/finding.js";
import {capital, count, digitsFor, interval, list, percent, signed} from "../../evidence/format.js";
import {isClear} from "../../evidence/isClear.js";
import {linesOf, mixingYears} from "./mixingYears.js";
import type {PurposeMeasure, PurposeTables} from "./purposeMeasures.js";
import {purposeMeasures} from "./purposeMeasures.js";

const points = "percentage points";
const fewestYears = 3;

type Trend = Pick<Estimate<unknown>, "terms" | "n">;

export function purpose(
  mixing: ReleasedTable,
  context: EvidenceContext & {readonly plan: Plan},
  tables: PurposeTables = {}
): Finding {
  const {plan, person, programme, programmeYears, purpose: aim} = context;
  const within = ({fiscal_year: year}: {fiscal_year: number}): boolean =>
    year >= programmeYears[0] && year <= programmeYears[1];
  const series = mixingYears(mixing).filter(within);
  const [start, end] = [series.at(0), series.at(-1)];
  if (!start || !end || series.length < fewestYears)
    throw new RangeError("the purpose takes three years of sessions or more");
  const span = end.fiscal_year - start.fiscal_year;
  const years = series.map(({fiscal_year: year}) => year);
  const overYears = (label: string, fitted: Trend, note: string): Evidence =>
    overSpan(fitted, {label, note, scale: 100 * span, unit: points});
  const shares = series.map(({share}) => share);
  const change: Evidence = {
    label: `First year to last, ${start.fiscal_year} to ${end.fiscal_year}`,
    naive: true,
    estimate: 100 * (end.share - start.share),
    low: null,
    high: null,
    unit: points,
    df: null,
    p: null,
    n: 2,
    rows: "fiscal years",
    note: "two years alone, so no interval"
  };
  const primary = overYears("Line through all years", linearTrend(shares, years), "least squares");
  const middle = overYears("Middle of all slopes between two years", theilSen(shares, years), "Theil and Sen");
  const beyond = overYears(
    "Beyond what the numbers of each line would give",
    linearTrend(
      series.map(({share, chance}) => share - chance),
      years
    ),
    "share less the share that chance would give, least squares"
  );
  const lines = linesOf(mixing);
  const own = lines.flatMap((line) => {
    const through = mixingYears(mixing, line).filter(within);
    if (through.length < fewestYears) return [];
    const trend = linearTrend(
      through.map(({share}) => share),
      through.map(({fiscal_year: year}) => year)
    );
    return [overYears(`${line} alone`, trend, "least squares")];
  });
  const beside = purposeMeasures(context, tables).flatMap((one) => besideOf(one, within));
  const came = coverageOf(mixing, context, tables.departmentYears);
  const checks = [
    checkPrecision(primary, plan.worthwhile * 100),
    ...(came === null ? [] : [checkCoverage(came, context)]),
    checkMeaning(beside, context),
    checkAgreement(primary, [middle, beyond, ...own], beside)
  ];
  const digits = primary.low === null || primary.high === null ? 0 : digitsFor(primary.low, primary.high);
  const range =
    primary.low === null || primary.high === null
      ? ""
      : ` (95 % interval ${interval(primary.low, primary.high, digits)})`;
  return {
    id: "purpose",
    question: `Did the ${list(lines)} lines come together?`,
    title: titleOf(primary, beside, lines.length),
    sentence:
      `In ${start.fiscal_year}, ${percent(start.share)} of the people whom a ${person.one} met in a session sat in another line; ` +
      `in ${end.fiscal_year} it was ${percent(end.share)}, where chance would give ${percent(end.chance)}. ` +
      `A straight line through the ${series.length} years comes to ${signed(primary.estimate, digits)} ${points}${range}.` +
      besideInWords(beside),
    kind: "descriptive",
    level: 1,
    certainty: certainty("descriptive", context.assignment, checks),
    claim: isClear(primary) ? "change" : "none",
    checks,
    primary,
    evidence: [change, primary, middle, beyond, ...own],
    measures: beside.map(({evidence}) => evidence),
    specification: plan.specification,
    outcome: plan.outcome.name,
    alternative:
      `Groups of ${programme} are put together by its organisers: mixing in sessions shows how they were made up, ` +
      `not yet that people of the lines worked together${aim ? ` (${aim.label})` : ""}.`,
    wouldChange: "Records of projects and customers served by both lines, before and after.",
    absent:
      `${capital(person.many)} who came to no session met nobody there and are not counted` +
      `${came === null ? "" : `: over all years ${percent(1 - came)} of those who could have come`}.`
  };
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
      label: `${capital(measure.label)}${line === "" ? "" : `, ${line}`}`,
      note: changed === null ? "least squares" : `least squares; an item changed in ${changed}`,
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
    rows: "fiscal years",
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

const labelsOf = (beside: readonly Beside[]): string[] => [...new Set(beside.map(({label}) => label))];

function titleOf(primary: Evidence, beside: readonly Beside[], number: number): string {
  const lines = number === 2 ? "The two lines" : "The lines";
  if (!isClear(primary))
    return `It cannot be told that ${lines.toLowerCase()} met more in the sessions as the years went by`;
  if (primary.estimate < 0) return `${lines} met less in the sessions as the years went by`;
  const met = `${lines} met more in the sessions`;
  const moved = movedOf(beside);
  if (moved === "towards") return `${met}, and measures of ${list(labelsOf(beside))} moved the same way in each`;
  if (moved === "against") return `${met}, but not all measures of ${list(labelsOf(beside))} moved the same way`;
  return `${met}; that they came together outside them cannot be told`;
}

function besideInWords(beside: readonly Beside[]): string {
  if (beside.length === 0) return "";
  const clear = beside.filter(({evidence}) => isClear(evidence));
  const rose = clear.filter(({evidence}) => evidence.estimate > 0).length;
  const number = (n: number): string => (n === 0 ? "none" : count(n));
  return (
    ` Of ${count(beside.length)} series of ${list(labelsOf(beside))} over the same years, ${number(rose)} rose clearly and ` +
    `${number(clear.length - rose)} fell.`
  );
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

function checkCoverage(came: number, {person}: EvidenceContext): Check {
  return {
    ...checkResponse(came, `of ${person.many} came to a session, over all years`),
    asked: "Does it speak for most?"
  };
}

/** Whether there is more to go by than how the groups were made up. */
function checkMeaning(beside: readonly Beside[], {programme}: EvidenceContext): Check {
  const moved = movedOf(beside);
  const clear = beside.filter(({evidence, towards}) => isClear(evidence) && evidence.estimate * towards > 0).length;
  return {
    domain: "measurement",
    asked: "Does mixing in the sessions stand for coming together?",
    verdict: moved === "towards" ? "passed" : "failed",
    why:
      `The organisers of ${programme} decide who meets whom there. ` +
      (beside.length === 0
        ? "The study declares no further measure of its purpose."
        : `Of ${beside.length} series of ${list(labelsOf(beside))}, ${clear} moved clearly towards the purpose.`)
  };
}

/** Whether other looks at the sessions, and the declared measures, point the same way; too unclear a one tells nothing. */
function checkAgreement(primary: Evidence, others: readonly Evidence[], beside: readonly Beside[]): Check {
  const direction = Math.sign(primary.estimate);
  const looks = [
    ...others.map((one) => ({same: Math.sign(one.estimate) === direction, clear: isClear(one)})),
    ...beside.map(({evidence, towards}) => ({
      same: Math.sign(evidence.estimate) * towards === direction,
      clear: isClear(evidence)
    }))
  ];
  const same = looks.filter((look) => look.same).length;
  const against = looks.filter((look) => !look.same && look.clear).length;
  return {
    domain: "consistency",
    asked: "Do each line's own shares and the declared measures move the same way?",
    verdict: against > 0 ? "failed" : same === looks.length ? "passed" : "unknown",
    why: `${same} of ${looks.length} do; ${against === 0 ? "none of the others is clear" : `${against} clearly do not`}.`
  };
}
