import type {Codes} from "../formula/modelFrame.js";

export interface DemeanOptions {
  readonly weights?: Float64Array | null;
  /** greatest change of a value in the last round, over the column's spread */
  readonly tolerance?: number;
  readonly rounds?: number;
}

/**
 * A column less its projection on fixed effects, by alternating projections: one pass suffices for one effect or a
 * balanced panel, and convergence is checked where it does not.
 *
 * Source     Guimaraes & Portugal (2010)
 * @throws {RangeError} if it does not converge
 */
export function demean(
  column: Float64Array,
  effects: readonly Codes[],
  {weights = null, tolerance = 1e-14, rounds = 20_000}: DemeanOptions = {}
): Float64Array {
  const result = Float64Array.from(column);
  if (effects.length === 0) return result;
  const masses = effects.map(({levels, codes}) => {
    const mass = new Float64Array(levels);
    for (let row = 0; row < codes.length; row++) mass[codes[row]!]! += weights ? weights[row]! : 1;
    return mass;
  });
  const spread = result.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0);
  for (let round = 0; round < rounds; round++) {
    let change = 0;
    effects.forEach(({levels, codes}, i) => {
      const means = new Float64Array(levels);
      for (let row = 0; row < codes.length; row++) means[codes[row]!]! += (weights ? weights[row]! : 1) * result[row]!;
      for (let level = 0; level < levels; level++) {
        means[level]! /= masses[i]![level]!;
        change = Math.max(change, Math.abs(means[level]!));
      }
      for (let row = 0; row < codes.length; row++) result[row]! -= means[codes[row]!]!;
    });
    if (effects.length === 1 || change <= tolerance * spread) return result;
  }
  throw new RangeError(
    `not converged: the fixed effects ${effects.map(({name}) => name).join(" and ")} in ${rounds} rounds; drop one or merge its levels`
  );
}
