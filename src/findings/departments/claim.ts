/**
 * Did departments that took part more do better, and did a department do better when it took part more?
 *
 * Estimand   difference in the plan's outcome for a difference of one in the exposure, within department and year
 * Naive      the same over all department-years pooled: the article's own picture
 * Rows       released cells, so that report, explorer and download can't disagree
 */
import type {ReleasedTable} from "../../released/table.js";
import {certainty} from "../../evidence/certainty.js";
import {checkPrecision, checkSign} from "../../evidence/check.js";
import type {Check} from "../../evidence/check.js";
import {checkAbsence} from "../../evidence/checkAbsence.js";
import type {EvidenceContext, Plan, Words} from "../../evidence/context.js";
import {bandReliability} from "./bandReliability.js";
import type {BeforeProgramme} from "../../evidence/panel/beforeProgramme.js";
import {beforeProgramme} from "../../evidence/panel/beforeProgramme.js";
import type {DepartmentPanel} from "../../evidence/panel/departmentPanel.js";
import {completeRows, departmentPanel, unitColumn, yearsWithBoth} from "../../evidence/panel/departmentPanel.js";
import {fewestYears} from "../../evidence/panel/fewestYears.js";
import {leadTest} from "../../evidence/panel/leadTest.js";
import {leaveOneOut} from "./leaveOneOut.js";
import type {Specifications} from "../../evidence/panel/specifications.js";
import {specifications} from "../../evidence/panel/specifications.js";
import {cappedLevel} from "../../evidence/designLevel.js";
import type {Evidence, Finding} from "../../evidence/finding.js";
import {capital, count, decimal, digitsFor, interval, percent, signed} from "../../evidence/format.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import {isClear} from "../../evidence/isClear.js";

/** under it so few cells are there that those missing count against the finding */
const leastCells = 0.6;
/** under it a measure counts as not reliable enough */
const leastReliability = 0.7;

type Planned = EvidenceContext & {readonly plan: Plan};

export function departments(table: ReleasedTable, context: Planned): Finding {
  const {plan, unit, assignment, programme} = context;
  const panel = departmentPanel(table, context);
  const {outcome, exposure, rows} = panel;
  const estimates = ifIdentified(() => specifications(panel, context));
  const before = beforeProgramme(panel, {programmeYears: context.programmeYears, many: unit.many});
  const checks = estimates ? checksOf(panel, estimates, before, context) : [checkCells(panel)];
  const kind = "association";
  const measure = outcome.label.toLowerCase();
  const {across = null, clustered = null} = estimates ?? {};
  return {
    id: "departments",
    question: `Did ${unit.many} ${exposure.unit === "0 or 1" ? `with ${exposurePhrase(exposure)}` : "that took part more"} do better?`,
    title: clustered
      ? titleOf(across, clustered, exposurePhrase(exposure), outcome, unit.many)
      : `These data do not allow the planned comparison of ${unit.many}`,
    sentence: estimates
      ? sentenceOf(panel, estimates, unit)
      : `With ${count(completeRows(panel).length)} ${rows} that have both, ${exposure.label.toLowerCase()} and ${measure} cannot be compared as planned.`,
    kind,
    level: cappedLevel(3, assignment),
    certainty: certainty(kind, assignment, checks),
    claim: clustered && isClear(clustered) ? "change" : across && isClear(across) ? "difference" : "none",
    checks,
    primary: estimates?.primary ?? null,
    evidence: estimates?.all ?? [],
    specification: plan.specification,
    outcome: plan.outcome.name,
    alternative: alternativeOf(before, context),
    wouldChange: `A start of ${programme} drawn by lot or staggered by someone else than the ${unit.many} themselves.`,
    absent: `${capital(rows)} without a value of ${measure}, and those with too few people to be shown, are not in the estimate.`
  };
}

function checksOf(
  panel: DepartmentPanel,
  {clustered, all}: Specifications,
  before: BeforeProgramme | null,
  {plan, unit}: Planned
): Check[] {
  const worthwhile = plan.worthwhile * panel.scale;
  return [
    checkPrecision(clustered, worthwhile),
    checkSign(
      clustered,
      all.filter((one) => one !== clustered && !one.naive)
    ),
    ...checkLeaveOneOut(panel, clustered, unit.one),
    checkOrder(panel, worthwhile),
    ...checkBefore(panel, before, worthwhile, unit.many),
    checkCells(panel),
    ...checkBands(panel)
  ];
}

function checkLeaveOneOut(panel: DepartmentPanel, {estimate}: Evidence, one: string): Check[] {
  const left = leaveOneOut(panel);
  const parts = (["unit", "year"] as const).flatMap((kind) => {
    const values = left.filter((entry) => entry.kind === kind).map((entry) => entry.estimate);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const what = kind === "unit" ? one : "year";
    return values.length === 0 ? [] : [`without any one ${what} it runs from ${interval(least, most)}`];
  });
  if (parts.length === 0) return [];
  const same = left.every((entry) => Math.sign(entry.estimate) === Math.sign(estimate));
  return [
    {
      domain: "consistency",
      asked: `Does it hang on no one ${one} or year?`,
      verdict: same ? "passed" : "failed",
      why: `${capital(parts.join(", "))} ${panel.unit}.`
    }
  ];
}

function checkOrder(panel: DepartmentPanel, worthwhile: number): Check {
  const asked = `Is next year's ${panel.exposure.label.toLowerCase()} silent on this year's outcome?`;
  const years = yearsWithBoth(panel).length;
  const lead = leadTest(panel);
  if (lead) return checkAbsence({domain: "consistency", asked, what: "Beside this year's it tells"}, lead, worthwhile);
  const few = years < fewestYears;
  return {
    domain: "consistency",
    asked,
    verdict: "unknown",
    why: few
      ? `${capital(count(years))} years are too few to ask which came first; they are shown, not tested.`
      : "Next year's can't be told from this year's."
  };
}

