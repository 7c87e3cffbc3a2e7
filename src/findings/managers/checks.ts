/** What is looked into before the comparison of ratings is believed: each check small, its words elsewhere. */
import {driftPower} from "../../stats/did/driftPower.js";
import type {Estimate} from "../../stats/estimate.js";
import {notCheckedReason} from "../../words/checkWords.js";
import type {Noun} from "../../words/en/words.js";
import {agreement} from "../../evidence/checks/agreementCheck.js";
import {biasCheck} from "../../evidence/checks/biasCheck.js";
import {precision} from "../../evidence/checks/precisionCheck.js";
import {sameSideCheck} from "../../evidence/checks/sameSideCheck.js";
import type {Plan} from "../../evidence/context.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Check, Evidence} from "../../evidence/finding.js";
import {isClear} from "../../evidence/isClear.js";
import type {CheckNamed, CheckState} from "../../evidence/verdict/checkState.js";
import {sameSideState} from "../../evidence/verdict/sameSideState.js";
import type {ManagerEstimates, ManagerSensitivity} from "./estimates.js";
import {words} from "./words.js";
import {say} from "../../words/say.js";

const unit = "standard deviations";
/** a standardised difference above it leaves the groups unlike (Cohen 1988's small is 0.2) */
const mostUnlike = 0.25;
/** chance of seeing a drift that matters */
const enoughPower = 0.8;

const named = (ids: readonly string[], domain: CheckNamed["domain"]): CheckNamed[] => ids.map((id) => ({id, domain}));

export const required: readonly CheckNamed[] = [
  ...named(["alike", "path", "own-trend"], "selection"),
  ...named(["raters", "scales"], "measurement"),
  precision,
  agreement,
  ...named(["honest", "sunab", "bacon", "promotions", "spillover"], "consistency")
];

/** Of one kind of scale there is nothing to ask of each alone. */
export const requiredOf = (kinds: readonly string[]): readonly CheckNamed[] =>
  required.filter(({id}) => id !== "scales" || kinds.length !== 1);

export interface ManagersClaimed {
  readonly primary: Evidence;
  readonly direction: -1 | 0 | 1;
  readonly worthwhile: number;
  readonly plan: Plan;
  readonly person: Noun;
  readonly department: Noun;
  readonly programme: string;
}

export function managersChecks(
  {staggered, sensitivity, ownTrend, unlike}: ManagerEstimates,
  claimed: ManagersClaimed
): {readonly own: Evidence | null; readonly checks: readonly Check[]} {
  const {primary, direction, worthwhile, person} = claimed;
  const own = ownTrend ? read(ownTrend, "taken_part") : null;
  const checks: Check[] = [
    {id: "raters", domain: "measurement", asked: words.asks.raters(), state: "failed", why: words.ratersReason(true)},
    alikeCheck(unlike ?? null),
    pathCheck(staggered?.pretrend ?? null, worthwhile),
    sameSideCheck(
      {
        id: "own-trend",
        domain: "selection",
        asked: words.asks.ownTrend(person),
        missing: say("Enough years for a trend of each")
      },
      own,
      {direction, main: primary}
    ),
    ...(sensitivity ? furtherChecks(sensitivity, claimed) : [])
  ];
  return {own, checks};
}

function alikeCheck(unlike: number | null): Check {
  const asked = {id: "alike", domain: "selection", asked: words.asks.alike()} as const;
  if (unlike === null)
    return {...asked, state: "unmade", why: notCheckedReason(say("The groups before the start"), true)};
  return {
    ...asked,
    state: unlike > mostUnlike ? "failed" : "answered",
    why: words.alikeReason(unlike, mostUnlike)
  };
}

type Pretrend = NonNullable<NonNullable<ManagerEstimates["staggered"]>["pretrend"]>;

