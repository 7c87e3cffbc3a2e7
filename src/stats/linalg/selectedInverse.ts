import type {Envelope} from "./envelope.js";

/**
 * Of (L L')^-1, the entries within the factor's envelope, kept as the factor is.
 *
 * Source     Takahashi, Fagan & Chen (1973); Erisman & Tinney (1975), doi:10.1145/360680.360704
 * @param upTo  rows of the factor, the first, that are meant
 */
export function selectedInverse(factor: Float64Array, {first, rows}: Envelope, upTo: number): Float64Array {
  const result = new Float64Array(upTo === 0 ? 0 : rows[upTo - 1]! + upTo);
  // rows below column j that reach it, the last first
  let below: number[] = [];
  const [own, sums] = [new Float64Array(upTo), new Float64Array(upTo)];
  for (let j = upTo - 1; j >= 0; j--) {
    below = below.filter((i) => first[i]! <= j);
    const pivot = factor[rows[j]! + j]!;
    for (const i of below) {
      own[i] = factor[rows[i]! + j]!;
      sums[i] = 0;
    }
    below.forEach((i, at) => {
      const row = rows[i]!;
      const mine = own[i]!;
      let sum = result[row + i]! * mine;
      for (let b = at + 1; b < below.length; b++) {
        const k = below[b]!;
        const value = result[row + k]!;
        sum += value * own[k]!;
        sums[k]! += value * mine;
      }
      sums[i]! += sum;
    });
    let diagonal = 1 / pivot;
    for (const i of below) {
      const value = -sums[i]! / pivot;
      result[rows[i]! + j] = value;
      diagonal -= own[i]! * value;
    }
    result[rows[j]! + j] = diagonal / pivot;
    below.push(j);
  }
  return result;
}
