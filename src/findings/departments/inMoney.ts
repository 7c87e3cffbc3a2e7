import {numbers} from "../../released/table.js";
import {departmentsIn} from "../../released/departmentsIn.js";
import type {ReleasedTable} from "../../released/table.js";
import type {EvidenceContext} from "../../evidence/context.js";
import type {Finding} from "../../evidence/finding.js";
import {sidedAmounts} from "../../words/intervals.js";
import {measureNamed} from "../../evidence/measure.js";
import {words} from "./words.js";

export interface Money {
  /** mean yearly revenue of a department over the programme's years, each of those that are published together counted */
  readonly revenue: number;
  /** the difference in margin for a unit of that revenue, a year */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly currency: string;
}

/** A difference in margin as money; null where the outcome is no margin, or there is no revenue. */
export function inMoney(
  {primary, outcome}: Pick<Finding, "primary" | "outcome">,
  {rows}: ReleasedTable,
  {measures, programmeYears: [first, last]}: EvidenceContext
): Money | null {
  if (
    !primary ||
    primary.low === null ||
    primary.high === null ||
    outcome !== "margin" ||
    primary.unit !== "percentage points"
  )
    return null;
  const within = rows.filter(
    ({fiscal_year: year, revenue}) => Number(year) >= first && Number(year) <= last && typeof revenue === "number"
  );
  if (within.length === 0) return null;
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const revenue =
    sum(numbers(within, "revenue")) / sum(within.map((row) => departmentsIn(String(row.department_id)).length));
  const share = (points: number): number => (points / 100) * revenue;
  return {
    revenue,
    estimate: share(primary.estimate),
    low: share(primary.low),
    high: share(primary.high),
    currency: measureNamed(measures, "revenue").unit
  };
}

/** Millions are rounded where they are printed; beside a smaller amount two digits are as many as the margin bears. */
const roundedBeside = (estimate: number, value: number): number =>
  Math.abs(estimate) < 1e6 ? Number(value.toPrecision(2)) : value;

/** "For an average department that is 3.1 million yen a year, between 1.1 and 5.2 million yen." */
export function moneySentence({estimate, low, high, currency}: Money, one: string): string {
  const {amount, between} = sidedAmounts({
    estimate: roundedBeside(estimate, estimate),
    low: roundedBeside(estimate, low),
    high: roundedBeside(estimate, high),
    label: currency
  });
  return words.money(one, amount, estimate < 0, between);
}
