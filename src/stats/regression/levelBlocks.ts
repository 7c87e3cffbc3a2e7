import type {Codes} from "../formula/labelCodes.js";

/** levels a call, of which a pass takes many, so that the engine has the function fast before the first pass is over */
export const together = 256;

/** Rows one level of an effect after the other, with their levels of the other effects, counted through. */
export interface LevelBlocks {
  /** where each level's rows begin, and at last their number */
  readonly starts: Int32Array;
  /** one over each level's weight */
  readonly share: Float64Array;
  /** the other effects: how many, their levels together, and each row's, effect by effect */
  readonly others: number;
  readonly size: number;
  readonly at: Int32Array;
  readonly weights: Float64Array | null;
  /** a column in the blocks' order, itself where it stands so already, and back */
  readonly inOrder: (column: Float64Array) => Float64Array;
  readonly asGiven: (values: Float64Array, into?: Float64Array) => Float64Array;
}

export function levelBlocks(many: Codes, few: readonly Codes[], given: Float64Array | null): LevelBlocks {
  const {starts, rows} = byLevel(many);
  const n = many.codes.length;
  const inOrder = (column: Float64Array): Float64Array => {
    if (rows === null) return column;
    const result = new Float64Array(n);
    for (let k = 0; k < n; k++) result[k] = column[rows[k]!]!;
    return result;
  };
  const asGiven = (
    values: Float64Array,
    result: Float64Array = new Float64Array(rows === null ? 0 : n)
  ): Float64Array => {
    if (rows === null) return values;
    for (let k = 0; k < n; k++) result[rows[k]!] = values[k]!;
    return result;
  };
  const weights = given && inOrder(given);
  const share = new Float64Array(many.levels);
  for (let level = 0; level < many.levels; level++) {
    let total = weights ? 0 : starts[level + 1]! - starts[level]!;
    if (weights) for (let k = starts[level]!; k < starts[level + 1]!; k++) total += weights[k]!;
    share[level] = 1 / total;
  }
  const size = few.reduce((sum, {levels}) => sum + levels, 0);
  return {starts, share, others: few.length, size, at: counted(few, rows, n), weights, inOrder, asGiven};
}

/** Each row's levels of the effects, those of a later effect counted on from the earlier's. */
function counted(few: readonly Codes[], rows: Int32Array | null, n: number): Int32Array {
  const [only, ...further] = few;
  if (only && further.length === 0 && rows === null) return only.codes;
  const at = new Int32Array(n * few.length);
  let from = 0;
  few.forEach(({codes, levels}, f) => {
    for (let k = 0; k < n; k++) at[f * n + k] = from + codes[rows ? rows[k]! : k]!;
    from += levels;
  });
  return at;
}

/** The rows of each level, one level after the other; no rows where they stand so already. */
function byLevel({levels, codes}: Codes): {starts: Int32Array; rows: Int32Array | null} {
  const n = codes.length;
  const starts = new Int32Array(levels + 1);
  let sorted = true;
  for (let row = 0, before = 0; row < n; row++) {
    const code = codes[row]!;
    starts[code + 1]! += 1;
    if (code < before) sorted = false;
    before = code;
  }
  for (let level = 0; level < levels; level++) starts[level + 1]! += starts[level]!;
  if (sorted) return {starts, rows: null};
  const rows = new Int32Array(n);
  const place = starts.slice();
  for (let row = 0; row < n; row++) rows[place[codes[row]!]!++] = row;
  return {starts, rows};
}

/** The weight of each level of the other effects. */
export function levelWeights({starts, others, size, at, weights}: LevelBlocks): Float64Array {
  const mass = new Float64Array(size);
  const n = starts.at(-1)!;
  for (let f = 0; f < others; f++) for (let k = 0; k < n; k++) mass[at[f * n + k]!]! += weights ? weights[k]! : 1;
  return mass;
}

/** The diagonal of D'MD: each level's weight, less what each block's share has of its square. */
export function diagonalOf({starts, share, others, size, at, weights}: LevelBlocks): Float64Array {
  const result = new Float64Array(size);
  const mass = new Float64Array(size);
  const blockOf = new Int32Array(size).fill(-1);
  const n = starts.at(-1)!;
  for (let of = 0; of < others * n; of += n)
    for (let level = 0; level < share.length; level++)
      for (let k = starts[level]!; k < starts[level + 1]!; k++) {
        const code = at[of + k]!;
        const own = weights ? weights[k]! : 1;
        const before = blockOf[code] === level ? mass[code]! : 0;
        blockOf[code] = level;
        mass[code] = before + own;
        result[code]! += own - own * (2 * before + own) * share[level]!;
      }
  return result;
}

export function greatestMean(sums: Float64Array, mass: Float64Array): number {
  let greatest = 0;
  for (let j = 0; j < sums.length; j++) if (mass[j]! > 0) greatest = Math.max(greatest, Math.abs(sums[j]!) / mass[j]!);
  return greatest;
}
