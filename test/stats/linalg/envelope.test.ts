import {describe, expect, it} from "vitest";
import {cholesky} from "../../../src/stats/linalg/cholesky.js";
import {envelope, square} from "../../../src/stats/linalg/envelope.js";
import {envelopeOrder} from "../../../src/stats/linalg/envelopeOrder.js";
import {selectedInverse} from "../../../src/stats/linalg/selectedInverse.js";
import {random} from "../../../src/stats/random.js";

/** Nodes met in cliques: `parts` groups that never meet, and two nodes, 0 and 1, that meet all. */
function cliquesOf(parts: number, size: number, seed: number): Int32Array[] {
  const {below} = random(seed);
  return Array.from({length: 40 * parts}, (_, k) => {
    const members = Array.from(
      {length: 4},
      (_member, i) => 2 + (k % parts) + parts * (i === 0 ? Math.floor(k / parts) % size : below(size))
    );
    return Int32Array.from(new Set([k % 2, ...members]));
  });
}

/** The sum of w w' over cliques, w random on their nodes, and the identity; and where each row begins. */
function matrixOf(n: number, cliques: readonly Int32Array[], seed: number) {
  const {normal} = random(seed);
  const whole = Array.from({length: n}, (_, i) => Float64Array.from({length: n}, (_value, j) => Number(i === j)));
  for (const clique of cliques) {
    const w = Array.from(clique, normal);
    clique.forEach((a, i) => clique.forEach((b, j) => (whole[a]![b]! += w[i]! * w[j]!)));
  }
  const first = Int32Array.from(whole, (row) => row.findIndex((value) => value !== 0));
  return {whole, first};
}

const [parts, size] = [5, 30];
const n = 2 + parts * size;
const cliques = cliquesOf(parts, size, 1);
const order = envelopeOrder(n, cliques);
const place = new Int32Array(n);
order.forEach((node, at) => (place[node] = at));
const placed = cliques.map((clique) => clique.map((node) => place[node]!));

describe("envelopeOrder(nodes, cliques)", () => {
  it("names each node once, parts one after the other and last those that meet nearly all", () => {
    expect([...order].toSorted((a, b) => a - b)).toEqual(Array.from({length: n}, (_, i) => i));
    expect(new Set(order.subarray(n - 2))).toEqual(new Set([0, 1]));
    const partOf = Array.from(order.subarray(0, n - 2), (node) => (node - 2) % parts);
    expect(partOf.filter((part, at) => part !== partOf[at - 1]).length).toBe(parts);
  });

  it("keeps no more than a part's own triangle and the rows of those that meet all", () => {
    const {size: kept} = envelope(matrixOf(n, placed, 2).first);
    expect(kept).toBeLessThanOrEqual((parts * size * (size + 1)) / 2 + 2 * n);
  });
});

describe("cholesky(a, envelope)", () => {
  const {whole, first} = matrixOf(n, placed, 3);
  const narrow = envelope(first);
  const [a, b] = [
    new Float64Array(narrow.size),
    Float64Array.from({length: n * n}, (_, k) => whole[Math.floor(k / n)]![k % n]!)
  ];
  whole.forEach((row, i) => a.set(row.subarray(first[i], i + 1), narrow.rows[i]! + first[i]!));
  const done = [cholesky(a, narrow), cholesky(b, square(n))];

  it("gives the same factor within an envelope as of the whole square, and nought outside", () => {
    expect(done).toEqual([true, true]);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) expect(j < first[i]! ? 0 : a[narrow.rows[i]! + j]!).toBeCloseTo(b[i * n + j]!, 12);
  });

  it("gives back the matrix, and says where it is not positive definite", () => {
    for (let i = 0; i < n; i += 7)
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let k = 0; k <= j; k++) sum += b[i * n + k]! * b[j * n + k]!;
        expect(sum).toBeCloseTo(whole[i]![j]!, 10);
      }
    expect(cholesky(Float64Array.of(1, 0, 2, 1), square(2))).toBe(false);
  });

  it("selectedInverse(factor) is the inverse within the envelope, and of its first rows alone", () => {
    for (const upTo of [n, n - 2]) {
      const inverse = selectedInverse(a, narrow, upTo);
      for (let j = 0; j < upTo; j += 5) {
        const within = Array.from({length: upTo - j}, (_, k) => j + k).filter((i) => first[i]! <= j);
        const column = solved(b, upTo, j);
        const apart = within.map((i) => Math.abs(inverse[narrow.rows[i]! + j]! - column[i]!));
        expect(Math.max(...apart)).toBeLessThan(1e-12);
      }
    }
  });
});

/** The solution x of L L' x = e_j, of the first rows of a square factor. */
function solved(factor: Float64Array, upTo: number, j: number): Float64Array {
  const x = new Float64Array(upTo);
  for (let i = 0; i < upTo; i++) {
    let sum = Number(i === j);
    for (let k = 0; k < i; k++) sum -= factor[i * n + k]! * x[k]!;
    x[i] = sum / factor[i * n + i]!;
  }
  for (let i = upTo - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < upTo; k++) sum -= factor[k * n + i]! * x[k]!;
    x[i] = sum / factor[i * n + i]!;
  }
  return x;
}
