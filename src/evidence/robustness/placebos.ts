/**
 * Where there can be nothing of the programme's: participation of years to come, outcomes before the programme, measures that it
 * cannot have moved.
 *
 * Estimand   difference for a difference of one in the exposure, in standard deviations of the outcome
 * Verdict    passed where the 90 % interval lies inside what is worth having (two one-sided tests of 5 %), failed where the 95 %
 *            interval leaves out none, else unknown: never passed for want of power
 */
import type {ReleasedTable} from "../../released/table.js";
import {numbersOrNull} from "../../released/table.js";
import {variance} from "../../stats/description/variance.js";
import {studentTQuantile} from "../../stats/distribution/studentT.js";
import type {Estimate} from "../../stats/estimate.js";
import {ols} from "../../stats/regression/ols.js";
import type {Verdict} from "../check.js";
import type {EvidenceContext} from "../context.js";
import {evidenceFrom} from "../evidenceFrom.js";
import type {Evidence} from "../finding.js";
import {capital} from "../format.js";
import {isClear} from "../isClear.js";
import {measureNamed} from "../measure.js";
import {shifted} from "./panel.js";
import type {Panel} from "./panel.js";

export const placeboUnit = "sd of the outcome";

export interface Placebo {
  readonly kind: "years to come" | "before the programme" | "negative control";
  readonly evidence: Evidence;
  /** what would be worth having, in the evidence's unit */
  readonly margin: number;
  readonly verdict: Verdict;
}

const leads = [1, 2, 3];

/**
 * @param worthwhile  difference worth having, in the outcome's unit
 * @param survey      released means by unit, year and measure, those that are negative controls marked
 */
export function placebos(
  panel: Panel,
  context: EvidenceContext,
  {worthwhile, survey, worthwhileSurvey}: {worthwhile: number; survey?: ReleasedTable; worthwhileSurvey?: number}
): Placebo[] {
  return [
    ...yearsToCome(panel, context, worthwhile),
    ...beforeProgramme(panel, context, worthwhile),
    ...(survey && worthwhileSurvey !== undefined ? negativeControls(panel, context, survey, worthwhileSurvey) : [])
  ];
}

/** The plan's estimate in the placebos' unit, to hold them against. */
export function plannedForPlacebos(panel: Panel, {unit, measures}: EvidenceContext): Evidence {
  const {rows, outcome, exposure} = panel;
  const y = shifted(rows, outcome, 0);
  const fitted = ols("y ~ x | unit + year", {...keys(panel), y, x: shifted(rows, exposure, 0)}, {cluster: "unit"});
  return evidenceFrom(fitted, {
    label: `As planned: ${measureNamed(measures, exposure).label.toLowerCase()} of the same year`,
    term: "x",
    unit: placeboUnit,
    rows: `${unit.one}-years`,
    scale: 1 / spread(y)
  });
}

function yearsToCome(panel: Panel, {unit, measures}: EvidenceContext, worthwhile: number): Placebo[] {
  const {rows, outcome, exposure} = panel;
  const y = shifted(rows, outcome, 0);
  const sd = spread(y);
  const now = shifted(rows, exposure, 0);
  return leads.flatMap((lead) =>
    attempt(() =>
      judged(
        "years to come",
        ols(
          "y ~ ahead + now | unit + year",
          {...keys(panel), y, now, ahead: shifted(rows, exposure, lead)},
          {cluster: "unit"}
        ),
        {
          label: `${capital(measureNamed(measures, exposure).label)} ${lead === 1 ? "of the next year" : `${lead} years on`}`,
          term: "ahead",
          rows: `${unit.one}-years`,
          sd,
          worthwhile
        }
      )
    )
  );
}