/** The planned comparison takes out where units stood, but not the path that they were on. */
function checkBefore(
  panel: DepartmentPanel,
  before: BeforeProgramme | null,
  worthwhile: number,
  many: string
): Check[] {
  const {level, change} = before ?? {};
  const domain = "selection";
  const absorbed = panel.absorbed.includes(unitColumn);
  const checks: Check[] = [];
  if (level && isClear(level)) {
    const digits = digitsFor(level.low ?? 0, level.high ?? 0);
    checks.push({
      domain,
      asked: "Is what set them apart before kept out of the planned estimate?",
      verdict: absorbed ? "passed" : "failed",
      why:
        `Before the programme ${many} stood ${signed(level.estimate, digits)} ${level.unit} apart ` +
        `${versus(panel.exposure, "later ")} (${interval(level.low ?? 0, level.high ?? 0, digits)}); ` +
        (absorbed
          ? "each is compared with itself, which takes that out, as pooling does not."
          : "nothing takes that out.")
    });
  } else if (level) {
    const asked = `Did ${laterMore(panel, many)} stand where the others stood before?`;
    const what = `${capital(versus(panel.exposure, "later "))} they stood apart by`;
    checks.push(checkAbsence({domain, asked, what}, level, worthwhile));
  }
  if (change) {
    const asked = `Were ${laterMore(panel, many)} on the same path before?`;
    const what = `${capital(versus(panel.exposure, "later "))} they had moved apart by`;
    checks.push(checkAbsence({domain, asked, what}, change, worthwhile));
  }
  return checks;
}

function checkCells(panel: DepartmentPanel): Check {
  const [there, all] = [completeRows(panel).length, panel.units.length];
  return {
    domain: "missing",
    asked: `Are enough of the ${panel.rows} there?`,
    verdict: there / Math.max(1, all) < leastCells ? "failed" : "passed",
    why: `${count(there)} of ${count(all)} have both (${percent(there / Math.max(1, all))}); under ${percent(leastCells)} would not be enough.`
  };
}

function checkBands(panel: DepartmentPanel): Check[] {
  const bands = bandReliability(panel);
  if (!bands) return [];
  return [
    {
      domain: "measurement",
      asked: `Is ${panel.exposure.label.toLowerCase()} published finely enough?`,
      verdict: bands.reliability < leastReliability ? "failed" : "passed",
      why:
        `Steps of ${percent(bands.width)} leave ${percent(bands.reliability)} of its variance within units and years; under ` +
        `${percent(leastReliability)} would not be enough. What is lost draws the estimate towards none.`
    }
  ];
}

function alternativeOf(before: BeforeProgramme | null, {unit, programme}: Planned): string {
  const level = before?.level;
  const first =
    level && isClear(level)
      ? `${capital(unit.many)} that took part more stood ${level.estimate > 0 ? "higher" : "lower"} already before the programme. `
      : "";
  return (
    `${first}${capital(unit.many)} that were about to do better anyway may also have been those that took up ` +
    `${programme}; a common cause that changes over the years within a ${unit.one} is not ruled out.`
  );
}

function exposurePhrase({label, unit}: {label: string; unit: string}): string {
  return unit === "0 or 1" ? `a ${label.charAt(0).toLowerCase()}${label.slice(1)}` : `more ${label}`;
}

function titleOf(
  across: Evidence | null,
  within: Evidence,
  exposure: string,
  outcome: {label: string},
  many: string
): string {
  const measure = outcome.label.toLowerCase();
  const direction = ({estimate}: Evidence): string => (estimate > 0 ? "higher" : "lower");
  if (isClear(within)) return `Within ${many}, ${exposure} went with a ${direction(within)} ${measure}`;
  if (across && isClear(across)) {
    return `${capital(many)} with ${exposure} had a ${direction(across)} ${measure}; within them no change can be told`;
  }
  return `No association of ${exposure.replace(/^more /, "")} with ${measure} can be told`;
}

function sentenceOf(
  {exposure, outcome, logged}: DepartmentPanel,
  {primary, pooled}: Pick<Specifications, "primary" | "pooled">,
  {one, many}: Words
): string {
  const {estimate, low, high, unit, n, rows} = primary;
  const digits = low === null || high === null ? 2 : digitsFor(low, high);
  const range = low === null || high === null ? "" : `95 % interval ${interval(low, high, digits)}; `;
  const relative = (value: number): string => (logged ? ` (${signed(100 * Math.expm1(value / 100), 0)} %)` : "");
  return (
    `Compared with itself in other years, a ${one}'s ${outcome.label.toLowerCase()} differed by ` +
    `${signed(estimate, digits)} ${unit}${relative(estimate)} ${versus(exposure)} (${range}n = ${count(n)} ${rows}). ` +
    `With all ${rows} pooled it is ${signed(pooled.estimate, digits)} ${unit}, but that mixes in whatever else sets ` +
    `${many} and years apart.`
  );
}

/** Between which exposures a difference is told: "between no and full participation". */
function versus({label, unit}: {label: string; unit: string}, when = ""): string {
  if (unit === "0 or 1") return `with a ${when}${label.charAt(0).toLowerCase()}${label.slice(1)} than without`;
  return unit === "share"
    ? `between no and full ${when}${label}`
    : `for each further ${unit.replace(/s$/, "")} of ${when}${label}`;
}

function laterMore({exposure}: DepartmentPanel, many: string): string {
  return exposure.unit === "0 or 1"
    ? `${many} with a later ${exposure.label.toLowerCase()}`
    : `${many} that later took part more`;
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
