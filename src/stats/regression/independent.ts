import {closedOptions} from "../errors/closedOptions.js";
import {NotIdentified} from "../errors/notIdentified.js";
import type {ModelFrame} from "../formula/modelFrame.js";
import {type Basis, basisOf} from "../linalg/basisOf.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {squaresAbout} from "../linalg/squaresAbout.js";

/** A term that is left out of a fit, and why. */
export interface Omitted {
  readonly term: string;
  readonly reason: string;
}

export interface LinearOptions {
  /** what becomes of a term that those before it determine: it is refused, or left out, as R leaves it out */
  readonly determined?: "refuse" | "omit";
  /** terms that are asked about: refused where the others determine them. The rest are then controls, left out for the fixed effects too */
  readonly about?: readonly string[];
}

export interface Independent {
  /** without the terms that are left out */
  readonly frame: ModelFrame;
  /** which of the terms are in it */
  readonly kept: readonly number[];
  /** its columns less the fixed effects */
  readonly x: readonly Float64Array[];
  readonly basis: Basis;
  readonly omitted: readonly Omitted[];
}

/**
 * A frame's columns, each of which adds to those before it, and a basis of them; the others are left out or refused.
 *
 * Source     the rule of R's lm, plm and fixest: of terms that determine one another the last goes
 * @param columns   the frame's, less the fixed effects
 * @param products  of the columns
 * @param scaled    the frame's column times the square root of its weights
 */
export function independent(
  frame: ModelFrame,
  columns: readonly Float64Array[],
  products: readonly Float64Array[],
  scaled: (column: Float64Array) => Float64Array,
  {determined, about, ...others}: Required<LinearOptions>
): Independent {
  closedOptions("independent", others, ["determined", "about"]);
  const {names, effects} = frame;
  const unknown = about.find((term) => !names.includes(term));
  if (unknown !== undefined)
    throw new NotIdentified(`not identified: there is no ${unknown} among ${names.join(", ")}`, "no variation");
  const absorbed = effects.length === 0 ? [] : flat(frame, products, scaled);
  const refused = absorbed.find((j) => determined === "refuse" || about.length === 0 || about.includes(names[j]!));
  if (refused !== undefined)
    throw new NotIdentified(
      `not identified: ${names[refused]} does not vary within ${effectsIn(frame)}; drop it`,
      "no variation"
    );
  const places = names.flatMap((_, j) => (absorbed.includes(j) ? [] : [j]));
  const basis = basisOf(
    places.map((j) => columns[j]!),
    places.map((j) => Float64Array.from(places, (i) => products[j]![i]!))
  );
  const lost = basis.dependent.map((place) => places[place]!);
  if (lost.length > 0) checkLost(frame, columns, places, lost, {determined, about});
  const kept = places.filter((j) => !lost.includes(j));
  if (kept.length === names.length) return {frame, kept, x: columns, omitted: [], basis};
  const omitted = [
    ...absorbed.map((j) => ({term: names[j]!, reason: `does not vary within ${effectsIn(frame)}`})),
    ...lost.map((j) => ({term: names[j]!, reason: reasonOf(frame, j)}))
  ];
  return {frame: only(frame, kept), kept, x: kept.map((j) => columns[j]!), omitted, basis};
}

/** The columns of which the fixed effects leave nothing. */
function flat(
  {x}: ModelFrame,
  products: readonly Float64Array[],
  scaled: (column: Float64Array) => Float64Array
): number[] {
  return x.flatMap((column, j) => (products[j]![j]! > 1e-18 * squaresAbout(scaled(column), 0) ? [] : [j]));
}

function checkLost(
  frame: ModelFrame,
  columns: readonly Float64Array[],
  places: readonly number[],
  lost: readonly number[],
  {determined, about}: Required<LinearOptions>
): void {
  const {names, x, formula} = frame;
  const slopes = places.filter((j) => names[j] !== "(Intercept)");
  const asked = about.length === 0 ? [] : determinedAmong(frame, columns, places, about);
  const nothing = slopes.every((j) => lost.includes(j));
  if (determined === "omit" && asked.length === 0 && !nothing) return;
  const which = determined === "omit" && asked.length > 0 ? asked : lost.map((j) => names[j]!);
  const constant = lost.every((j) => x[j]!.every((value) => value === x[j]![0]));
  throw new NotIdentified(
    constant && formula.intercept
      ? `not identified: ${which.join(", ")} is constant, as the intercept is; drop it`
      : `not identified: ${which.join(", ")} can be computed from the other terms; drop one`,
    "no variation"
  );
}

/** Which of the terms asked about the others determine, wherever they come in the formula. */
function determinedAmong(
  {names}: ModelFrame,
  columns: readonly Float64Array[],
  places: readonly number[],
  about: readonly string[]
): string[] {
  const asked = (j: number): boolean => about.includes(names[j]!);
  const order = [...places.filter((j) => !asked(j)), ...places.filter(asked)];
  const {dependent} = orthogonalise(order.map((j) => columns[j]!));
  return dependent.flatMap((place) => (asked(order[place]!) ? [names[order[place]!]!] : []));
}

function reasonOf({x}: ModelFrame, j: number): string {
  if (x[j]!.every((value) => value === 0)) return "has no rows";
  if (x[j]!.every((value) => value === x[j]![0])) return "is constant";
  return "can be computed from the other terms";
}

function effectsIn({effects}: ModelFrame): string {
  return effects.map(({name}) => name).join(" and ");
}

function only(frame: ModelFrame, kept: readonly number[]): ModelFrame {
  return {
    ...frame,
    names: kept.map((j) => frame.names[j]!),
    x: kept.map((j) => frame.x[j]!),
    termOf: kept.map((j) => frame.termOf[j]!)
  };
}
