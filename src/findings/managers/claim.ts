/**
 * Were managers rated higher after they took part?
 *
 * Estimand   difference in standing among the year's ratings, in standard deviations, after the start from before it
 * Naive      before and after of those who took part, without comparison
 * Primary    as the plan says: the year after, of those who start in a year less those who do not, at the same last and
 *            earlier ratings and tenure (z_after ~); or manager and year absorbed (z ~); or att(), each cohort against
 *            managers who had not started by then, from the second year before (Callaway and Sant'Anna)
 * Scales     ratings were relative in some years and absolute in others: each year's are brought to standard deviations of
 *            that year, no scale is mapped onto the other, and each is asked alone as a check
 * Rows       exact ratings, managers as clusters
 */
import {driftPower} from "../../stats/did/driftPower.js";
import type {Estimate} from "../../stats/estimate.js";
import {certainty} from "../../evidence/certainty.js";
import {checkPrecision, checkSign} from "../../evidence/check.js";
import type {Check} from "../../evidence/check.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {cappedLevel} from "../../evidence/designLevel.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence, Finding} from "../../evidence/finding.js";
import {capital, count, decimal, digitsFor, interval, list, percent, pValue, signed} from "../../evidence/format.js";
import {isClear} from "../../evidence/isClear.js";

const unit = "sd";
const rows = "ratings";

export interface ManagerEstimates {
  /** those who took part, before and after */
  readonly alone: Estimate;
  /** manager and year absorbed */
  readonly compared: Estimate;
  /** by cohort and year; null where cohorts can't be told apart */
  readonly staggered: {
    readonly effects: Estimate;
    readonly pretrend: {
      readonly p: number;
      readonly df: number;
      readonly detectable: number;
      readonly span: number;
    } | null;
  } | null;
  /** the year after, against those of the same earlier ratings; null where too few start */
  readonly matched: Estimate | null;
  /** change to expect from regression to the mean alone, in standard deviations */
  readonly expected: number;
  readonly sensitivity: ManagerSensitivity | null;
}

/** The estimate asked in other ways; what the data can't tell is null. */
export interface ManagerSensitivity {
  /** each kind of scale alone, where there are several */
  readonly regimes: readonly {readonly kind: string; readonly estimate: Estimate}[];
  /** without the years of a promotion and after one */
  readonly promotions: Estimate | null;
  /** among those who had not started: by the sessions that their department attended */
  readonly spillover: Estimate | null;
  /** cohort by cohort by interaction weights (Sun and Abraham) */
  readonly weighted: Estimate | null;
  /** weight of comparisons with managers already started, and what the others say (Goodman-Bacon) */
  readonly decomposed: {readonly forbidden: number; readonly estimate: number; readonly persons: number} | null;
  readonly bounds: HonestRatings | null;
}

/** Bounds that let trends diverge after the start as much as they did, at most, in the years before (M = 1). */
export interface HonestRatings {
  readonly low: number | null;
  readonly high: number | null;
  /** least M at which no difference is not ruled out; null: none that was tried */
  readonly breakdown: number | null;
  /** years before the reference that were looked at */
  readonly before: number;
}

