/**
 * What the draw alone gives: units exchange what they were drawn for, among those that the plan compares with one another.
 *
 * Model      under no effect each assignment of a stratum's exposures to its units is as likely as any other; another arm of
 *            the draw moves with them, whatever else the plan adjusts for stays with its unit
 * Statistic  the planned coefficient, fitted anew to each exchange: y on what strata, other arms and controls leave of the
 *            exposure. What strata and arms leave, an exchange within strata permutes as it stands
 * P          (b + 1) / (m + 1) of m drawn exchanges with an estimate at least as far from none
 * Source     Fisher (1935); Frisch & Waugh (1933)
 * Not here   units seen in several years: a draw gives them a whole course, see permuteTrajectories
 */
import type {EvidenceContext} from "../../evidence/context.js";
import {measureNamed} from "../../evidence/measure.js";
import {completeRows, type DepartmentPanel, oneRowAUnit} from "../../evidence/panel/departmentPanel.js";
import {plannedControls} from "../../evidence/panel/plannedControls.js";
import {dotProduct} from "../../stats/linalg/dotProduct.js";
import {isLeft} from "../../stats/linalg/isLeft.js";
import {orthogonalise} from "../../stats/linalg/orthogonalise.js";
import {takeRows} from "../../stats/linalg/takeRows.js";
import {random} from "../../stats/random.js";
import {demeaner} from "../../stats/regression/demeaner.js";
import type {Permuted} from "./permuteTrajectories.js";

export interface Redrawn extends Pick<Permuted, "p" | "draws" | "seed"> {
  /** in the columns' units */
  readonly estimate: number;
  /** columns within whose values units exchange */
  readonly strata: readonly string[];
}

interface RedrawOptions {
  readonly measures: EvidenceContext["measures"];
  readonly draws?: number;
  readonly seed?: number;
}

/** by so little an exchange may miss the observed estimate and still count as as far */
const tie = 1e-9;

/** Null where units have several rows, or nothing is left to exchange. */
export function redraw(panel: DepartmentPanel, {measures, draws = 1999, seed = 1}: RedrawOptions): Redrawn | null {
  if (!oneRowAUnit(panel)) return null;
  const controls = plannedControls(panel);
  const held = panel.absorbed.map((name) => panel.columns[name] ?? []);
  const rows = completeRows(panel).filter(
    (row) =>
      controls.every(({values}) => Number.isFinite(values[row])) && held.every((values) => isKnown(values[row] ?? null))
  );
  const effects = held.map((values, i) =>
    codesOf(
      `effect ${i}`,
      rows.map((row) => String(values[row]))
    )
  );
  const strata = codesOf(
    "stratum",
    rows.map((row) => JSON.stringify(held.map((values) => values[row])))
  );
  const takeOut = demeaner(effects.length > 0 ? effects : [strata]);
  const of = (values: readonly number[]): Float64Array => Float64Array.from(rows, (row) => values[row] ?? NaN);
  const within = (values: readonly number[]): Float64Array[] => {
    const [whole, left] = [of(values), takeOut(of(values))];
    return isLeft(left, whole) ? [left] : [];
  };
  const isArm = ({term}: {readonly term: string}): boolean => measureNamed(measures, term).role === "exposure";
  const arms = orthogonalise(controls.filter(isArm).flatMap(({values}) => within(values))).q;
  const others = controls.filter((control) => !isArm(control)).flatMap(({values}) => within(values));
  const y = takeOut(of(panel.y));
  const weight = less(takeOut(of(panel.x)), arms);
  const exchanged = (order: Int32Array): number =>
    coefficient(takeRows(weight, order), y, [...arms.map((arm) => takeRows(arm, order)), ...others]);
  const order = Int32Array.from(rows, (_, place) => place);
  const observed = exchanged(order);
  if (!isLeft(weight, of(panel.x)) || !Number.isFinite(observed)) return null;
  const groups = Array.from({length: strata.levels}, (_, code) =>
    Array.from(order).filter((place) => strata.codes[place] === code)
  );
  const {below} = random(seed).stream("redraw");
  let beyond = 0;
  for (let k = 0; k < draws; k++) {
    for (const group of groups)
      for (let i = group.length - 1; i > 0; i--) {
        const [a, b] = [group[i]!, group[below(i + 1)]!];
        [order[a], order[b]] = [order[b]!, order[a]!];
      }
    // one that leaves nothing of the exposure beside the controls counts as as far
    if (!(Math.abs(exchanged(order)) < (1 - tie) * Math.abs(observed))) beyond++;
  }
  return {estimate: observed, p: (beyond + 1) / (draws + 1), draws, seed, strata: panel.absorbed};
}

/** Of y on x beside the controls; not a number where they leave nothing of x. */
function coefficient(x: Float64Array, y: Float64Array, controls: readonly Float64Array[]): number {
  const left = less(x, orthogonalise(controls).q);
  return isLeft(left, x) ? dotProduct(left, y) / dotProduct(left) : NaN;
}

/** A column less what it has along an orthonormal basis. */
function less(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = Float64Array.from(column);
  for (const direction of basis) {
    const along = dotProduct(direction, left);
    direction.forEach((value, i) => (left[i]! -= along * value));
  }
  return left;
}

const isKnown = (value: string | number | null): boolean => value !== null && value !== "" && !Number.isNaN(value);

function codesOf(name: string, labels: readonly string[]): Parameters<typeof demeaner>[0][0] {
  const levels = [...new Set(labels)];
  const places = new Map(levels.map((label, code) => [label, code]));
  return {name, levels: levels.length, codes: Int32Array.from(labels, (label) => places.get(label) ?? 0)};
}
