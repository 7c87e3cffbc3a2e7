/**
 * Places of values from least to greatest, equal ones in the order given.
 *
 * Method     many values: a radix sort of the upper halves of their bits, then the few exchanges that the lower halves
 *            call for; where those are many, a radix sort of the lower halves first
 *
 * @param from   the order in which equal values stay; else their own
 */
export function argsort(values: ArrayLike<number>, from: Uint32Array = places(values.length)): Uint32Array {
  if (values.length < FEW) return from.toSorted((a, b) => values[a]! - values[b]!);
  const {low, high} = halves(values);
  const order = byWord(high, from);
  return repaired(values, order) ? order : byWord(high, byWord(low, from));
}

const FEW = 200;
const BITS = 11;
const SIZE = 1 << BITS;

function places(n: number): Uint32Array {
  const result = new Uint32Array(n);
  for (let i = 0; i < n; i++) result[i] = i;
  return result;
}

/** Bits that rise as the values do: negative ones turned round, -0 taken as 0. */
function halves(values: ArrayLike<number>): {low: Int32Array; high: Int32Array} {
  const n = values.length;
  const numbers = new Float64Array(n);
  for (let i = 0; i < n; i++) numbers[i] = values[i]! + 0;
  const bits = new Int32Array(numbers.buffer);
  const [low, high] = [new Int32Array(n), new Int32Array(n)];
  for (let i = 0; i < n; i++) {
    const upper = bits[2 * i + 1]!;
    const turned = upper >> 31;
    low[i] = bits[2 * i]! ^ turned;
    high[i] = upper ^ (turned | 0x80000000);
  }
  return {low, high};
}

/** Sorts places by a word of each, the words carried along so that they are read in turn. */
function byWord(word: Int32Array, from: Uint32Array): Uint32Array {
  const n = from.length;
  let [order, words] = [from.slice(), new Int32Array(n)];
  for (let i = 0; i < n; i++) words[i] = word[order[i]!]!;
  let [nextOrder, nextWords] = [new Uint32Array(n), new Int32Array(n)];
  for (let shift = 0; shift < 32; shift += BITS) {
    const starts = startsOf(words, shift);
    if (!starts) continue;
    distribute(words, order, nextWords, nextOrder, starts, shift);
    [order, words, nextOrder, nextWords] = [nextOrder, nextWords, order, words];
  }
  return order;
}

function distribute(
  words: Int32Array,
  order: Uint32Array,
  nextWords: Int32Array,
  nextOrder: Uint32Array,
  starts: Int32Array,
  shift: number
): void {
  for (let i = 0; i < words.length; i++) {
    const key = words[i]!;
    const digit = (key >>> shift) & (SIZE - 1);
    const at = starts[digit]!;
    starts[digit] = at + 1;
    nextWords[at] = key;
    nextOrder[at] = order[i]!;
  }
}

/** Where each digit's places begin; null where all have the same. */
function startsOf(words: Int32Array, shift: number): Int32Array | null {
  const starts = new Int32Array(SIZE);
  for (let i = 0; i < words.length; i++) starts[(words[i]! >>> shift) & (SIZE - 1)]!++;
  if (starts[(words[0]! >>> shift) & (SIZE - 1)] === words.length) return null;
  for (let digit = 0, total = 0; digit < SIZE; digit++) {
    const count = starts[digit]!;
    starts[digit] = total;
    total += count;
  }
  return starts;
}

/** Puts right what is out of order, in place; false where that takes more exchanges than there are values. */
function repaired(values: ArrayLike<number>, order: Uint32Array): boolean {
  let left = order.length;
  let before = -Infinity;
  for (let i = 0; i < order.length; i++) {
    const place = order[i]!;
    const value = values[place]!;
    if (before <= value) {
      before = value;
      continue;
    }
    let j = i - 1;
    for (; j >= 0 && values[order[j]!]! > value; j--) {
      order[j + 1] = order[j]!;
      if (left-- === 0) return false;
    }
    order[j + 1] = place;
  }
  return true;
}