export function managers(
  {alone, compared, expected, matched, staggered, sensitivity}: ManagerEstimates,
  context: EvidenceContext & {readonly plan: Plan}
): Finding {
  const {plan, person, programme, assignment} = context;
  const planned = plan.estimator === "cohorts" ? "cohorts" : plan.outcome.name === "z_after" ? "alike" : "absorbed";
  const naive = evidenceFrom(alone, {
    label: "Before and after, those who took part alone",
    term: "taken_part",
    unit,
    rows,
    naive: true
  });
  const regression: Evidence = {
    ...naive,
    label: "Expected of them with no effect: regression to the mean",
    estimate: expected,
    low: null,
    high: null,
    df: null,
    p: null,
    note: "from their standing in the year before the start and the ratings' correlation from year to year"
  };
  const absorbed = evidenceFrom(compared, {
    label: `Against those who had not started, each ${person.one} with ${person.one} and year`,
    term: planned === "absorbed" ? plan.term : "taken_part",
    unit,
    rows
  });
  const byCohort =
    staggered &&
    evidenceFrom(staggered.effects, {
      label: "Cohort by cohort, from two years before the start",
      term: "all",
      unit,
      rows
    });
  const alike =
    matched &&
    evidenceFrom(matched, {
      label: "The year after, against those rated alike before",
      term: "started",
      unit,
      rows: `${person.one}-years`
    });
  const primary = (planned === "cohorts" && byCohort) || (planned === "alike" && alike) || absorbed;
  const others = [absorbed, byCohort, alike].filter((one) => one !== null && one !== primary) as Evidence[];
  const evidence = [naive, regression, primary, ...others];
  const checks: Check[] = [
    {
      domain: "measurement",
      asked: "Were ratings given without knowing who took part?",
      verdict: "failed",
      why: "Whoever rates knows who took part."
    },
    checkPrecision(primary, plan.worthwhile),
    checkSign(primary, [naive, ...others]),
    ...(staggered?.pretrend ? [checkTrend(staggered.pretrend, plan.worthwhile)] : []),
    ...(sensitivity ? furtherChecks(sensitivity, primary, context) : [])
  ];
  const digits = primary.low === null || primary.high === null ? 2 : digitsFor(primary.low, primary.high);
  const range =
    primary.low === null || primary.high === null
      ? ""
      : `95 % interval ${interval(primary.low, primary.high, digits)}; `;
  const kinds = sensitivity?.regimes.map(({kind}) => kind) ?? [];
  return {
    id: "managers",
    question: `Were ${person.many} rated higher after they took part?`,
    title: titleOf(primary, primary === alike, person.many),
    sentence:
      (primary === alike
        ? `The year after they started, ${person.many} stood ${decimal(Math.abs(primary.estimate), digits)} ${unit} ` +
          `${primary.estimate < 0 ? "lower" : "higher"} than those rated alike before who had not started `
        : `After they started, ${person.many} stood ${signed(primary.estimate, digits)} ${unit} from where those who had not ` +
          "started stood ") +
      `(${range}n = ${count(primary.n)} ${primary.rows}). Of themselves alone they moved by ` +
      `${signed(naive.estimate, digits)} ${unit}; regression to the mean since the year before the start would give ` +
      `${signed(expected, digits)} ${unit}.`,
    kind: "association",
    level: cappedLevel(primary === byCohort ? 3 : 2, assignment),
    certainty: certainty("association", assignment, checks),
    claim: isClear(primary) ? "change" : "none",
    checks,
    primary,
    evidence,
    specification: plan.specification,
    outcome: plan.outcome.name,
    alternative:
      `${capital(person.many)} who were about to be rated higher may have been sent to, or have chosen, ${programme}; and ` +
      "whoever rates them knew that they took part.",
    wouldChange: `A start drawn by lot, and raters who do not know who took part.`,
    absent:
      `${capital(person.many)} without a rating in a year are not in it.` +
      (kinds.length > 1
        ? ` Ratings were ${list(kinds)} in different years; each year's are read in standard deviations of that year, and no ` +
          "scale is turned into the other."
        : "") +
      " Standing among the year's ratings is zero-sum: where some rise, others fall."
  };
}

function titleOf(primary: Evidence, alike: boolean, many: string): string {
  if (!isClear(primary)) return `Whether ${many}' ratings changed with taking part cannot be told`;
  const rose = primary.estimate > 0;
  return alike
    ? `${capital(many)} were rated ${rose ? "higher" : "lower"} after taking part than those rated alike before who had not`
    : `${capital(many)}' ratings ${rose ? "rose" : "fell"} after taking part, against those who had not started`;
}

/** Whether the years before the start were alike, and whether the test would have told. */
function checkTrend(
  trend: {readonly p: number; readonly df: number; readonly detectable: number; readonly span: number},
  worthwhile: number
): Check {
  const power = driftPower(worthwhile / trend.span, trend);
  return {
    domain: "consistency",
    asked: "Did nothing move before the start?",
    verdict: trend.p < 0.05 ? "failed" : power < 0.5 ? "unknown" : "passed",
    why:
      `The joint test of the years before gives p ${pValue(trend.p)}. A drift that would make a difference worth having by ` +
      `itself (${decimal(worthwhile / trend.span, 3)} ${unit} a year) it would find with a chance of ${percent(power)}.`
  };
}

