/** A comparison under its defensible alternatives, and how often chance alone would give such a curve. */
import type {CurvePoint} from "../stats/specification/specificationCurve.js";
import {specificationCurve} from "../stats/specification/specificationCurve.js";
import {jointInference, type JointInference} from "../stats/specification/jointInference.js";
import type {CurveSummary} from "../stats/specification/curveSummary.js";
import type {SpecificationGrid} from "../stats/specification/specificationGrid.js";
import type {Comparison} from "./comparison.js";
import {comparisonData, pickRows} from "./comparisonData.js";
import {inSentences} from "./inSentence.js";
import type {Grain} from "./grain.js";
import {measureIn, valuesOf} from "./grain.js";

export interface CurveFound {
  readonly points: readonly CurvePoint[];
  readonly summary: CurveSummary;
  readonly joint: JointInference;
  readonly left: number;
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
  const {rows} = comparisonData(
    {...comparison, transform: "none", lag: 0, controls: [], weights: null, brush: null},
    grain
  );
  const grid = gridOf(comparison, grain);
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
  const present = names.filter((name) => name in grain.columns);
  const table = {...pickRows(grain.columns, rows, present), ...samples};
  const curve = inSentences(() => specificationCurve(table, grid, {unit, time, strata: line ?? undefined}));
  const drawn: CurveSummary[] = [];
  for (let from = 0; from < draws; from += chunk) {
    for (const one of curve.draws(from, Math.min(draws, from + chunk))) drawn.push(one);
    progress(drawn.length, draws);
    // lets the worker hear that it is no longer wanted
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  const left = curve.dropped.reduce((sum, {n}) => sum + n, 0);
  return {points: curve.points, summary: curve.summary, joint: jointInference(curve.summary, drawn), left};
}

/** Definitions of the exposure, what is taken out, size as a control or weight, without the first year. */
function gridOf({exposure, outcome, controls}: Comparison, grain: Grain): SpecificationGrid {
  const {unit, time} = grain;
  const definitions = grain.measures.filter(({role}) => role === "exposure").map(({name}) => name);
  const exposures =
    measureIn(grain, exposure).role === "exposure" ? definitions.filter((name) => name !== outcome) : [exposure];
  const size = grain.measures.some(({name}) => name === "headcount") && ![exposure, outcome].includes("headcount");
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
