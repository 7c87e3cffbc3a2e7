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
export function hatBasis(fit: LinearFit, cluster: Codes): HatBasis {
  const {frame} = fit;
  const nested = frame.effects.filter((effect) => isNested(effect, cluster));
  const others = frame.effects.filter((effect) => !nested.includes(effect));
  if (others.reduce((sum, {levels}) => sum + levels, 0) > 2000)
    throw new NotIdentified(
      "not feasible: CR2 and CR3 with over 2,000 levels not nested in the clusters; use CR1",
      "not feasible"
    );
  const root = frame.weights?.map(Math.sqrt) ?? null;
  const demean = demeaner(nested, {weights: frame.weights});
  const columns = others.flatMap(({levels, codes}) =>
    Array.from({length: levels}, (_, level) => {
      const dummy = new Float64Array(codes.length);
      for (let row = 0; row < dummy.length; row++) if (codes[row] === level) dummy[row] = 1;
      const within = demean(dummy);
      return root ? within.map((value, i) => value * root[i]!) : within;
    })
  );
  const members: number[][] = Array.from({length: cluster.levels}, () => []);
  cluster.codes.forEach((code, row) => members[code]!.push(row));
  return {q: orthogonalise([...columns, ...fit.x]).q, members};
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
