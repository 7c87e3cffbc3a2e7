/** A comparison under its defensible alternatives, and how often chance alone would give such a curve. */
import type {CurvePoint} from "../stats/specification/specificationCurve.js";
import {specificationCurve} from "../stats/specification/specificationCurve.js";
import {jointInference, type JointInference} from "../stats/specification/jointInference.js";
import type {CurveSummary} from "../stats/specification/curveSummary.js";
import type {SpecificationGrid} from "../stats/specification/specificationGrid.js";
import type {Comparison} from "./comparison.js";
import {comparisonData, pickRows} from "./comparisonData.js";
import type {Table} from "../stats/formula/table.js";
import {inSentences} from "./inSentence.js";
import type {Grain} from "./grain.js";
import {measureIn, valuesOf} from "./grain.js";

export interface CurveFound {
  readonly points: readonly CurvePoint[];
  readonly summary: CurveSummary;
  readonly joint: JointInference;
  readonly left: number;
  /** of each column that enters as the exposure, the measure that it is made of */
  readonly made: Readonly<Record<string, string>>;
}

const chunk = 25;

/** @throws {RangeError} a sentence, where there are no units over time */
export async function estimateCurve(
  comparison: Comparison,
  grain: Grain,
  {draws = 199, progress = () => undefined}: {draws?: number; progress?: (done: number, of: number) => void} = {}
): Promise<CurveFound> {
  const {unit, time, line} = grain;
  if (unit === null || time === null)
    throw new RangeError("A curve needs units over several years. Choose another table.");
  const bare = {...comparison, controls: [], weights: null, brush: null};
  const {rows} = comparisonData(bare, grain);
  // each definition as it enters: so many years before, as changes, in ranks
  const entering = definitionsOf(comparison, grain).map((exposure) => ({
    exposure,
    data: comparisonData({...bare, exposure}, grain)
  }));
  const own = entering.find(({exposure}) => exposure === comparison.exposure)!.data;
  const columns = Object.assign({}, ...entering.map(({data}) => data.columns), own.columns) as Table;
  const exposures = entering.map(({data}) => data.x);
  const grid = gridOf(comparison, grain, {outcome: own.y, exposures});
  const samples = {all_but_first: laterThanFirst(grain, rows)};
  const names = [
    unit,
    time,
    ...(line === null ? [] : [line]),
    ...grid.outcomes,
    ...grid.exposures,
    ...(grid.controls ?? []).flat(),
    "headcount"
  ];
  const present = names.filter((name) => name in columns);
  const table = {...pickRows(columns, rows, present), ...samples};
  const curve = inSentences(() => specificationCurve(table, grid, {unit, time, strata: line ?? undefined}));
  const drawn: CurveSummary[] = [];
  for (let from = 0; from < draws; from += chunk) {
    for (const one of curve.draws(from, Math.min(draws, from + chunk))) drawn.push(one);
    progress(drawn.length, draws);
    // lets the worker hear that it is no longer wanted
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  const left = curve.dropped.reduce((sum, {n}) => sum + n, 0);
  return {
    points: curve.points,
    summary: curve.summary,
    joint: jointInference(curve.summary, drawn),
    left,
    made: Object.fromEntries(entering.map(({exposure, data}) => [data.x, exposure]))
  };
}

/** The exposure in all its definitions, where it is one of them. */
function definitionsOf({exposure, outcome, controls}: Comparison, grain: Grain): string[] {
  if (measureIn(grain, exposure).role !== "exposure") return [exposure];
  const definitions = grain.measures.filter(({role}) => role === "exposure").map(({name}) => name);
  return definitions.filter((name) => name === exposure || (name !== outcome && !controls.includes(name)));
}

/** Definitions of the exposure, what is taken out, size as a control or weight, without the first year. */
function gridOf(
  comparison: Comparison,
  grain: Grain,
  {outcome, exposures}: {readonly outcome: string; readonly exposures: readonly string[]}
): SpecificationGrid {
  const {unit, time} = grain;
  const {controls} = comparison;
  const size =
    grain.measures.some(({name}) => name === "headcount") &&
    ![comparison.exposure, comparison.outcome].includes("headcount");
  return {
    outcomes: [outcome],
    exposures,
    controls: [[], ...(size ? [["headcount"]] : []), ...(controls.length > 0 ? [[...controls]] : [])],
    effects: [[unit ?? "", time ?? ""], [unit ?? ""], [time ?? ""], []],
    samples: [null, "all_but_first"],
    weights: size ? [null, "headcount"] : [null]
  };
}

function laterThanFirst(grain: Grain, rows: Int32Array): Float64Array {
  const time = valuesOf(grain, grain.time ?? "");
  let first = Infinity;
  for (const row of rows) first = Math.min(first, time[row]!);
  return Float64Array.from(rows, (row) => Number(time[row]! > first));
}
