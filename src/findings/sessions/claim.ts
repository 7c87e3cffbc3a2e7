/**
 * Did those who took part value the sessions, and those on reflection most?
 *
 * Estimand   difference of reflective modules' ratings from the others', at the same place in the year, in scale points
 * Simple     the same without the place, over module means
 * Primary    the plan's model: managers, modules and groups cross, so that each has its own random intercept
 * Rows       exact ratings for the contrast; released cells for shares and means
 * Kind       the favourable share is a count; the contrast is an association, of a certainty that is low at most
 */
import {ols} from "../../stats/regression/ols.js";
import {standardDeviation} from "../../stats/description/standardDeviation.js";
import {randomTerms} from "../../stats/formula/randomTerms.js";
import type {Estimate} from "../../stats/estimate.js";
import {numbers, type ReleasedTable} from "../../released/table.js";
import {comparisonSentence} from "../../words/card.js";
import {agreement, agreementCheck} from "../../evidence/checks/agreementCheck.js";
import {precision, precisionCheck} from "../../evidence/checks/precisionCheck.js";
import {shareCheck} from "../../evidence/checks/shareCheck.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Check, Evidence, FindingDraft} from "../../evidence/finding.js";
import {capital} from "../../evidence/format.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import {designLevel} from "../../evidence/verdict/designLevel.js";
import {sameSideState} from "../../evidence/verdict/sameSideState.js";
import {titleClaim} from "../../evidence/verdict/titleClaim.js";
import type {OtherWay} from "../otherWay.js";
import type {Of} from "./words.en.js";
import {words} from "./words.js";
import {say} from "../../words/say.js";

const unit = "points";
/** under it non-response counts against the finding */
const enoughRated = 0.6;

export interface SessionFits {
  /** the plan's model */
  readonly contrast: Estimate;
  /** the same terms by least squares, errors by module */
  readonly plain: Estimate;
  /** ratings given over sessions attended, 0 to 1 */
  readonly response: number;
  /** the same terms in a cumulative logit, which takes ratings as an order and not as numbers */
  readonly ordered?: {readonly fitted: Estimate; readonly spread: number} | null;
}

type Planned = EvidenceContext & {readonly plan: Plan};

export function sessions(modules: ReleasedTable, fits: SessionFits, context: Planned): FindingDraft {
  const ways = waysOf(modules, fits, context);
  return claimBy(ways.planned, ways, {modules, fits, context});
}

/** The same claim by every other comparison that was estimated. */
export function sessionsOtherwise(modules: ReleasedTable, fits: SessionFits, context: Planned): OtherWay[] {
  const ways = waysOf(modules, fits, context);
  const others: readonly [string, Compared | null][] = [
    ["by-module", ways.clustered],
    ["averages", ways.averages],
    ["favourable", ways.shares]
  ];
  return others.flatMap(([value, way]) =>
    way && way.evidence.low !== null
      ? [{value, label: capital(words.way(way.of)), finding: claimBy(way, ways, {modules, fits, context})}]
      : []
  );
}

interface Compared {
  readonly evidence: Evidence;
  readonly of: Of;
  readonly specification: string;
  readonly worthwhile: number;
}

interface Ways {
  readonly planned: Compared;
  /** the same terms by least squares; null where the plan's model is that */
  readonly clustered: Compared | null;
  readonly averages: Compared | null;
  readonly shares: Compared | null;
}

function waysOf(modules: ReleasedTable, {contrast, plain}: SessionFits, {plan, person}: Planned): Ways {
  const {specification, worthwhile, term, grouped} = plan;
  const own = grouped.length > 0 ? say("each {0}, module and group with its own level", person.one) : say("as planned");
  const atPlace = (fitted: Estimate, label: string, formula: string): Compared => ({
    evidence: fromFit(fitted, label, term),
    of: "place",
    specification: formula,
    worthwhile
  });
  const averages = averagesOf(modules, "mean");
  const shares = averagesOf(modules, "favourable");
  // as many standard deviations of shares as the plan's is of means
  const worthwhileShare = (worthwhile * 100 * spreadOf(modules, "favourable")) / spreadOf(modules, "mean");
  return {
    planned: atPlace(contrast, say("At the same place in the year, {0}", own), specification),
    clustered:
      contrast.method === plain.method
        ? null
        : atPlace(plain, say("At the same place in the year, errors by module"), randomTerms(specification).fixed),
    averages: averages && {evidence: averages, of: "averages", specification: "mean ~ reflective", worthwhile},
    // modules whose means are all alike do not tell what matters of their shares
    shares:
      shares && worthwhileShare > 0 && worthwhileShare < Infinity
        ? {evidence: shares, of: "shares", specification: "favourable ~ reflective", worthwhile: worthwhileShare}
        : null
  };
}

