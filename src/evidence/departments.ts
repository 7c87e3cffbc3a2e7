/**
 * Did departments that took part more do better, and did a department do better when it took part more?
 *
 * Estimand   difference in the plan's outcome for a difference of one in the exposure, within department and year
 * Naive      the same over all department-years pooled: the article's own picture
 * Rows       released cells, so that report, explorer and download can't disagree
 */
import {numbers} from "../released/table.js";
import type {ReleasedTable} from "../released/table.js";
import {ols} from "../stats/regression/ols.js";
import {certainty} from "./certainty.js";
import {checkPrecision, checkSign} from "./check.js";
import type {EvidenceContext, Plan} from "./context.js";
import {cappedLevel} from "./designLevel.js";
import {evidenceFrom} from "./evidenceFrom.js";
import type {Evidence, Finding} from "./finding.js";
import {capital, count, decimal, digitsFor, interval, signed} from "./format.js";
import {isClear} from "./isClear.js";
import {measureNamed} from "./measure.js";

const clusters = "department_id";

export function departments(table: ReleasedTable, context: EvidenceContext & {readonly plan: Plan}): Finding {
  const {plan, unit, assignment, programme} = context;
  const formula = readPlan(plan);
  const outcome = measureNamed(context.measures, formula.outcome);
  const exposure = measureNamed(context.measures, plan.term);
  const columns = Object.fromEntries(
    [...formula.columns].map((name) => [
      name,
      name === clusters ? table.rows.map((row) => String(row[name])) : numbers(table.rows, name)
    ])
  );
  const display = formula.logged ? {scale: 100, unit: "log points"} : shown(outcome.unit);
  const rows = `${unit.one}-years`;
  const options = {term: plan.term, unit: display.unit, scale: display.scale, rows};
  const pooled = evidenceFrom(ols(`${formula.left} ~ ${formula.right}`, columns, {cluster: clusters}), {
    ...options,
    label: `All ${unit.one}-years pooled`,
    naive: true
  });
  const clustered = evidenceFrom(ols(plan.specification, columns, {cluster: clusters}), {
    ...options,
    label: `Within ${unit.one} and year, errors by ${unit.one}`
  });
  const evidence: Evidence[] = [pooled, clustered];
  let primary = clustered;
  if (plan.vcov === "iid") {
    primary = evidenceFrom(ols(plan.specification, columns, {vcov: "iid"}), {
      ...options,
      label: `Within ${unit.one} and year, classical errors as planned`
    });
    evidence.splice(1, 0, primary);
  }
  const checks = [checkPrecision(clustered, plan.worthwhile * display.scale), checkSign(clustered, evidence)];
  const kind = "association";
  return {
    id: "departments",
    question: `Did ${unit.many} ${exposure.unit === "0 or 1" ? `with ${exposurePhrase(exposure)}` : "that took part more"} do better?`,
    title: titleOf(pooled, clustered, exposurePhrase(exposure), outcome, unit.many),
    sentence: sentenceOf(primary, exposure, outcome, formula.logged, unit.one),
    kind,
    level: cappedLevel(3, assignment),
    certainty: certainty(kind, assignment, checks),
    claim: isClear(clustered) ? "change" : isClear(pooled) ? "difference" : "none",
    checks,
    primary,
    evidence,
    specification: plan.specification,
    alternative:
      `${capital(unit.many)} that were about to do better anyway may also have been those that found time for ` +
      `${programme}; a common cause that changes over the years within a ${unit.one} is not ruled out.`,
    wouldChange: `A start of ${programme} drawn by lot or staggered by someone else than the ${unit.many} themselves.`,
    absent: `${capital(rows)} without a value of ${outcome.label.toLowerCase()}, and those with too few people to be shown, are not in the estimate.`
  };
}

interface ReadPlan {
  readonly left: string;
  readonly right: string;
  readonly outcome: string;
  readonly logged: boolean;
  readonly columns: ReadonlySet<string>;
}

function readPlan({specification}: Plan): ReadPlan {
  const [left = "", rest = ""] = specification.split("~").map((part) => part.trim());
  const right = rest.split("|")[0]?.trim() ?? "";
  const names = specification.match(/[A-Za-z_]\w*(?!\w*\s*\()/g) ?? [];
  const logged = /^log\(\s*(\w+)\s*\)$/.exec(left);
  return {left, right, outcome: logged?.[1] ?? left, logged: logged !== null, columns: new Set([...names, clusters])};
}

function shown(unit: string): {scale: number; unit: string} {
  return unit === "share" ? {scale: 100, unit: "percentage points"} : {scale: 1, unit};
}

function exposurePhrase({label, unit}: {label: string; unit: string}): string {
  return unit === "0 or 1" ? `a ${label.charAt(0).toLowerCase()}${label.slice(1)}` : `more ${label}`;
}

function titleOf(pooled: Evidence, within: Evidence, exposure: string, outcome: {label: string}, many: string): string {
  const measure = outcome.label.toLowerCase();
  const direction = ({estimate}: Evidence): string => (estimate > 0 ? "higher" : "lower");
  if (isClear(within)) return `Within ${many}, ${exposure} went with a ${direction(within)} ${measure}`;
  if (isClear(pooled)) {
    return `${capital(many)} with ${exposure} had a ${direction(pooled)} ${measure}; within them no change can be told`;
  }
  return `No association of ${exposure.replace(/^more /, "")} with ${measure} can be told`;
}

function sentenceOf(
  {estimate, low, high, unit, n, rows}: Evidence,
  exposure: {label: string; unit: string},
  outcome: {label: string},
  logged: boolean,
  one: string
): string {
  const digits = low === null || high === null ? 2 : digitsFor(low, high);
  const range = low === null || high === null ? "" : `95 % interval ${interval(low, high, digits)}; `;
  const versus = exposure.unit === "0 or 1" ? `with ${exposurePhrase(exposure)} than without` : wholeRange(exposure);
  const relative = logged ? ` (${signed(100 * Math.expm1(estimate / 100), 0)} %)` : "";
  return (
    `Compared with itself in other years, a ${one}'s ${outcome.label.toLowerCase()} differed by ` +
    `${signed(estimate, digits)} ${unit}${relative} ${versus} (${range}n = ${count(n)} ${rows}).`
  );
}

function wholeRange({label, unit}: {label: string; unit: string}): string {
  return unit === "share" ? `between no and full ${label}` : `for each further ${unit.replace(/s$/, "")} of ${label}`;
}

/** A fitted estimate beside a published one, both to the digits that were printed. */
export function compareWithPublished(
  printed: {readonly estimate: string; readonly se: string},
  fitted: {readonly estimate: number; readonly se: number | null}
): {readonly estimate: string; readonly se: string; readonly agrees: boolean} {
  const like = (text: string, value: number): string => decimal(value, text.split(".")[1]?.length ?? 0);
  const estimate = like(printed.estimate, fitted.estimate);
  const se = fitted.se === null ? "" : like(printed.se, fitted.se);
  const same = (a: string, b: string): boolean => Number(a.replace("\u2212", "-")) === Number(b.replace("\u2212", "-"));
  return {estimate, se, agrees: same(estimate, printed.estimate) && same(se, printed.se)};
}
