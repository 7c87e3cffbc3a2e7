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
import type {Estimate} from "../../stats/estimate.js";
import {numbers, type ReleasedTable} from "../../released/table.js";
import {comparisonSentence} from "../../words/card.js";
import {agreement, agreementCheck} from "../../evidence/checks/agreementCheck.js";
import {precision, precisionCheck} from "../../evidence/checks/precisionCheck.js";
import {shareCheck} from "../../evidence/checks/shareCheck.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Check, Evidence, FindingDraft} from "../../evidence/finding.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import {designLevel} from "../../evidence/verdict/designLevel.js";
import {sameSideState} from "../../evidence/verdict/sameSideState.js";
import {titleClaim} from "../../evidence/verdict/titleClaim.js";
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
  const {plan, person, assignment} = context;
  const {contrast, plain, response, ordered = null} = fits;
  const {exposure, controls, grouped: groups, outcome} = plan;
  const level = designLevel(
    {
      compares: "ratings",
      exposure: exposure.name,
      absorbsUnit: false,
      absorbsTime: false,
      adjusted: controls.length > 0 || groups.length > 0,
      yearsBefore: false,
      notYetStarted: false
    },
    assignment
  );
  const own = groups.length > 0 ? say("each {0}, module and group with its own level", person.one) : say("as planned");
  const primary = fromFit(contrast, say("At the same place in the year, {0}", own), plan.term);
  const clustered = fromFit(plain, say("At the same place in the year, errors by module"), plan.term);
  const naive = naiveOf(modules);
  const simple = contrast.method === plain.method ? [] : [clustered];
  const tests = {change: null, difference: primary.p};
  const clear = titleClaim({change: primary.p}).claim === "change";
  const direction = !clear ? 0 : primary.estimate < 0 ? -1 : 1;
  const {share, range} = favourableOf(modules);
  return {
    id: "sessions",
    question: words.question(person.many),
    title: words.title(share, {clear, side: primary.estimate < 0 ? "lower" : "higher", persons: person.many}),
    sentence: words.sentence({...primary, scale: scaleOf(modules), modules: range}),
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
    worthwhile: plan.worthwhile,
    candidacy: null,
    required: [precision, agreement, {id: "rated", domain: "missing"}, {id: "ordered", domain: "measurement"}],
    checks: [
      precisionCheck(primary, plan.worthwhile),
      agreementCheck(primary, [...(naive ? [naive] : []), ...simple]),
      shareCheck(
        {id: "rated", domain: "missing", asked: words.asks.rated(), missing: say("Attendance"), missingIsPlural: false},
        response,
        {what: say("of attended sessions were rated"), enough: enoughRated}
      ),
      ...(ordered ? [orderedCheck(ordered.fitted, plan.term, direction)] : [])
    ],
    primary,
    evidence: [...(naive ? [naive] : []), ...simple, primary],
    specification: plan.specification,
    alternative: words.alternative,
    wouldChange: words.wouldChange,
    absent: words.absent(response)
  };
}

function fromFit(fitted: Estimate, label: string, term: string): Evidence {
  return evidenceFrom(fitted, {label, term, unit, rows: say("ratings")});
}

function naiveOf({rows}: ReleasedTable): Evidence | null {
  const means = {
    mean: numbers(rows, "mean"),
    reflective: rows.map(({mindset}) => Number(mindset === "reflective"))
  };
  return ifIdentified(() =>
    evidenceFrom(ols("mean ~ reflective", means, {vcov: "HC3"}), {
      label: say("Averages of reflective modules less those of the others"),
      term: "reflective",
      unit,
      rows: say("modules"),
      naive: true
    })
  );
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
