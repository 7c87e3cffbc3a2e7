import {InvalidArgument} from "../errors/invalidArgument.js";
import {type Image, imageByMatrix, imageByRows, width} from "./imageOfCoefficients.js";
import {diagonalOf, type LevelBlocks} from "./levelBlocks.js";
import {withinProducts} from "./withinProducts.js";

/** values of a matrix of coefficients, for each row, up to which its products are sooner made from it than from the rows */
const worthwhile = 8;
/** steps that show that there will be more of them than the matrix costs */
const soon = 30;
/** steps without two further digits after which the coefficients go back to where they were best */
const patience = 1_000;

interface Asked {
  /** a mean of the levels for each right-hand side that is small enough */
  readonly enough: readonly number[];
  readonly rounds: number;
}

/**
 * Solves (D'MD) g = b of up to four right-hand sides by conjugate gradients, side by side so that a pass over the rows
 * serves them all, each coefficient scaled by its diagonal element, until each residual has shrunk by ten digits, thirteen where
 * steps are few, or the levels' means are as small as asked for. Many steps go by the matrix itself, where it isn't too large.
 */
export function coefficientsByGradients(blocks: LevelBlocks) {
  const {size} = blocks;
  const rows = blocks.starts.at(-1)!;
  const scale = reciprocals(diagonalOf(blocks));
  let [image, taken] = [imageByRows(blocks), 0];
  const after = size ** 2 <= worthwhile * rows ? soon : Infinity;
  const next: Image = (g) => {
    if (taken++ === after) image = imageByMatrix(withinProducts(blocks), size);
    return image(g);
  };
  return (sides: readonly Float64Array[], {enough, rounds}: Asked) => {
    if (sides.length > width) throw new InvalidArgument(`invalid sides; over ${width}: ${sides.length}`);
    const residual = beside(sides, size);
    const scaled = residual.map((value, j) => value * scale[Math.floor(j / width)]!);
    const direction = scaled.slice();
    const coefficients = new Float64Array(width * size);
    const kept = coefficients.slice();
    const length = products(residual, scaled);
    let steps = 1;
    const small = length.map((_, side) => ((enough[side] ?? 0) ** 2 * rows) / size);
    const begun = length.slice();
    // what steps say of the residual is true for thirteen digits while they are few
    const isClose = (side: number): boolean =>
      !(length[side]! > Math.max(begun[side]! * (steps < soon ? 1e-26 : 1e-20), small[side]!));
    const going = length.map((_, side) => (isClose(side) ? 0 : 1));
    const [best, since] = [length.slice(), new Int32Array(width)];
    const [step, turn] = [new Float64Array(width), new Float64Array(width)];
    for (; steps < rounds && going.includes(1); steps++) {
      const along = next(direction);
      const curve = products(direction, along);
      for (let side = 0; side < width; side++) {
        if (!(curve[side]! > 0)) going[side] = 0;
        step[side] = going[side] === 1 ? length[side]! / curve[side]! : 0;
      }
      advance({coefficients, residual, scaled}, direction, along, {step, scale});
      const now = products(residual, scaled);
      for (let side = 0; side < width; side++) {
        turn[side] = 0;
        if (going[side] === 0) continue;
        turn[side] = now[side]! / length[side]!;
        length[side] = now[side]!;
        since[side]! += 1;
        if (now[side]! < best[side]! / 100) {
          copySide(coefficients, kept, side);
          [best[side], since[side]] = [now[side]!, 0];
        } else if (since[side]! > patience) {
          copySide(kept, coefficients, side);
          going[side] = 0;
        }
        if (isClose(side)) going[side] = 0;
      }
      for (let j = 0; j < direction.length; j += width)
        for (let side = 0; side < width; side++)
          direction[j + side] = scaled[j + side]! + turn[side]! * direction[j + side]!;
    }
    return {coefficients: sides.map((_, side) => sideOf(coefficients, side)), steps};
  };
}

/** Columns value beside value. */
function beside(columns: readonly Float64Array[], size: number): Float64Array {
  const result = new Float64Array(width * size);
  columns.forEach((column, side) => column.forEach((value, j) => (result[width * j + side] = value)));
  return result;
}

function sideOf(values: Float64Array, side: number): Float64Array {
  return Float64Array.from({length: values.length / width}, (_, j) => values[width * j + side]!);
}

function copySide(from: Float64Array, to: Float64Array, side: number): void {
  for (let j = side; j < from.length; j += width) to[j] = from[j]!;
}

/** Products of two, side by side. */
function products(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(width);
  for (let j = 0; j < a.length; j += width)
    for (let side = 0; side < width; side++) result[side]! += a[j + side]! * b[j + side]!;
  return result;
}

interface State {
  readonly coefficients: Float64Array;
  readonly residual: Float64Array;
  readonly scaled: Float64Array;
}

/** A step along the direction, of each side. */
function advance(
  {coefficients, residual, scaled}: State,
  direction: Float64Array,
  along: Float64Array,
  {step, scale}: {readonly step: Float64Array; readonly scale: Float64Array}
): void {
  for (let level = 0, j = 0; level < scale.length; level++)
    for (let side = 0; side < width; side++, j++) {
      coefficients[j]! += step[side]! * direction[j]!;
      residual[j]! -= step[side]! * along[j]!;
      scaled[j] = residual[j]! * scale[level]!;
    }
}

/** One over each, 0 for what the blocks determine. */
function reciprocals(values: Float64Array): Float64Array {
  const scale = values.reduce((most, value) => Math.max(most, value), 0);
  return values.map((value) => (value > 1e-12 * scale ? 1 / value : 0));
}
