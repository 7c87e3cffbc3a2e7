/**
 * Did the lines of business come together in the sessions?
 *
 * Estimand   change of the share of a manager's co-attendees who sit in another line, over the programme's years
 * Kind       descriptive: the sessions are counted, not sampled; the interval is of the line through the years
 * Rows       released cells
 */
import {linearTrend} from "../stats/association/linearTrend.js";
import {numbers} from "../released/table.js";
import type {ReleasedTable} from "../released/table.js";
import {certainty} from "./certainty.js";
import {checkPrecision} from "./check.js";
import type {EvidenceContext, Plan} from "./context.js";
import type {Evidence, Finding} from "./finding.js";
import {capital, digitsFor, interval, list, percent, signed} from "./format.js";
import {isClear} from "./isClear.js";

const points = "percentage points";

export function purpose(mixing: ReleasedTable, context: EvidenceContext & {readonly plan: Plan}): Finding {
  const {plan, person, programme, programmeYears, purpose: aim} = context;
  const [first, last] = programmeYears;
  const series = byYear(mixing).filter(({year}) => year >= first && year <= last);
  const start = series.at(0);
  const end = series.at(-1);
  if (!start || !end || series.length < 3) throw new RangeError("the purpose takes three years of sessions or more");
  const span = end.year - start.year;
  const years = series.map(({year}) => year);
  const overYears = (label: string, values: readonly number[], note: string): Evidence => {
    const {terms, n} = linearTrend(values, years);
    const slope = terms[0];
    const scaled = (value: number | null | undefined): number | null => (value == null ? null : 100 * span * value);
    return {
      label,
      naive: false,
      estimate: scaled(slope?.estimate) ?? 0,
      low: scaled(slope?.low),
      high: scaled(slope?.high),
      unit: points,
      df: slope?.df ?? null,
      p: slope?.p ?? null,
      n,
      rows: "fiscal years",
      note
    };
  };
  const change: Evidence = {
    label: `First year to last, ${start.year} to ${end.year}`,
    naive: true,
    estimate: 100 * (end.share - start.share),
    low: null,
    high: null,
    unit: points,
    df: null,
    p: null,
    n: 2,
    rows: "fiscal years",
    note: "two years alone, so no interval"
  };
  const shares = series.map(({share}) => share);
  const primary = overYears("Line through all years", shares, "least squares");
  const beyond = overYears(
    "Beyond what the numbers of each line would give",
    series.map(({share, chance}) => share - chance),
    "share less the share that chance would give, least squares"
  );
  const checks = [checkPrecision(primary, plan.worthwhile * 100)];
  const digits = primary.low === null || primary.high === null ? 0 : digitsFor(primary.low, primary.high);
  const range =
    primary.low === null || primary.high === null
      ? ""
      : ` (95 % interval ${interval(primary.low, primary.high, digits)})`;
  return {
    id: "purpose",
    question: `Did the ${list(mixing.rows.map(({division}) => String(division)).filter(isFirst))} lines come together?`,
    title: isClear(primary)
      ? `${capital(person.many)} met ${primary.estimate > 0 ? "more" : "less"} of the other line in the sessions as the years went by`
      : `How much ${person.many} met of the other line did not change so that it could be told`,
    sentence:
      `In ${start.year}, ${percent(start.share)} of the people whom a ${person.one} met in a session sat in another line; ` +
      `in ${end.year} it was ${percent(end.share)}, where chance would give ${percent(end.chance)}. ` +
      `Over the ${series.length} years that is ${signed(primary.estimate, digits)} ${points}${range}.`,
    kind: "descriptive",
    level: 1,
    certainty: certainty("descriptive", context.assignment, checks),
    claim: isClear(primary) ? "change" : "none",
    checks,
    primary,
    evidence: [change, primary, beyond],
    specification: plan.specification,
    alternative:
      `Groups of ${programme} are put together by its organisers: mixing in sessions shows how they were made up, ` +
      `not yet that people of the lines worked together${aim ? ` (${aim.label})` : ""}.`,
    wouldChange: "Records of projects and customers served by both lines, before and after.",
    absent: `${capital(person.many)} who came to no session met nobody there and are not counted.`
  };
}

interface MixingYear {
  readonly year: number;
  readonly share: number;
  readonly chance: number;
}

/** The lines' shares averaged by their numbers of managers; a year with a suppressed cell is left out. */
function byYear({rows}: ReleasedTable): MixingYear[] {
  const years = [...new Set(numbers(rows, "fiscal_year"))].toSorted((a, b) => a - b);
  return years.flatMap((year) => {
    const lines = rows.filter((row) => row.fiscal_year === year);
    const weights = numbers(lines, "managers");
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const average = (column: string): number =>
      numbers(lines, column).reduce((sum, value, i) => sum + value * (weights[i] ?? NaN), 0) / total;
    const [share, chance] = [average("other_line"), average("by_chance")];
    return Number.isNaN(share + chance) ? [] : [{year, share, chance}];
  });
}

function isFirst(value: string, index: number, values: readonly string[]): boolean {
  return values.indexOf(value) === index;
}