function claimBy(
  {evidence: primary, of, specification, worthwhile}: Compared,
  {planned, clustered, averages}: Ways,
  {modules, fits, context}: {readonly modules: ReleasedTable; readonly fits: SessionFits; readonly context: Planned}
): FindingDraft {
  const {plan, person, assignment} = context;
  const {response, ordered = null} = fits;
  const {exposure, controls, grouped: groups, outcome} = plan;
  const atPlace = of === "place";
  const level = designLevel(
    {
      compares: "ratings",
      exposure: exposure.name,
      absorbsUnit: false,
      absorbsTime: false,
      adjusted: atPlace && (controls.length > 0 || groups.length > 0),
      yearsBefore: false,
      notYetStarted: false
    },
    assignment
  );
  const tests = {change: null, difference: primary.p};
  const clear = titleClaim({change: primary.p}).claim === "change";
  const direction = !clear ? 0 : primary.estimate < 0 ? -1 : 1;
  const {share, range} = favourableOf(modules);
  const all = [averages, clustered, planned].flatMap((one) => one?.evidence ?? []);
  return {
    id: "sessions",
    question: words.question(person.many),
    title: words.title(share, {clear, side: primary.estimate < 0 ? "lower" : "higher", persons: person.many}),
    sentence: words.sentence({...primary, of, scale: scaleOf(modules), modules: range}),
    beside: words.beside(response),
    kind: "association",
    level,
    comparison: comparisonSentence({
      level,
      unit: {one: say("Module"), many: say("modules")},
      adjustedFor: [say("the place in the year")]
    }),
    claim: clear ? "difference" : "none",
    tests,
    outcome: outcome.name,
    direction: "higher",
    worthwhile,
    candidacy: null,
    required: [precision, agreement, {id: "rated", domain: "missing"}, {id: "ordered", domain: "measurement"}],
    checks: [
      precisionCheck(primary, worthwhile),
      agreementCheck(
        primary,
        all.filter((one) => one !== primary)
      ),
      shareCheck(
        {id: "rated", domain: "missing", asked: words.asks.rated(), missing: say("Attendance"), missingIsPlural: false},
        response,
        {what: say("of attended sessions were rated"), enough: enoughRated}
      ),
      ...(ordered ? [orderedCheck(ordered.fitted, plan.term, direction)] : [])
    ],
    primary,
    evidence: all.includes(primary) ? all : [...all, primary],
    specification,
    alternative: words.alternative,
    wouldChange: words.wouldChange,
    absent: words.absent(response)
  };
}

function fromFit(fitted: Estimate, label: string, term: string): Evidence {
  return evidenceFrom(fitted, {label, term, unit, rows: say("ratings")});
}

/** What modules on reflection have more than the others on average over modules: points, or percentage points. */
function averagesOf({rows}: ReleasedTable, name: "mean" | "favourable"): Evidence | null {
  const shares = name === "favourable";
  const columns = {
    [name]: numbers(rows, name),
    reflective: rows.map(({mindset}) => Number(mindset === "reflective"))
  };
  return ifIdentified(() =>
    evidenceFrom(ols(`${name} ~ reflective`, columns, {vcov: "HC3"}), {
      label: shares
        ? say("Favourable shares of reflective modules less those of the others")
        : say("Averages of reflective modules less those of the others"),
      term: "reflective",
      unit: shares ? "percentage points" : unit,
      rows: say("modules"),
      scale: shares ? 100 : 1,
      naive: true
    })
  );
}

function spreadOf({rows}: ReleasedTable, name: "mean" | "favourable"): number {
  return standardDeviation(numbers(rows, name).filter(Number.isFinite));
}

/** The ends of the scale that every module is rated on; null where there are several. */
function scaleOf({rows}: ReleasedTable): readonly [number, number] | null {
  const [lows, highs] = [new Set(numbers(rows, "minimum")), new Set(numbers(rows, "maximum"))];
  const [low, high] = [...lows, ...highs];
  const one = lows.size === 1 && highs.size === 1 && low !== undefined && high !== undefined;
  return one && Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
}

function favourableOf({rows}: ReleasedTable): {share: number; range: readonly [number, number] | null} {
  const [ratings, shares] = [numbers(rows, "ratings"), numbers(rows, "favourable")];
  const shown = ratings.flatMap((n, i) => (Number.isNaN(n + (shares[i] ?? NaN)) ? [] : [{n, share: shares[i] ?? 0}]));
  const total = shown.reduce((sum, {n}) => sum + n, 0);
  const ordered = shown.map(({share}) => share).toSorted((a, b) => a - b);
  const [least, most] = [ordered[0], ordered.at(-1)];
  return {
    share: shown.reduce((sum, module) => sum + module.n * module.share, 0) / total,
    range: least === undefined || most === undefined ? null : [least, most]
  };
}

/** Whether the contrast holds where ratings only stand in order: a cumulative logit's odds. */
function orderedCheck(fitted: Estimate, term: string, direction: -1 | 0 | 1): Check {
  const {estimate, low, high, se, df} = evidenceWithError(fitted, term);
  const [from, to] = [low ?? estimate - 1.96 * (se ?? NaN), high ?? estimate + 1.96 * (se ?? NaN)];
  const state = sameSideState({estimate, low: from, high: to, df}, direction);
  const side =
    Math.sign(from) === Math.sign(to)
      ? Math.sign(estimate) === direction
        ? say("clear on the same side")
        : say("clear on the other side")
      : say("not clear");
  return {
    id: "ordered",
    domain: "measurement",
    asked: words.asks.ordered(),
    state,
    why: words.orderedReason({odds: Math.exp(estimate), low: Math.exp(from), high: Math.exp(to), clear: side})
  };
}

function evidenceWithError(fitted: Estimate, term: string) {
  const evidence = fromFit(fitted, "", term);
  const se = fitted.terms.find((one) => one.term === term)?.se ?? null;
  return {...evidence, se};
}
