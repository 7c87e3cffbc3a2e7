/**
 * Did managers value the sessions, and those on reflection most?
 *
 * Estimand   difference of reflective modules' ratings from the others', at the same place in the year, in scale points
 * Naive      the same without the place, over module means
 * Primary    the plan's model: managers, modules and groups cross, so that each has its own random intercept
 * Rows       exact ratings for the contrast; released cells for shares and means
 */
import {ols} from "../../stats/regression/ols.js";
import type {Estimate} from "../../stats/estimate.js";
import {numbers} from "../../released/table.js";
import type {ReleasedTable} from "../../released/table.js";
import {certainty} from "../../evidence/certainty.js";
import {checkPrecision, checkResponse, checkSign} from "../../evidence/check.js";
import type {Check} from "../../evidence/check.js";
import type {EvidenceContext, Plan} from "../../evidence/context.js";
import {evidenceFrom} from "../../evidence/evidenceFrom.js";
import type {Evidence, Finding} from "../../evidence/finding.js";
import {capital, count, decimal, digitsFor, interval, percent, signed} from "../../evidence/format.js";
import {isClear} from "../../evidence/isClear.js";

const unit = "points";

/**
 * @param contrast  the plan's model
 * @param plain     the same terms by least squares, errors by module
 * @param response  ratings given over sessions attended, 0 to 1
 * @param ordered   the same terms in a cumulative logit, which takes ratings as an order and not as numbers
 */
export function sessions(
  modules: ReleasedTable,
  {
    contrast,
    plain,
    response,
    ordered = null
  }: {
    readonly contrast: Estimate;
    readonly plain: Estimate;
    readonly response: number;
    readonly ordered?: {readonly fitted: Estimate; readonly spread: number} | null;
  },
  context: EvidenceContext & {readonly plan: Plan}
): Finding {
  const {plan, person} = context;
  const {rows} = modules;
  const ratings = numbers(rows, "ratings");
  const favourable = numbers(rows, "favourable");
  const shown = ratings.flatMap((n, i) =>
    Number.isNaN(n + (favourable[i] ?? NaN)) ? [] : [{n, share: favourable[i] ?? 0}]
  );
  const total = shown.reduce((sum, {n}) => sum + n, 0);
  const share = shown.reduce((sum, module) => sum + module.n * module.share, 0) / total;
  const means = {
    mean: numbers(rows, "mean"),
    reflective: rows.map(({mindset}) => Number(mindset === "reflective"))
  };
  const naive = evidenceFrom(ols("mean ~ reflective", means, {vcov: "HC3"}), {
    label: "Reflective modules' means less the others'",
    term: "reflective",
    unit,
    rows: "modules",
    naive: true
  });
  const clustered = evidenceFrom(plain, {
    label: "At the same place in the year, errors by module",
    term: plan.term,
    unit,
    rows: "ratings"
  });
  const primary = evidenceFrom(contrast, {
    label: `The same, ${plan.grouped.length > 0 ? "each manager, module and group with its own level" : "as planned"}`,
    term: plan.term,
    unit,
    rows: "ratings"
  });
  const checks: Check[] = [
    checkResponse(response, "of the sessions attended were rated"),
    checkPrecision(primary, plan.worthwhile),
    checkSign(primary, contrast.method === plain.method ? [naive] : [naive, clustered]),
    ...(ordered ? [checkOrder(ordered, primary, plan.term)] : [])
  ];
  return {
    id: "sessions",
    question: `Did ${person.many} value the sessions, and which most?`,
    title: titleOf(share, primary, person.many),
    sentence: sentenceOf(share, primary, person.many, response),
    kind: "descriptive",
    level: 1,
    certainty: certainty("descriptive", context.assignment, checks),
    claim: isClear(primary) ? "difference" : "none",
    checks,
    primary,
    evidence: contrast.method === plain.method ? [naive, primary] : [naive, clustered, primary],
    specification: plan.specification,
    outcome: plan.outcome.name,
    alternative:
      `${capital(person.many)} who liked the sessions less may have stayed away or not answered, ` +
      "so that those who rated are not all who sat there.",
    wouldChange: "Ratings asked of everybody, or of a drawn sample that is followed up.",
    absent: `Ratings were given for ${percent(response)} of the sessions attended; the others are not here.`
  };
}

/**
 * Whether the contrast holds where ratings only stand in order: log odds brought to standard deviations of the logistic
 * distribution, beside the planned estimate in standard deviations of the ratings.
 */
function checkOrder(
  {fitted, spread}: {readonly fitted: Estimate; readonly spread: number},
  primary: Evidence,
  term: string
): Check {
  const logOdds = fitted.terms.find((one) => one.term === term)?.estimate;
  if (logOdds === undefined) throw new RangeError(`no such term in the fit: ${term}`);
  const inOrder = (logOdds * Math.sqrt(3)) / Math.PI;
  const [low, high] = [(primary.low ?? -Infinity) / spread, (primary.high ?? Infinity) / spread];
  const opposed = isClear(primary) && Math.sign(inOrder) !== Math.sign(primary.estimate);
  return {
    domain: "measurement",
    asked: "Does it hold where ratings stand in order only, and are not taken as numbers?",
    verdict: opposed ? "failed" : inOrder >= low && inOrder <= high ? "passed" : "unknown",
    why:
      `The odds of a higher rating are ${decimal(Math.exp(logOdds))} times as high (cumulative logit); in standard deviations ` +
      `that is ${signed(inOrder)}, where the planned model gives ${signed(primary.estimate / spread)}` +
      (primary.low === null || primary.high === null ? "." : ` (${interval(low, high, 2)}).`)
  };
}

function titleOf(share: number, contrast: Evidence, many: string): string {
  const liked =
    share > 0.5
      ? `${capital(many)} rated most sessions favourably`
      : `${capital(many)} rated fewer than half of the sessions favourably`;
  if (!isClear(contrast)) return `${liked}; those on reflection no differently, as far as can be told`;
  return `${liked}, those on reflection ${contrast.estimate > 0 ? "higher" : "lower"} than the others`;
}

function sentenceOf(share: number, {estimate, low, high, n}: Evidence, many: string, response: number): string {
  const digits = low === null || high === null ? 2 : digitsFor(low, high);
  const range = low === null || high === null ? "" : `95 % interval ${interval(low, high, digits)}; `;
  return (
    `${percent(share)} of ratings were favourable. At the same place in the year, ${many} rated reflective modules ` +
    `${decimal(Math.abs(estimate), digits)} ${unit} ${estimate < 0 ? "lower" : "higher"} than the others ` +
    `(${range}n = ${count(n)} ratings, ${percent(response)} of sessions attended).`
  );
}
