import type {Codes} from "../formula/labelCodes.js";
import {envelope, type Envelope} from "../linalg/envelope.js";
import {envelopeOrder} from "../linalg/envelopeOrder.js";
import type {RandomDesign} from "./mixedDesign.js";

/** The effects that are left when one term's are eliminated, in an order in which little of their matrix is filled. */
export interface DenseEffects {
  /** how many there are, before the fixed part */
  readonly dense: number;
  /** where the effects of each term's levels begin; a level's own stand together */
  readonly places: readonly Int32Array[];
  /** by effect, its term's place among the terms that are left */
  readonly termAt: Int32Array;
  /** where the level that each effect is of begins */
  readonly startAt: Int32Array;
  /** by level of the eliminated term, the effects that its rows touch, in order */
  readonly touched: readonly Int32Array[];
  /** of the matrix of effects, fixed part and outcome */
  readonly kept: Envelope;
}

/** @param tail  columns of the fixed part and the outcome, which every row touches */
export function denseEffects(codes: Codes, others: readonly RandomDesign[], tail: number): DenseEffects {
  const from: number[] = [];
  let vertices = 0;
  for (const other of others) {
    from.push(vertices);
    vertices += other.codes.levels;
  }
  const cliques = cliquesOf(codes, others, from);
  const order = envelopeOrder(vertices, cliques);
  const start = new Int32Array(vertices);
  const termOf = (vertex: number): number => from.findLastIndex((first) => first <= vertex);
  const [termAt, startAt]: [number[], number[]] = [[], []];
  for (const vertex of order) {
    start[vertex] = termAt.length;
    const term = termOf(vertex);
    for (let k = 0; k < others[term]!.z.length; k++) {
      termAt.push(term);
      startAt.push(start[vertex]!);
    }
  }
  const dense = termAt.length;
  const first = Int32Array.from(startAt);
  const touched = cliques.map((clique) => {
    const begins = clique.map((vertex) => start[vertex]!).toSorted();
    const effects = Array.from(begins).flatMap((at) => others[termAt[at]!]!.z.map((_, k) => at + k));
    for (const effect of effects) first[effect] = Math.min(first[effect]!, begins[0]!);
    return Int32Array.from(effects);
  });
  return {
    dense,
    places: others.map((other, i) => start.slice(from[i], from[i]! + other.codes.levels)),
    termAt: Int32Array.from(termAt),
    startAt: Int32Array.from(startAt),
    touched,
    kept: envelope(Int32Array.from({length: dense + tail}, (_, i) => first[i] ?? 0))
  };
}

/** By level of the eliminated term, the other terms' levels that stand in rows with it, counted through. */
function cliquesOf(codes: Codes, others: readonly RandomDesign[], from: readonly number[]): Int32Array[] {
  const cliques = Array.from({length: codes.levels}, () => new Set<number>());
  codes.codes.forEach((code, row) =>
    others.forEach((other, i) => cliques[code]!.add(from[i]! + other.codes.codes[row]!))
  );
  return cliques.map((clique) => Int32Array.from(clique).toSorted());
}
