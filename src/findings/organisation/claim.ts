/**
 * As participation rose, did revenue and profit rise?
 *
 * Estimand   correlation over fiscal years: of levels (the naive picture), of departures from trend, of yearly changes; the
 *            last also of what is left of an outcome beside the sector's
 * Primary    yearly changes, since two series that both drift are correlated in levels whatever connects them
 * Rows       released cells, one a fiscal year of the programme; too few of them are shown and not tested
 */
import {correlateSeries} from "../../stats/association/correlateSeries.js";
import {pearson} from "../../stats/association/pearson.js";
import type {Estimate} from "../../stats/estimate.js";
import type {ReleasedTable} from "../../released/table.js";
import {certainty} from "../../evidence/certainty.js";
import {checkPrecision, checkSign} from "../../evidence/check.js";
import type {Check} from "../../evidence/check.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence, Finding} from "../../evidence/finding.js";
import {capital, count, decimal, interval, percent} from "../../evidence/format.js";
import {isClear} from "../../evidence/isClear.js";
import {measureNamed} from "../../evidence/measure.js";
import type {ProgrammeSeries} from "./programmeSeries.js";
import {againstSector, programmeSeries} from "./programmeSeries.js";
import {trendOf} from "./trendOf.js";
import {unrelatedSeries} from "../../evidence/series/unrelatedSeries.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";

/** with fewer years nothing is tested */
export const fewestOrganisationYears = 5;
/** under it so few years are there that those missing count against the finding */
const leastYears = 0.6;

type Planned = EvidenceContext & {readonly plan: Plan};

export function organisation(table: ReleasedTable, context: Planned): Finding {
  const series = programmeSeries(table, context);
  const named = (name: string): string => measureNamed(context.measures, name).label.toLowerCase();
  const measure = named(series.outcomes[0]?.name ?? "");
  const exposure = named(context.plan.exposure.name);
  const lenses = series.complete.length < fewestOrganisationYears ? null : lensesOf(series, named);
  const sector = lenses?.sector.find(({name}) => name === "revenue") ?? lenses?.sector[0] ?? null;
  const untested = whyUntested(series.complete.length, {measure, exposure});
  const checks = lenses ? checksOf(series, lenses, sector, context) : [];
  return {
    id: "organisation",
    question: `As ${exposure} rose, did revenue and profit rise?`,
    title: lenses ? titleOf(series, lenses, {measure, exposure}) : untested.title,
    sentence: lenses ? sentenceOf(series, lenses, {measure, exposure}) : untested.sentence,
    kind: "association",
    level: 1,
    certainty: certainty("association", context.assignment, checks),
    claim: lenses && isClear(lenses.changes) ? "change" : "none",
    checks,
    primary: lenses?.changes ?? null,
    evidence: lenses?.all ?? [],
    specification: context.plan.specification,
    outcome: context.plan.outcome.name,
    alternative: alternativeOf(series, sector, context),
    wouldChange: "A comparable organisation or sector without the programme, followed over the same years.",
    absent: "Years before the programme have no participation to compare."
  };
}

function whyUntested(
  years: number,
  {measure, exposure}: {readonly measure: string; readonly exposure: string}
): {readonly title: string; readonly sentence: string} {
  if (years < fewestOrganisationYears) {
    return {
      title: `${capital(count(years))} years of ${exposure} and ${measure} are too few to be tested`,
      sentence: `${capital(count(years))} years have both; ${count(fewestOrganisationYears)} or more would be tested. They are shown as they are.`
    };
  }
  return {
    title: `Nothing can be told of ${exposure} and ${measure} together`,
    sentence: `Over ${count(years)} years one of the two did not vary, so that no correlation is defined.`
  };
}

interface Lenses {
  readonly levels: Evidence;
  readonly detrended: Evidence;
  /** of the planned outcome: what the plan names */
  readonly changes: Evidence;
  /** yearly changes of what is left of an outcome beside the sector's */
  readonly sector: readonly {readonly name: string; readonly evidence: Evidence}[];
  readonly all: readonly Evidence[];
}

/** Null where a series does not vary, so that no correlation is defined. */
function lensesOf(
  {exposure, outcomes, years, comparator}: ProgrammeSeries,
  named: (name: string) => string
): Lenses | null {
  const lens = (fit: () => Estimate<object>, label: string, naive = false): Evidence | null => {
    return ifIdentified(() => {
      const fitted = fit();
      const term = fitted.terms[0]?.term ?? "";
      return evidenceFrom({...fitted, fit: {}}, {label: capital(label), term, unit: "r", rows: "years", naive});
    });
  };
  const changes = (values: readonly (number | null)[], label: string): Evidence | null =>
    lens(() => correlateSeries(exposure, values, years, {transform: "difference"}), `${label}: yearly changes`);
  const each = outcomes.map(({name, values}) => ({
    levels: lens(() => pearson(exposure, values), `${named(name)}: levels`, true),
    detrended: lens(() => correlateSeries(exposure, values, years), `${named(name)}: trend taken out`),
    changes: changes(values, named(name))
  }));
  const sector = outcomes.flatMap(({name, values}) => {
    const evidence = comparator && changes(againstSector(values, comparator), `${named(name)} against the sector`);
    return evidence ? [{name, evidence}] : [];
  });
  const [planned] = each;
  if (!planned?.levels || !planned.detrended || !planned.changes) return null;
  return {
    levels: planned.levels,
    detrended: planned.detrended,
    changes: planned.changes,
    sector,
    all: [
      ...each.flatMap((one) => (one.levels && one.detrended && one.changes ? Object.values(one) : [])),
      ...sector.map(({evidence}) => evidence)
    ].filter((one) => one !== null)
  };
}

