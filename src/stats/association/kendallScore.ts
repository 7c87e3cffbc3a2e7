/**
 * Sum over pairs of the product of signs: concordant less discordant pairs.
 *
 * Method     rows sorted by x, then y; the exchanges that a merge sort by y makes are the discordant pairs
 * Source     Knight (1966), doi:10.1080/01621459.1966.10480879
 */
export function kendallScore(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  const order = Uint32Array.from({length: n}, (_, i) => i).toSorted((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const tiedX = tiedPairs(order, (a, b) => x[a] === x[b]);
  const tiedBoth = tiedPairs(order, (a, b) => x[a] === x[b] && y[a] === y[b]);
  const values = Float64Array.from(order, (row) => y[row]!);
  const discordant = sortCounting(values);
  const tiedY = tiedPairs(values, (a, b) => a === b);
  return (n * (n - 1)) / 2 - tiedX - tiedY + tiedBoth - 2 * discordant;
}

function tiedPairs(sorted: ArrayLike<number>, same: (a: number, b: number) => boolean): number {
  let pairs = 0;
  let run = 0;
  for (let i = 1; i < sorted.length; i++) {
    run = same(sorted[i - 1]!, sorted[i]!) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** sorts the values in place, bottom up, and counts the pairs that were in the wrong order */
function sortCounting(values: Float64Array): number {
  const n = values.length;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  let exchanges = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let left = start;
      let right = middle;
      for (let k = start; k < end; k++) {
        if (left < middle && (right >= end || from[left]! <= from[right]!)) to[k] = from[left++]!;
        else {
          exchanges += middle - left;
          to[k] = from[right++]!;
        }
      }
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return exchanges;
}
