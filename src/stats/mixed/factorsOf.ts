import type {MixedDesign} from "./mixedDesign.js";

export function factorsOf({random}: MixedDesign, theta: Float64Array): Float64Array[] {
  let from = 0;
  return random.map(({z}) => {
    const length = (z.length * (z.length + 1)) / 2;
    from += length;
    return theta.subarray(from - length, from);
  });
}
