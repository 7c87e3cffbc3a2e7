/** Who took part, in words: the share of the eligible, or the units that had the exposure, year by year. */
import type {ReleasedRow, ReleasedTable} from "../released/table.js";
import type {EvidenceContext, Plan} from "../evidence/context.js";
import {exposureNoun} from "../evidence/exposureNoun.js";
import {type MeasureDescription, measureNamed} from "../evidence/measure.js";
import {exposureOverYears, sharesOverYears, unitsOverYears} from "../words/reportWords.js";

/** Null where neither is released. */
export function takeUp(
  {organisation, departments}: {readonly organisation?: ReleasedTable; readonly departments?: ReleasedTable},
  context: EvidenceContext,
  plan: Plan | null
): string | null {
  const shares = organisation && byPersons(organisation, context);
  return shares ?? (departments && plan ? byUnits(departments, context, plan) : null);
}

function byPersons(table: ReleasedTable, {person, programmeYears: [first, last]}: EvidenceContext): string | null {
  const shown = ofYears(table.rows, first, last).flatMap(({fiscal_year: year, participation, managers}) =>
    typeof participation === "number" ? [{year: Number(year), share: participation, of: managers}] : []
  );
  const [start, end] = [shown.at(0), shown.at(-1)];
  if (!start || !end || start === end) return null;
  return sharesOverYears({first: start, last: end, eligible: typeof end.of === "number" ? end.of : null}, {person});
}

function byUnits({rows}: ReleasedTable, context: EvidenceContext, plan: Plan): string | null {
  const {
    unit,
    measures,
    programmeYears: [first, last]
  } = context;
  const {name: term} = plan.exposure;
  const exposure = measureNamed(measures, term);
  const noun = exposureNoun(plan, context);
  const years = [...new Set(ofYears(rows, first, last).map(({fiscal_year: year}) => Number(year)))];
  if (exposure.unit !== "0 or 1") return averages(rows, {exposure, noun, years, unit});
  const told = years.map((year) => {
    const of = rows.filter((row) => Number(row.fiscal_year) === year && typeof row[term] === "number");
    return {year, had: of.filter((row) => row[term] === 1).length, of: of.length};
  });
  const shown = told.length > most ? [...told.slice(0, 1), ...told.slice(-1)] : told;
  return told.length === 0 ? null : unitsOverYears(shown, {noun, unit});
}

/** more years than these are told by their first and last */
const most = 6;

/** shares of eligible persons: their average over units is not the persons' */
const ofPersons = new Set(["participation", "stock"]);

/** An amount, as its average over the units in the first year and the last. */
function averages(
  rows: readonly ReleasedRow[],
  {
    exposure,
    noun,
    years,
    unit
  }: {exposure: MeasureDescription; noun: string; years: readonly number[]; unit: {readonly many: string}}
): string | null {
  if (ofPersons.has(exposure.name)) return null;
  const means = years.flatMap((year) => {
    const values = rows.flatMap((row) => {
      const value = row[exposure.name];
      return Number(row.fiscal_year) === year && typeof value === "number" ? [value] : [];
    });
    return values.length === 0 ? [] : [{year, mean: values.reduce((sum, value) => sum + value, 0) / values.length}];
  });
  const [first, last] = [means[0], means.at(-1)];
  return first && last && first !== last
    ? exposureOverYears({...exposure, noun}, {first, last, units: unit.many})
    : null;
}

function ofYears(rows: readonly ReleasedRow[], first: number, last: number): ReleasedRow[] {
  return rows
    .filter(({fiscal_year: year}) => Number(year) >= first && Number(year) <= last)
    .toSorted((a, b) => Number(a.fiscal_year) - Number(b.fiscal_year));
}
