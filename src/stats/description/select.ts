/**
 * The k-th least value (from 0), the values moved about in place so that none before it is greater and none after less.
 *
 * Source     Floyd & Rivest (1975), doi:10.1145/360680.360694
 */
export function select(values: Float64Array, k: number, from = 0, to = values.length - 1): number {
  let [left, right] = [from, to];
  while (right > left) {
    if (right - left > 600) narrow(values, k, left, right);
    const pivot = values[k]!;
    let [i, j] = [left, right];
    exchange(values, left, k);
    if (values[right]! > pivot) exchange(values, left, right);
    while (i < j) {
      exchange(values, i, j);
      i++;
      j--;
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
    }
    if (values[left] === pivot) exchange(values, left, j);
    else exchange(values, ++j, right);
    if (j <= k) left = j + 1;
    if (k <= j) right = j - 1;
  }
  return values[k]!;
}

/** Selects among a sample round k, so that the pivot falls near it. */
function narrow(values: Float64Array, k: number, left: number, right: number): void {
  const n = right - left + 1;
  const at = k - left + 1;
  const size = Math.exp((2 * Math.log(n)) / 3) / 2;
  const sd = (Math.sqrt((Math.log(n) * size * (n - size)) / n) / 2) * Math.sign(at - n / 2);
  const low = Math.max(left, Math.floor(k - (at * size) / n + sd));
  const high = Math.min(right, Math.floor(k + ((n - at) * size) / n + sd));
  select(values, k, low, high);
}

function exchange(values: Float64Array, a: number, b: number): void {
  const kept = values[a]!;
  values[a] = values[b]!;
  values[b] = kept;
}
