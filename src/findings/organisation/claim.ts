/**
 * As participation rose, did revenue and profit rise?
 *
 * Estimand   correlation over fiscal years: of levels (the simple picture), of departures from trend, of yearly changes; the
 *            last also of what is left of an outcome beside the sector's
 * Primary    yearly changes, since two series that both drift are correlated in levels whatever connects them
 * Rows       released cells, one a fiscal year of the programme; too few of them are shown and not tested
 */
import {correlateSeries} from "../../stats/association/correlateSeries.js";
import {pearson} from "../../stats/association/pearson.js";
import type {Estimate} from "../../stats/estimate.js";
import type {ReleasedTable} from "../../released/table.js";
import {comparisonSentence} from "../../words/card.js";
import {capital} from "../../words/numbers.js";
import {lowered} from "../../words/outcome.js";
import type {Answer} from "../../words/en/words.js";
import {agreement, agreementCheck} from "../../evidence/checks/agreementCheck.js";
import {precision, precisionCheck} from "../../evidence/checks/precisionCheck.js";
import {sameSideCheck} from "../../evidence/checks/sameSideCheck.js";
import {shareCheck} from "../../evidence/checks/shareCheck.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Check, Evidence, FindingDraft} from "../../evidence/finding.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import {isClear} from "../../evidence/isClear.js";
import {measureNamed} from "../../evidence/measure.js";
import {unrelatedSeries} from "../../evidence/series/unrelatedSeries.js";
import {designLevel} from "../../evidence/verdict/designLevel.js";
import {isTooSmall} from "../../evidence/verdict/precisionState.js";
import {titleClaim} from "../../evidence/verdict/titleClaim.js";
import {againstSector, type ProgrammeSeries, programmeSeries} from "./programmeSeries.js";
import {trendOf} from "./trendOf.js";
import {words} from "./words.js";
import type {Trend} from "./words.en.js";
import {say} from "../../words/say.js";

/** with fewer years nothing is tested */
export const fewestOrganisationYears = 5;
/** under it so few years are there that those missing count against the finding */
const enoughYears = 0.6;
/** share of unrelated pairs as high, above which growth alone explains it */
const concern = 0.05;

type Planned = EvidenceContext & {readonly plan: Plan};

export function organisation(table: ReleasedTable, context: Planned): FindingDraft {
  const {plan, programme, measures, assignment} = context;
  const series = programmeSeries(table, context);
  const label = (name: string): string => lowered(measureNamed(measures, name).label);
  const exposure = label(plan.exposure.name);
  const planned = measureNamed(measures, plan.outcome.name);
  const enough = series.complete.length >= fewestOrganisationYears;
  const lenses = enough ? lensesOf(series, label) : null;
  const level = designLevel(
    {
      compares: "years",
      exposure: plan.exposure.name,
      absorbsUnit: false,
      absorbsTime: false,
      adjusted: plan.controls.length > 0,
      yearsBefore: false,
      notYetStarted: false
    },
    assignment
  );
  const shared = {
    id: "organisation",
    question: words.question(exposure, series.outcomes.map(({name}) => label(name)).toReversed()),
    kind: "association",
    level,
    comparison: comparisonSentence({level, unit: context.unit}),
    outcome: planned.name,
    direction: planned.direction,
    worthwhile: plan.worthwhile,
    required: [
      precision,
      agreement,
      {id: "cells", domain: "missing"},
      {id: "sector", domain: "selection"},
      {id: "growth", domain: "consistency"}
    ],
    specification: plan.specification,
    alternative: words.alternative,
    wouldChange: words.wouldChange,
    absent: words.absent
  } as const;
  if (!lenses) {
    const told = enough
      ? words.constant(label(constantOf(series, plan.exposure.name)))
      : words.few(series.complete.length, {
          exposure,
          outcomes: series.outcomes.map(({name}) => label(name)).toReversed()
        });
    const none = {
      claim: "none",
      tests: {change: null},
      candidacy: {ownTrend: null},
      checks: [],
      primary: null
    } as const;
    return {...shared, ...told, ...none, evidence: []};
  }
  const {changes} = lenses;
  const tests = {change: titleP(lenses)};
  const {claim} = titleClaim(tests);
  const answer: Answer = claim === "change" ? "clear" : isTooSmall(changes, plan.worthwhile) ? "small" : "none";
  const sector = lenses.sector.find(({name}) => name === plan.outcome.name) ?? lenses.sector[0] ?? null;
  return {
    ...shared,
    title: words.title({
      answer,
      side: changes.estimate < 0 ? "less" : "more",
      exposure: {label: exposure, trend: trendWord(series.exposure, series.years)},
      outcomes: series.outcomes.map(({name, values}) => ({label: label(name), trend: trendWord(values, series.years)})),
      years: series.complete.length,
      programme,
      besideSector: sector !== null && isClear(sector.evidence)
    }),
    sentence: words.sentence({
      changes: lenses.each,
      growth: growthOf(series, label),
      from: series.years[0] ?? 0,
      to: series.years.at(-1) ?? 0,
      n: series.complete.length - 1,
      exposure,
      doubted: isClear(changes) && claim === "none"
    }),
    claim,
    tests,
    candidacy: {ownTrend: null},
    checks: checksOf(series, lenses, {sector: sector?.evidence ?? null, exposure, label, context, answer}),
    primary: changes,
    evidence: lenses.all
  };
}