type Sector = Lenses["sector"][number] | null;

function checksOf(
  {complete}: ProgrammeSeries,
  {changes, all}: Lenses,
  sector: Sector,
  {plan, programmeYears}: Planned
): Check[] {
  const years = programmeYears[1] - programmeYears[0] + 1;
  const share = complete.length / years;
  return [
    checkPrecision(changes, plan.worthwhile),
    checkSign(
      changes,
      all.filter((one) => one !== changes && !one.naive)
    ),
    checkSector(sector),
    {
      domain: "missing",
      asked: "Are enough of the programme's years there?",
      verdict: share < leastYears ? "failed" : "passed",
      why: `${count(complete.length)} of ${count(years)} have both; under ${percent(leastYears)} would not be enough.`
    }
  ];
}

function checkSector(sector: Sector): Check {
  const domain = "selection";
  if (!sector) {
    return {
      domain,
      asked: "Is there anything without the programme to hold it against?",
      verdict: "failed",
      why: "Nothing that lacked the programme stands beside it; growth that all share looks the same."
    };
  }
  const {estimate, low, high} = sector.evidence;
  const range = low === null || high === null ? "" : ` (${interval(low, high, 2)})`;
  const clear = isClear(sector.evidence);
  return {
    domain,
    asked: `Does ${sector.name} go with participation beyond what the sector did?`,
    verdict: !clear ? "unknown" : estimate > 0 ? "passed" : "failed",
    why:
      `Against the sector, yearly changes had r = ${decimal(estimate)}${range}` +
      `${clear ? "." : ": so few years tell neither that it does nor that it does not."}`
  };
}

function titleOf(
  {outcomes, exposure: values, years}: ProgrammeSeries,
  {levels, changes}: Lenses,
  {measure, exposure}: {readonly measure: string; readonly exposure: string}
): string {
  if (isClear(changes)) {
    return `In years when ${exposure} rose more, ${measure} ${changes.estimate > 0 ? "rose more" : "rose less or fell"}`;
  }
  if (isClear(levels)) {
    const slopes = [values, outcomes[0]?.values ?? []].map((column) => Math.sign(trendOf(column, years)?.slope ?? 0));
    const words = slopes.map((slope) => (slope > 0 ? "rose" : slope < 0 ? "fell" : "moved"));
    const together =
      levels.estimate > 0
        ? `${capital(exposure)} and ${measure} ${words[0] === words[1] ? words[0] : "moved"} together`
        : `As ${exposure} ${words[0]}, ${measure} ${words[1]}`;
    return `${together}, which cannot be told from shared ${levels.estimate > 0 && words[0] === "rose" ? "growth" : "drift"}`;
  }
  return `No association of ${exposure} with ${measure} over the years can be told`;
}

function sentenceOf(
  {complete}: ProgrammeSeries,
  {levels, detrended, changes}: Lenses,
  {measure, exposure}: {readonly measure: string; readonly exposure: string}
): string {
  const range =
    changes.low === null || changes.high === null ? "" : `, 95 % interval ${interval(changes.low, changes.high, 2)}`;
  const {p} = unrelatedSeries(
    complete.map(({x}) => x),
    complete.map(({y}) => y)
  );
  return (
    `Over ${count(complete.length)} years ${exposure} and ${measure} had r = ${decimal(levels.estimate)} in levels, ` +
    `${decimal(detrended.estimate)} with their trends taken out and ${decimal(changes.estimate)} from year to year ` +
    `(n = ${count(complete.length - 1)} changes${range}). Two series with these drifts and nothing to do with each other look as ` +
    `alike in levels in ${percent(p)} of draws.`
  );
}

function alternativeOf({rows, outcomes, comparator}: ProgrammeSeries, sector: Sector, {programme}: Planned): string {
  const first = `Both drift with the years: the market, prices, and the organisation's size move both without ${programme}.`;
  const revenue = outcomes.find(({name}) => name === "revenue")?.values;
  if (!comparator || !revenue || rows.length < 2) return first;
  const grown = [revenue, comparator].map((values) => (values.at(-1) ?? NaN) / (values[0] ?? NaN) - 1);
  if (grown.some((share) => !Number.isFinite(share))) return first;
  const [own = 0, theirs = 0] = grown;
  const told = sector
    ? `, and against the sector's its yearly changes had r = ${decimal(sector.evidence.estimate)} with participation's`
    : "";
  return `${first} Over the same years revenue changed by ${percent(own)} and the sector by ${percent(theirs)}${told}.`;
}
