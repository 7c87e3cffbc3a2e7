/**
 * As participation rose, did revenue and profit rise?
 *
 * Estimand   correlation over fiscal years: of levels (the naive picture), of departures from trend, of yearly changes
 * Primary    yearly changes, since two series that both grow are correlated in levels whatever connects them
 * Rows       released cells, one a fiscal year
 */
import {correlateSeries} from "../stats/association/correlateSeries.js";
import {effectiveN} from "../stats/association/effectiveN.js";
import {pearson} from "../stats/association/pearson.js";
import type {Estimate} from "../stats/estimate.js";
import {power} from "../stats/power/power.js";
import {numbers, numbersOrNull} from "../released/table.js";
import type {ReleasedTable} from "../released/table.js";
import {certainty} from "./certainty.js";
import {checkPrecision, checkSign} from "./check.js";
import type {EvidenceContext, Plan} from "./context.js";
import {evidenceFrom} from "./evidenceFrom.js";
import type {Evidence, Finding} from "./finding.js";
import {capital, decimal, interval} from "./format.js";
import {isClear} from "./isClear.js";
import {measureNamed} from "./measure.js";

export function organisation(table: ReleasedTable, context: EvidenceContext & {readonly plan: Plan}): Finding {
  const {plan, programme, programmeYears} = context;
  const [first, last] = programmeYears;
  const rows = table.rows.filter(({fiscal_year: year}) => Number(year) >= first && Number(year) <= last);
  const years = numbers(rows, "fiscal_year");
  const exposure = numbersOrNull(rows, plan.term);
  const planned = /(\w+)\)?\s*~/.exec(plan.specification)?.[1] ?? "profit";
  const outcomes = [planned, ...["revenue", "profit"].filter((name) => name !== planned)].filter((name) =>
    rows.some((row) => typeof row[name] === "number")
  );
  const named = (name: string): string => measureNamed(context.measures, name).label;
  const evidence = outcomes.flatMap((name) => {
    const outcome = numbersOrNull(rows, name);
    const lens = (fitted: Estimate<object>, label: string, naive: boolean): Evidence =>
      evidenceFrom(
        {...fitted, fit: {}},
        {label: `${capital(named(name))}: ${label}`, term: fitted.terms[0]?.term ?? "", unit: "r", rows: "years", naive}
      );
    return [
      lens(pearson(exposure, outcome), "levels", true),
      lens(correlateSeries(exposure, outcome, years, {transform: "detrend"}), "trend taken out", false),
      lens(correlateSeries(exposure, outcome, years, {transform: "difference"}), "yearly changes", false)
    ];
  });
  const [levels, , changes] = evidence;
  if (!levels || !changes) throw new RangeError(`no outcome by year: ${planned}`);
  const complete = years.flatMap((_, i) => {
    const [x, y] = [exposure[i] ?? null, numbersOrNull(rows, planned)[i] ?? null];
    return x === null || y === null ? [] : [{x, y}];
  });
  const worth = effectiveN(
    complete.map(({x}) => x),
    complete.map(({y}) => y)
  ).effective;
  const smallest = power({kind: "correlation", n: complete.length, power: 0.8, alpha: 0.05}).effect;
  const checks = [checkPrecision(changes, plan.worthwhile), checkSign(changes, evidence)];
  const range =
    changes.low === null || changes.high === null ? "" : `, 95 % interval ${interval(changes.low, changes.high, 2)}`;
  const measure = named(planned);
  return {
    id: "organisation",
    question: "As participation rose, did revenue and profit rise?",
    title: titleOf(levels, changes, measure),
    sentence:
      `Over ${complete.length} years participation and ${measure} had r = ${decimal(levels.estimate)} in levels; ` +
      `year on year their changes had r = ${decimal(changes.estimate)} (n = ${complete.length - 1} changes${range}). ` +
      `Two series that drift are worth fewer years than they have: here about ${decimal(worth, 1)} of ${complete.length}; ` +
      `${complete.length} independent years would show an r of ${decimal(smallest)} or more with 80 % power.`,
    kind: "association",
    level: 1,
    certainty: certainty("association", context.assignment, checks),
    claim: isClear(changes) ? "change" : "none",
    checks,
    primary: changes,
    evidence,
    specification: plan.specification,
    alternative: `Both grew with the years: the market, prices, and the organisation's size move both without ${programme}.`,
    wouldChange: "A comparable organisation or sector without the programme, followed over the same years.",
    absent: "Years before the programme have no participation to compare."
  };
}

function titleOf(levels: Evidence, changes: Evidence, measure: string): string {
  if (isClear(changes)) {
    const direction = changes.estimate > 0 ? "more" : "less";
    return `In years when participation rose more, ${measure} rose ${direction}`;
  }
  if (isClear(levels) && levels.estimate > 0) {
    return `Participation and ${measure} rose together, which cannot be told from shared growth`;
  }
  return `No association of participation with ${measure} over the years can be told`;
}
