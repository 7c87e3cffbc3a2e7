import {NotIdentified} from "../errors/notIdentified.js";
import type {Codes} from "../formula/labelCodes.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {demeaner} from "./demeaner.js";
import type {LinearFit} from "./fitLinear.js";
import type {HatBasis} from "./coefficientVariance.js";

/**
 * Orthonormal basis of the hat matrix, less the fixed effects nested in the clusters: those are orthogonal to what is
 * multiplied with it (Pustejovsky & Tipton 2018, theorem 2).
 */
export function hatBasis({frame, x}: LinearFit, cluster: Codes): HatBasis {
  return {q: orthogonalise([...sharedDummies(frame, cluster), ...x]).q, members: membersOf(cluster)};
}

/** The rows of each cluster. */
export function membersOf({levels, codes}: Codes): number[][] {
  const members: number[][] = Array.from({length: levels}, () => []);
  codes.forEach((code, row) => members[code]!.push(row));
  return members;
}

/** The dummies of the effects that clusters share, less the effects nested in the clusters, times the root of the weights. */
export function sharedDummies(
  {effects, weights}: Pick<LinearFit["frame"], "effects" | "weights">,
  cluster: Codes
): Float64Array[] {
  const {nested, others} = nestedIn(effects, cluster);
  if (others.reduce((sum, {levels}) => sum + levels, 0) > 2000)
    throw new NotIdentified(
      "not feasible: CR2 and CR3 with over 2,000 levels not nested in the clusters; use CR1",
      "not feasible"
    );
  const root = weights?.map(Math.sqrt) ?? null;
  const demean = demeaner(nested, {weights});
  return others.flatMap(({levels, codes}) =>
    Array.from({length: levels}, (_, level) => {
      const dummy = new Float64Array(codes.length);
      for (let row = 0; row < dummy.length; row++) if (codes[row] === level) dummy[row] = 1;
      const within = demean(dummy);
      return root ? within.map((value, i) => value * root[i]!) : within;
    })
  );
}

/** The effects each of whose levels is of one cluster, and the others. */
export function nestedIn(
  effects: readonly Codes[],
  cluster: Codes
): {readonly nested: readonly Codes[]; readonly others: readonly Codes[]} {
  const nested = effects.filter((effect) => isNested(effect, cluster));
  return {nested, others: effects.filter((effect) => !nested.includes(effect))};
}

export function isNested(effect: Codes, cluster: Codes): boolean {
  if (effect.codes === cluster.codes) return true;
  const owner = new Int32Array(effect.levels).fill(-1);
  for (let row = 0; row < effect.codes.length; row++) {
    const [code, mine] = [effect.codes[row]!, cluster.codes[row]!];
    if (owner[code] === -1) owner[code] = mine;
    else if (owner[code] !== mine) return false;
  }
  return true;
}
