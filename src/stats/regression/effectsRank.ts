import type {Codes} from "../formula/labelCodes.js";

/**
 * Independent dummies among the fixed effects, each of whose levels has rows: for two, levels less connected components;
 * beyond two, less one each.
 */
export function effectsRank(effects: readonly Codes[]): number {
  const [first, second] = effects;
  if (!first) return 0;
  if (!second) return first.levels;
  const rest = effects.slice(2).reduce((sum, {levels}) => sum + levels - 1, 0);
  return first.levels + second.levels - components(first, second) + rest;
}

/** Levels of the smaller effect are of one component where a level of the larger has rows in both. */
function components(a: Codes, b: Codes): number {
  const [many, few] = a.levels < b.levels ? [b, a] : [a, b];
  const parent = new Int32Array(few.levels);
  for (let i = 0; i < parent.length; i++) parent[i] = i;
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  const met = new Int32Array(many.levels).fill(-1);
  let count = few.levels;
  for (let row = 0; row < few.codes.length && count > 1; row++) {
    const other = few.codes[row]!;
    const before = met[many.codes[row]!]!;
    met[many.codes[row]!] = other;
    if (before < 0 || before === other) continue;
    const i = root(before);
    const j = root(other);
    if (i === j) continue;
    parent[i] = j;
    count -= 1;
  }
  return count;
}
