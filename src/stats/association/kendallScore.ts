import {argsort} from "../description/argsort.js";

/**
 * Sum over pairs of the product of signs: concordant less discordant pairs.
 *
 * Method     rows sorted by x, then y; the exchanges that a merge sort by y makes are the discordant pairs
 * Source     Knight (1966), doi:10.1080/01621459.1966.10480879
 *
 * @param byY   places of y's values, rising, where they are known
 */
export function kendallScore(x: ArrayLike<number>, y: ArrayLike<number>, byY: Uint32Array = argsort(y)): number {
  const n = x.length;
  const order = argsort(x, byY);
  const [first, second] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    first[i] = x[order[i]!]!;
    second[i] = y[order[i]!]!;
  }
  const [tiedX, tiedBoth] = [tiedPairs(first), tiedPairs(first, second)];
  const discordant = sortCounting(second);
  return (n * (n - 1)) / 2 - tiedX - tiedPairs(second) + tiedBoth - 2 * discordant;
}

function tiedPairs(sorted: Float64Array, also: Float64Array = sorted): number {
  let pairs = 0;
  let run = 0;
  for (let i = 1; i < sorted.length; i++) {
    run = sorted[i - 1] === sorted[i] && also[i - 1] === also[i] ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

const SHORT = 8;

/** Sorts the values in place, bottom up from short runs, and counts the pairs that were in the wrong order. */
function sortCounting(values: Float64Array): number {
  const n = values.length;
  let exchanges = 0;
  for (let start = 0; start < n; start += SHORT) exchanges += insertCounting(values, start, Math.min(n, start + SHORT));
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  for (let width = SHORT; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let left = start;
      let right = middle;
      let k = start;
      while (left < middle && right < end) {
        const [a, b] = [from[left]!, from[right]!];
        if (a <= b) {
          to[k++] = a;
          left++;
        } else {
          to[k++] = b;
          exchanges += middle - left;
          right++;
        }
      }
      while (left < middle) to[k++] = from[left++]!;
      while (right < end) to[k++] = from[right++]!;
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return exchanges;
}

function insertCounting(values: Float64Array, start: number, end: number): number {
  let exchanges = 0;
  for (let i = start + 1; i < end; i++) {
    const value = values[i]!;
    let j = i - 1;
    for (; j >= start && values[j]! > value; j--) values[j + 1] = values[j]!;
    values[j + 1] = value;
    exchanges += i - 1 - j;
  }
  return exchanges;
}