function furtherChecks(
  {regimes, promotions, spillover, weighted, decomposed, bounds}: ManagerSensitivity,
  primary: Evidence,
  {plan, unit: department, person}: EvidenceContext & {readonly plan: Plan}
): Check[] {
  const read = (estimate: Estimate, term: string): Evidence =>
    evidenceFrom(estimate, {label: "", term, unit, rows: "ratings"});
  const term = plan.estimator === "cohorts" ? "taken_part" : plan.term;
  const alone = regimes.map(({kind, estimate}) => ({kind, ...read(estimate, term)}));
  const checks: (Check | null)[] = [
    alone.length < 2
      ? null
      : {
          domain: "measurement",
          asked: "Do both scales say the same, each alone?",
          verdict: verdictOf(alone, primary),
          why: `${capital(list(alone.map((one) => `${one.kind} ratings ${shown(one)}`)))}; no scale is turned into the other.`
        },
    bounds && {
      domain: "consistency",
      asked: "Does the difference stand if trends part after the start as much as they did before it?",
      verdict: bounds.low !== null && bounds.high !== null && (bounds.low > 0 || bounds.high < 0) ? "passed" : "failed",
      why:
        (bounds.low === null || bounds.high === null
          ? "The bounds are open"
          : `It may then lie anywhere in ${interval(bounds.low, bounds.high, 2)} ${unit}`) +
        `, judged by ${count(bounds.before)} ${bounds.before === 1 ? "year" : "years"} before; ` +
        (bounds.breakdown === null
          ? "no parting that was tried takes it away."
          : bounds.breakdown === 0
            ? "cohort by cohort it is not clear of no difference even if they do not part."
            : `it takes ${decimal(bounds.breakdown, 2)} times as much to take it away.`)
    },
    weighted &&
      sameAs(read(weighted, "all"), primary, "Does another way to weigh the cohorts agree (Sun and Abraham)?"),
    decomposed && {
      domain: "consistency",
      asked: `Does it stand without comparisons with ${person.many} who had started already (Goodman-Bacon)?`,
      verdict: within(decomposed.estimate, primary) ? "passed" : "failed",
      why:
        `They carry ${percent(decomposed.forbidden)} of the weight among the ${count(decomposed.persons)} ${person.many} rated ` +
        `in every year; the other comparisons give ${signed(decomposed.estimate, 2)} ${unit}.`
    },
    promotions &&
      sameAs(read(promotions, term), primary, "Does it stand without years of promotion, which set ratings back?"),
    spillover && checkSpillover(read(spillover, "dose"), plan.worthwhile, department.one)
  ];
  return checks.filter((check) => check !== null);
}

/** Passed where the other estimate lies within the planned one's interval, unknown where its own holds both that and none. */
function sameAs(other: Evidence, primary: Evidence, asked: string): Check {
  return {domain: "consistency", asked, verdict: verdictOf([other], primary), why: `It gives ${shown(other)}.`};
}

function verdictOf(others: readonly Evidence[], primary: Evidence): Check["verdict"] {
  const opposed = others.some((other) => isClear(other) && Math.sign(other.estimate) !== Math.sign(primary.estimate));
  if (opposed) return "failed";
  if (others.every(({estimate}) => within(estimate, primary))) return "passed";
  return others.some(
    ({low, high}) => (high ?? Infinity) < (primary.low ?? 0) || (low ?? -Infinity) > (primary.high ?? 0)
  )
    ? "failed"
    : "unknown";
}

function within(value: number, {low, high}: Evidence): boolean {
  return low !== null && high !== null && value >= low && value <= high;
}

/** Whether those who had not started moved with the sessions around them, which would hide part of the difference. */
function checkSpillover(dose: Evidence, worthwhile: number, department: string): Check {
  const {low, high} = dose;
  const small = low !== null && high !== null && low > -worthwhile && high < worthwhile;
  return {
    domain: "consistency",
    asked: "Did those who had not started stay as they were where more around them took part?",
    verdict: isClear(dose) ? "failed" : small ? "passed" : "unknown",
    why: `From no session to a full programme for all of their ${department}, they moved by ${shown(dose)}.`
  };
}

function shown({estimate, low, high}: Evidence): string {
  if (low === null || high === null) return `${signed(estimate)} ${unit}`;
  const digits = digitsFor(low, high);
  return `${signed(estimate, digits)} ${unit} (${interval(low, high, digits)})`;
}
