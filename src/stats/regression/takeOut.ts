import {closedOptions} from "../errors/closedOptions.js";
import {type LevelBlocks, together} from "./levelBlocks.js";

/** Where means by block and sums by level of the others are written to. */
export interface Sums {
  readonly means: Float64Array;
  readonly sums: Float64Array;
}

export const sumsFor = ({share, size}: LevelBlocks): Sums => ({
  means: new Float64Array(share.length),
  sums: new Float64Array(size)
});

/** Each block's mean, and what is left beside it, summed by the levels of the others; the values stay as they are. */
export function meansAndSums(blocks: LevelBlocks, values: Float64Array, into: Sums = sumsFor(blocks)): Sums {
  into.sums.fill(0);
  for (let level = 0; level < into.means.length; level += together) addSums(blocks, level, values, into);
  return into;
}

function addSums(
  {starts, share, others, at, weights}: LevelBlocks,
  first: number,
  values: Float64Array,
  {means, sums}: {readonly means: Float64Array; readonly sums: Float64Array}
): void {
  const last = Math.min(first + together, share.length);
  const n = starts[share.length]!;
  for (let level = first; level < last; level++) {
    const from = starts[level]!;
    const to = starts[level + 1]!;
    let total = 0;
    if (weights) for (let k = from; k < to; k++) total += weights[k]! * values[k]!;
    else for (let k = from; k < to; k++) total += values[k]!;
    const mean = total * share[level]!;
    means[level] = mean;
    if (others === 2 && !weights)
      for (let k = from; k < to; k++) {
        const left = values[k]! - mean;
        sums[at[k]!]! += left;
        sums[at[n + k]!]! += left;
      }
    else
      for (let f = 0, of = 0; f < others; f++, of += n)
        if (weights) for (let k = from; k < to; k++) sums[at[of + k]!]! += weights[k]! * (values[k]! - mean);
        else for (let k = from; k < to; k++) sums[at[of + k]!]! += values[k]! - mean;
  }
}

interface Taken {
  readonly into: Float64Array;
  /** taken off first, by block; nought where there are none */
  readonly means: Float64Array | null;
  readonly coefficients: Float64Array;
  readonly sums: Float64Array;
}

interface Taking {
  readonly into: Float64Array;
  readonly means: Float64Array | null;
  /** what is written over with the sums of what is left */
  readonly sums: Float64Array;
}

/**
 * Takes the means and then the coefficients of the other effects off the values, in place or into another array, then each
 * block's mean; returns what is left, summed by the levels of the others.
 */
export function takeOut(
  blocks: LevelBlocks,
  values: Float64Array,
  coefficients: Float64Array,
  {into = values, means = null, sums = new Float64Array(blocks.size), ...others}: Partial<Taking> = {}
): Float64Array {
  closedOptions("takeOut", others, ["into", "means", "sums"]);
  sums.fill(0);
  const kernel = blocks.weights
    ? takeOff
    : blocks.others === 1
      ? takeOffOne
      : blocks.others === 2
        ? takeOffTwo
        : takeOff;
  for (let level = 0; level < blocks.share.length; level += together)
    kernel(blocks, level, values, {into, means, coefficients, sums});
  return sums;
}

function takeOffOne(
  {starts, share, at}: LevelBlocks,
  first: number,
  values: Float64Array,
  {into, means, coefficients, sums}: Taken
): void {
  const last = Math.min(first + together, share.length);
  for (let level = first; level < last; level++) {
    const from = starts[level]!;
    const to = starts[level + 1]!;
    const shift = means ? means[level]! : 0;
    let total = 0;
    for (let k = from; k < to; k++) {
      const left = values[k]! - shift - coefficients[at[k]!]!;
      into[k] = left;
      total += left;
    }
    const mean = total * share[level]!;
    for (let k = from; k < to; k++) {
      const left = into[k]! - mean;
      into[k] = left;
      sums[at[k]!]! += left;
    }
  }
}

function takeOffTwo(
  {starts, share, at}: LevelBlocks,
  first: number,
  values: Float64Array,
  {into, means, coefficients, sums}: Taken
): void {
  const last = Math.min(first + together, share.length);
  const n = starts[share.length]!;
  for (let level = first; level < last; level++) {
    const from = starts[level]!;
    const to = starts[level + 1]!;
    const shift = means ? means[level]! : 0;
    let total = 0;
    for (let k = from; k < to; k++) {
      const left = values[k]! - shift - coefficients[at[k]!]! - coefficients[at[n + k]!]!;
      into[k] = left;
      total += left;
    }
    const mean = total * share[level]!;
    for (let k = from; k < to; k++) {
      const left = into[k]! - mean;
      into[k] = left;
      sums[at[k]!]! += left;
      sums[at[n + k]!]! += left;
    }
  }
}

function takeOff(
  {starts, share, others, at, weights}: LevelBlocks,
  first: number,
  values: Float64Array,
  {into, means, coefficients, sums}: Taken
): void {
  const last = Math.min(first + together, share.length);
  const n = starts[share.length]!;
  for (let level = first; level < last; level++) {
    const from = starts[level]!;
    const to = starts[level + 1]!;
    const shift = means ? means[level]! : 0;
    for (let k = from; k < to; k++) into[k] = values[k]! - shift;
    for (let f = 0, of = 0; f < others; f++, of += n)
      for (let k = from; k < to; k++) into[k]! -= coefficients[at[of + k]!]!;
    let total = 0;
    if (weights) for (let k = from; k < to; k++) total += weights[k]! * into[k]!;
    else for (let k = from; k < to; k++) total += into[k]!;
    const mean = total * share[level]!;
    for (let k = from; k < to; k++) into[k]! -= mean;
    for (let f = 0, of = 0; f < others; f++, of += n)
      if (weights) for (let k = from; k < to; k++) sums[at[of + k]!]! += weights[k]! * into[k]!;
      else for (let k = from; k < to; k++) sums[at[of + k]!]! += into[k]!;
  }
}