interface Lenses {
  /** of the planned outcome: what the plan names */
  readonly changes: Evidence;
  /** the planned outcome's departures from trend */
  readonly detrended: Evidence;
  /** yearly changes of every outcome, the planned one first */
  readonly each: readonly {
    readonly label: string;
    readonly estimate: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  /** yearly changes of what is left of an outcome beside the sector's */
  readonly sector: readonly {readonly name: string; readonly evidence: Evidence}[];
  readonly all: readonly Evidence[];
}

/** Null where a series does not vary, so that no correlation is defined. */
function lensesOf(
  {exposure, outcomes, years, comparator}: ProgrammeSeries,
  label: (name: string) => string
): Lenses | null {
  const lens = (fit: () => Estimate<object>, name: string, naive = false): Evidence | null =>
    ifIdentified(() => {
      const fitted = fit();
      const term = fitted.terms[0]?.term ?? "";
      return evidenceFrom({...fitted, fit: {}}, {label: capital(name), term, unit: "r", rows: say("years"), naive});
    });
  const changes = (values: readonly (number | null)[], name: string): Evidence | null => {
    const made = lens(
      () => correlateSeries(exposure, values, years, {transform: "difference"}),
      say("{0}: yearly changes", name)
    );
    // as many as the years less the first
    return made && {...made, n: made.n - 1};
  };
  const each = outcomes.map(({name, values}) => ({
    name,
    levels: lens(() => pearson(exposure, values), say("{0}: as they are", label(name)), true),
    detrended: lens(() => correlateSeries(exposure, values, years), say("{0}: without trend", label(name))),
    changes: changes(values, label(name))
  }));
  const sector = outcomes.flatMap(({name, values}) => {
    const evidence =
      comparator && changes(againstSector(values, comparator), say("{0} beside the sector", label(name)));
    return evidence ? [{name, evidence: {...evidence, besideSector: name}}] : [];
  });
  const [planned] = each;
  if (!planned?.levels || !planned.detrended || !planned.changes) return null;
  const made = each.filter((one) => one.levels && one.detrended && one.changes);
  return {
    changes: planned.changes,
    detrended: planned.detrended,
    each: made.flatMap((one) => (one.changes ? [{...one.changes, label: label(one.name)}] : [])),
    sector,
    all: [
      ...made.flatMap((one) => [one.levels, one.detrended, one.changes]),
      ...sector.map(({evidence}) => evidence)
    ].filter((one) => one !== null)
  };
}

/**
 * What a title needs: that both yearly changes and departures from trend are clear, on one side. Either alone rejects too
 * often in a world that the other is made for: of few years, changes where series keep near a line, departures where they
 * wander (see correlateSeries).
 */
function titleP({changes, detrended}: Lenses): number | null {
  if (changes.p === null || detrended.p === null) return null;
  return Math.sign(changes.estimate) === Math.sign(detrended.estimate) ? Math.max(changes.p, detrended.p) : 1;
}

interface CheckInput {
  readonly sector: Evidence | null;
  readonly exposure: string;
  readonly label: (name: string) => string;
  readonly context: Planned;
  readonly answer: Answer;
}

function checksOf(
  {complete, outcomes}: ProgrammeSeries,
  {changes, all}: Lenses,
  {sector, exposure, label, context: {plan, programmeYears}, answer}: CheckInput
): Check[] {
  const years = programmeYears[1] - programmeYears[0] + 1;
  const direction = answer !== "clear" ? 0 : changes.estimate < 0 ? -1 : 1;
  return [
    precisionCheck(changes, plan.worthwhile),
    agreementCheck(
      changes,
      all.filter((one) => one !== changes && !one.naive)
    ),
    shareCheck(
      {id: "cells", domain: "missing", asked: words.asks.years(), missing: say("Years")},
      complete.length / years,
      {
        what: say("of the years have values of both"),
        enough: enoughYears
      }
    ),
    sectorCheck(
      sector,
      words.asks.sector(
        outcomes.map(({name}) => label(name)),
        exposure
      ),
      direction
    ),
    growthCheck(complete)
  ];
}

/** Beyond the sector's growth: asked of any claim, and of none, since it is what the years alone cannot tell. */
function sectorCheck(sector: Evidence | null, asked: string, direction: -1 | 0 | 1): Check {
  const named = {
    id: "sector",
    domain: "selection",
    asked,
    missing: say("A sector to compare with"),
    missingIsPlural: false
  } as const;
  return sameSideCheck(named, sector, {direction: direction === 0 ? 1 : direction, main: null});
}

function growthCheck(complete: ProgrammeSeries["complete"]): Check {
  const {p} = unrelatedSeries(
    complete.map(({x}) => x),
    complete.map(({y}) => y)
  );
  return {
    id: "growth",
    domain: "consistency",
    asked: words.asks.growth(),
    state: p > concern ? "failed" : "answered",
    why: words.growthReason(p, concern)
  };
}

function trendWord(values: readonly (number | null)[], years: readonly number[]): Trend {
  const trend = trendOf(values, years);
  if (!trend || !isClear({low: trend.low, high: trend.high})) return "showed no clear trend";
  return trend.slope > 0 ? "rose" : "fell";
}

function growthOf(
  {outcomes, comparator}: ProgrammeSeries,
  label: (name: string) => string
): {label: string; share: number}[] {
  const grown = (values: readonly (number | null)[]): number => {
    const [first, last] = [values[0] ?? NaN, values.at(-1) ?? NaN];
    return first > 0 ? last / first - 1 : NaN;
  };
  return [
    ...outcomes.toReversed().map(({name, values}) => ({label: label(name), share: grown(values)})),
    ...(comparator ? [{label: say("the sector"), share: grown(comparator)}] : [])
  ].filter(({share}) => Number.isFinite(share));
}

function constantOf({exposure, outcomes}: ProgrammeSeries, name: string): string {
  const varies = new Set(exposure.filter((value) => value !== null)).size > 1;
  return varies ? (outcomes[0]?.name ?? name) : name;
}
