import type {Codes} from "../formula/labelCodes.js";
import type {ModelFrame} from "../formula/modelFrame.js";

/**
 * A frame without the rows that are alone in a level of a fixed effect, which tell nothing of the terms; leaving them out
 * may leave others alone, and those go too. Their clusters are not counted among those that tell something.
 *
 * Source     Correia (2015), "Singletons, cluster-robust standard errors and fixed effects"
 */
export function withoutAlone(frame: ModelFrame): ModelFrame {
  const {effects, n} = frame;
  const {rows, lost} = rowsNotAlone(effects, n);
  if (rows === null || rows.length === 0) return frame;
  const pick = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row]!);
  const recode = (codes: Codes): Codes => recoded(codes, rows);
  return {
    ...frame,
    n: rows.length,
    rows: rows.map((row) => frame.rows[row]!),
    y: pick(frame.y),
    x: frame.x.map(pick),
    weights: frame.weights && pick(frame.weights),
    effects: effects.map(recode),
    groups: frame.groups.map(recode),
    dropped: [...frame.dropped, ...Array.from(lost, ([name, alone]) => ({reason: `alone in its ${name}`, n: alone}))]
  };
}

/** The rows of which none is alone in a level of an effect, null where that is all of them; how many each effect lost. */
export function rowsNotAlone(
  effects: readonly Codes[],
  n: number
): {readonly rows: Int32Array | null; readonly lost: ReadonlyMap<string, number>} {
  const out = new Uint8Array(n);
  const lost = new Map<string, number>();
  for (let again = true; again;) {
    again = false;
    for (const effect of effects) {
      const alone = markAlone(effect, out);
      if (alone === 0) continue;
      lost.set(effect.name, (lost.get(effect.name) ?? 0) + alone);
      again = true;
    }
  }
  if (lost.size === 0) return {rows: null, lost};
  const left = Array.from(lost.values()).reduce((rest, alone) => rest - alone, n);
  const rows = new Int32Array(left);
  for (let row = 0, at = 0; row < n; row++) if (out[row] === 0) rows[at++] = row;
  return {rows, lost};
}

/** Marks the rows left that are alone in a level; how many. */
function markAlone({levels, codes}: Codes, out: Uint8Array): number {
  const rows = new Uint8Array(levels);
  let [seen, again] = [0, 0];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (rows[code] === 2 || out[row] === 1) continue;
    if (rows[code] === 0) seen += 1;
    // the rest can leave nobody alone
    else if (++again === levels) return 0;
    rows[code]! += 1;
  }
  if (seen === again) return 0;
  let alone = 0;
  for (let row = 0; row < codes.length; row++) {
    if (out[row] === 1 || rows[codes[row]!] !== 1) continue;
    out[row] = 1;
    alone += 1;
  }
  return alone;
}

function recoded({name, levels, codes}: Codes, rows: Int32Array): Codes {
  const places = new Int32Array(levels).fill(-1);
  let count = 0;
  const kept = rows.map((row) => {
    const code = codes[row]!;
    if (places[code]! < 0) places[code] = count++;
    return places[code]!;
  });
  return {name, levels: count, codes: kept};
}