/** Whether the years before the start were alike; answered only where a drift that matters would have been seen. */
function pathCheck(trend: Pretrend | null, worthwhile: number): Check {
  const asked = {id: "path", domain: "selection", asked: words.asks.path()} as const;
  if (!trend) return {...asked, state: "unmade", why: notCheckedReason(say("Enough years before the start"), true)};
  const drift = worthwhile / trend.span;
  const enough = driftPower(drift, {df: trend.df, detectable: trend.detectable}) >= enoughPower;
  return {
    ...asked,
    state: trend.p < 0.05 ? "failed" : enough ? "answered" : "open",
    why: words.pathReason({p: trend.p, drift, enough})
  };
}

function furtherChecks(
  {kinds, regimes, promotions, spillover, weighted, decomposed, bounds}: ManagerSensitivity,
  {primary, direction, worthwhile, plan, person}: ManagersClaimed
): Check[] {
  const term = plan.estimator === "cohorts" ? "taken_part" : plan.term;
  const years = {missing: say("Enough starting years"), missingIsPlural: true} as const;
  return [
    ...(kinds.length === 1
      ? []
      : [
          scalesCheck(
            regimes.map(({kind, estimate}) => ({kind, evidence: read(estimate, term)})),
            direction
          )
        ]),
    honestCheck(bounds, direction),
    sameSideCheck(
      {id: "sunab", domain: "consistency", asked: words.asks.sunab(), ...years},
      weighted && read(weighted, "all"),
      {direction, main: primary}
    ),
    baconCheck(decomposed, direction),
    sameSideCheck(
      {id: "promotions", domain: "consistency", asked: words.asks.promotions(), missing: say("Promotions")},
      promotions && read(promotions, term),
      {direction, main: primary}
    ),
    biasCheck(
      {
        id: "spillover",
        domain: "consistency",
        asked: words.asks.spillover(person),
        missing: say("Sessions around those not started")
      },
      spillover && read(spillover, "dose"),
      // neighbours who gain too would hide part of a difference, those who lose would make one
      {direction: direction === 0 ? 0 : direction > 0 ? -1 : 1, worthwhile}
    )
  ];
}

function scalesCheck(each: readonly {kind: string; evidence: Evidence}[], direction: -1 | 0 | 1): Check {
  const asked = {id: "scales", domain: "measurement", asked: words.asks.scales()} as const;
  if (each.length === 0) return {...asked, state: "unmade", why: notCheckedReason(say("Each scale alone"), false)};
  const states = each.map(({evidence}) => sameSideState(evidence, direction));
  const state: CheckState = states.includes("failed")
    ? "failed"
    : states.every((one) => one === "answered")
      ? "answered"
      : "open";
  return {...asked, state, why: words.scalesReason(each.map(({kind, evidence}) => onScale(kind, evidence)))};
}

function honestCheck(bounds: ManagerSensitivity["bounds"], direction: -1 | 0 | 1): Check {
  const asked = {id: "honest", domain: "consistency", asked: words.asks.honest()} as const;
  if (!bounds) return {...asked, state: "unmade", why: notCheckedReason(say("Enough years before the start"), true)};
  const {low, high} = bounds;
  const side = low !== null && high !== null ? (low > 0 ? 1 : high < 0 ? -1 : 0) : 0;
  const state = direction === 0 ? (side === 0 ? "answered" : "failed") : side === direction ? "answered" : "failed";
  return {...asked, state, why: words.honestReason(low, high)};
}

function baconCheck(decomposed: ManagerSensitivity["decomposed"], direction: -1 | 0 | 1): Check {
  const asked = {id: "bacon", domain: "consistency", asked: words.asks.bacon()} as const;
  if (!decomposed) return {...asked, state: "unmade", why: notCheckedReason(say("People rated in every year"), true)};
  const {estimate, forbidden} = decomposed;
  // it has no interval, so that it can only agree in direction or not
  const state = direction === 0 ? "open" : Math.sign(estimate) === direction ? "answered" : "failed";
  return {...asked, state, why: words.baconReason(forbidden, estimate)};
}

function read(estimate: Estimate, term: string): Evidence {
  return evidenceFrom(estimate, {label: "", term, unit, rows: say("ratings")});
}

function onScale(kind: string, {estimate, low, high}: Evidence) {
  const range = low === null || high === null ? null : ([low, high] as const);
  return {kind, estimate, range, clear: range !== null && isClear({low, high})};
}
