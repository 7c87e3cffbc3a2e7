/**
 * Places of values from least to greatest, equal ones in the order given.
 *
 * Method     many values: a radix sort of the upper halves of their bits, then the few exchanges that the lower halves
 *            call for; where those are many, a radix sort of the lower halves first
 *
 * @param from   the order in which equal values stay; else their own
 */
export function argsort(values: ArrayLike<number>, from: Uint32Array | null = null): Uint32Array {
  if (values.length < FEW) return (from ?? places(values.length)).toSorted((a, b) => values[a]! - values[b]!);
  const numbers = values instanceof Float64Array ? values : new Float64Array(values);
  const upper = byHalf(numbers, UPPER, from);
  return repaired(numbers, upper) ?? placesIn(byHalf(numbers, UPPER, placesIn(byHalf(numbers, LOWER, from))));
}

const FEW = 200;
const [LOWER, UPPER] = [0, 1];
const BITS = 11;
const SIZE = 1 << BITS;

function places(n: number): Uint32Array {
  const result = new Uint32Array(n);
  for (let i = 0; i < n; i++) result[i] = i;
  return result;
}

/** Sorts places by a half of each value's bits: a word and its place one after the other, which a double moves together. */
function byHalf(numbers: Float64Array, half: number, from: Uint32Array | null): Int32Array {
  const n = numbers.length;
  let [pairs, next] = [new Float64Array(n), new Float64Array(n)];
  const counts = new Int32Array(3 * SIZE);
  fillPairs(new Int32Array(pairs.buffer), numbers, half, from, counts);
  for (let digit = 0; digit < 3; digit++) {
    const starts = counts.subarray(digit * SIZE, (digit + 1) * SIZE);
    if (!runningTotals(starts, n)) continue;
    distribute(pairs, next, starts, digit * BITS);
    [pairs, next] = [next, pairs];
  }
  return new Int32Array(pairs.buffer);
}

/** Bits that rise as the values do: negative ones turned round, -0 taken as 0; counted by each digit. */
function fillPairs(
  pairs: Int32Array,
  numbers: Float64Array,
  half: number,
  from: Uint32Array | null,
  counts: Int32Array
): void {
  const bits = new Int32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const place = from ? from[i]! : i;
    const turned = bits[2 * place + 1]! >> 31;
    const sign = half === UPPER ? 0x80000000 : 0;
    const word = numbers[place] === 0 ? sign | 0 : bits[2 * place + half]! ^ (turned | sign);
    pairs[2 * i] = word;
    pairs[2 * i + 1] = place;
    counts[word & (SIZE - 1)]! += 1;
    counts[SIZE + ((word >>> BITS) & (SIZE - 1))]! += 1;
    counts[2 * SIZE + (word >>> (2 * BITS))]! += 1;
  }
}

/** Counts -> where each digit's places begin; false where all n have the same. */
function runningTotals(counts: Int32Array, n: number): boolean {
  for (let digit = 0, total = 0; digit < SIZE; digit++) {
    const count = counts[digit]!;
    if (count === n) return false;
    counts[digit] = total;
    total += count;
  }
  return true;
}

function distribute(pairs: Float64Array, next: Float64Array, starts: Int32Array, shift: number): void {
  const words = new Int32Array(pairs.buffer);
  for (let i = 0; i < pairs.length; i++) {
    const digit = (words[2 * i]! >>> shift) & (SIZE - 1);
    const at = starts[digit]!;
    starts[digit] = at + 1;
    next[at] = pairs[i]!;
  }
}

/** The places, once those of equal words are put right; null where that takes more exchanges than there are values. */
function repaired(numbers: Float64Array, pairs: Int32Array): Uint32Array | null {
  const order = new Uint32Array(numbers.length);
  let left = order.length;
  for (let i = 0; i < order.length; i++) {
    const place = pairs[2 * i + 1]!;
    let j = i;
    if (i > 0 && pairs[2 * i] === pairs[2 * i - 2])
      for (const value = numbers[place]!; j > 0 && numbers[order[j - 1]!]! > value; j--) {
        order[j] = order[j - 1]!;
        if (left-- === 0) return null;
      }
    order[j] = place;
  }
  return order;
}

function placesIn(pairs: Int32Array): Uint32Array {
  const order = new Uint32Array(pairs.length >> 1);
  for (let i = 0; i < order.length; i++) order[i] = pairs[2 * i + 1]!;
  return order;
}
