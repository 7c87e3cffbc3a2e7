/** What the grounds and designs of specifications leave of columns. */
import {greatestSize} from "../linalg/greatestSize.js";
import {takeRows} from "../linalg/takeRows.js";
import {entry} from "./entry.js";
import type {Design, Ground} from "./specificationGrounds.js";

export interface Residual {
  readonly values: Float64Array;
  /** of the values */
  readonly squares: number;
  /** standard deviation before */
  readonly spread: number;
  /** greatest magnitude before, against which a spread is rounding or not */
  readonly scale: number;
}

/** Residuals by column and design, each made once. */
export function residualsOn(): (column: Float64Array, design: Design) => Residual {
  const bare = new Map<Float64Array, Map<Ground, Residual>>();
  const residuals = new Map<Float64Array, Map<Design, Residual>>();
  return (column, design) => {
    const own = entry(residuals, column, () => new Map<Design, Residual>());
    return entry(own, design, () => {
      const shared = entry(bare, column, () => new Map<Ground, Residual>());
      return besideControls(
        entry(shared, design.ground, () => leftOnGround(column, design.ground)),
        design.basis
      );
    });
  };
}

/** A column's rows of a ground less its fixed effects; the rows, and what is left, in arrays of their own or those given. */
export function leftOnGround(
  column: Float64Array,
  {rows, within}: Ground,
  raw?: Float64Array,
  into?: Float64Array
): Residual {
  const taken = takeRows(column, rows, raw);
  const values = within(taken, into);
  return {values, squares: squaresOf(values), spread: spreadOf(taken), scale: greatestSize(taken)};
}

/** The same less its projection on the controls. */
export function besideControls(
  bare: Residual,
  basis: readonly Float64Array[],
  into: Float64Array = new Float64Array(bare.values.length)
): Residual {
  if (basis.length === 0) return bare;
  into.set(bare.values);
  for (const direction of basis) lessAlong(into, direction);
  return {...bare, values: into, squares: squaresOf(into)};
}

function lessAlong(rest: Float64Array, direction: Float64Array): void {
  let along = 0;
  for (let i = 0; i < rest.length; i++) along += direction[i]! * rest[i]!;
  for (let i = 0; i < rest.length; i++) rest[i]! -= along * direction[i]!;
}

function squaresOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return sum;
}

function spreadOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const centre = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}