/** Units by what was so before the programme, against how much they took part in it later. */
function beforeProgramme(panel: Panel, {unit, measures}: EvidenceContext, worthwhile: number): Placebo[] {
  const {rows, outcome, exposure, programmeYears} = panel;
  const [first, last] = programmeYears;
  const sd = spread(shifted(rows, outcome, 0));
  const units = [...new Set(rows.map((row) => row.unit))].map((name) => {
    const own = rows.filter((row) => row.unit === name).toSorted((a, b) => a.year - b.year);
    const before = own.filter(({year}) => year < first).flatMap(({values}) => values[outcome] ?? []);
    const during = own.filter(({year}) => year >= first && year <= last).flatMap(({values}) => values[exposure] ?? []);
    return {
      line: own[0]?.line ?? "",
      later: during.length > 0 ? mean(during) : null,
      level: before.length > 0 ? mean(before) : null,
      change: before.length > 1 ? (before.at(-1) ?? 0) - (before[0] ?? 0) : null
    };
  });
  const label = measureNamed(measures, outcome).label;
  const kinds = [
    ["level", `${label} before the programme`],
    ["change", `Change of ${label.charAt(0).toLowerCase()}${label.slice(1)} before the programme`]
  ] as const;
  return kinds.flatMap(([column, words]) =>
    attempt(() =>
      judged(
        "before the programme",
        ols(
          "y ~ later | line",
          {y: units.map((one) => one[column]), later: units.map(({later}) => later), line: units.map(({line}) => line)},
          {vcov: "HC3"}
        ),
        {label: capital(words), term: "later", rows: unit.many, sd, worthwhile}
      )
    )
  );
}

function negativeControls(
  panel: Panel,
  {unit, measures}: EvidenceContext,
  survey: ReleasedTable,
  worthwhile: number
): Placebo[] {
  const controls = [
    ...new Set(survey.rows.flatMap((row) => (row.negative_control === true ? [String(row.measure)] : [])))
  ];
  const at = new Map(panel.rows.map((row) => [`${row.unit} ${row.year}`, row.values[panel.exposure] ?? null]));
  return controls.flatMap((name) => {
    const rows = survey.rows.filter(({measure}) => measure === name);
    const y = numbersOrNull(rows, "mean");
    const columns = {
      y,
      x: rows.map((row) => at.get(`${String(row.department_id)} ${String(row.fiscal_year)}`) ?? null),
      unit: rows.map((row) => String(row.department_id)),
      year: rows.map((row) => String(row.fiscal_year))
    };
    return attempt(() =>
      judged("negative control", ols("y ~ x | unit + year", columns, {cluster: "unit"}), {
        label: `${capital(measureNamed(measures, name).label)} (negative control)`,
        term: "x",
        rows: `${unit.one}-years`,
        sd: spread(y),
        worthwhile
      })
    );
  });
}

interface JudgedOptions {
  readonly label: string;
  readonly term: string;
  readonly rows: string;
  readonly sd: number;
  readonly worthwhile: number;
}

function judged(kind: Placebo["kind"], fitted: Estimate, {label, term, rows, sd, worthwhile}: JudgedOptions): Placebo {
  const control = true;
  const evidence = evidenceFrom(fitted, {label, term, unit: placeboUnit, rows, control, scale: 1 / sd});
  const margin = worthwhile / sd;
  return {kind, evidence, margin, verdict: verdictOf(evidence, margin)};
}

function verdictOf(evidence: Evidence, margin: number): Verdict {
  const {estimate, low, high, df} = evidence;
  if (low === null || high === null) return "unknown";
  if (isClear(evidence)) return "failed";
  const quantile = (outside: number): number => studentTQuantile(outside, df ?? 1e6, {upper: true});
  const reach = ((high - low) / 2) * (quantile(0.05) / quantile(0.025));
  return Math.abs(estimate) + reach < margin ? "passed" : "unknown";
}

/** Nothing where the cells don't carry it. */
function attempt(make: () => Placebo): Placebo[] {
  try {
    return [make()];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function keys({rows}: Panel): {readonly unit: string[]; readonly year: string[]} {
  return {unit: rows.map(({unit}) => unit), year: rows.map(({year}) => String(year))};
}

function spread(values: readonly (number | null)[]): number {
  return Math.sqrt(variance(values.filter((value) => value !== null)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
