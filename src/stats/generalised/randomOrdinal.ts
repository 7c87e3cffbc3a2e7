import {NotIdentified} from "../errors/notIdentified.js";
import type {Codes} from "../formula/labelCodes.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {minimise} from "../optimise/minimise.js";
import {stencil} from "../optimise/stencil.js";
import {inverse} from "../linalg/inverse.js";
import {between, type Link} from "./link.js";
import type {Answers} from "./ordinalAnswers.js";
import type {Fitted} from "./fixedOrdinal.js";

/** Parameters over their errors in the fixed fit, and s, so that all are of one size. */
export function fitRandom(
  {frame, slopes: columns, labels, answer, weights}: Answers,
  link: Link,
  simple: Fitted,
  points: number
): Fitted & {variance: number} {
  const codes = frame.groups[0]!;
  if (codes.levels < 2)
    throw new NotIdentified(`not identified: one level of ${codes.name}; drop the random term`, "too few groups", {
      has: codes.levels,
      needs: 2
    });
  const slopes = columns.map(({values}) => values);
  const cuts = labels.length - 1;
  const size = cuts + slopes.length;
  const scale = Float64Array.from(simple.covariance, (row, j) => Math.sqrt(row[j]!));
  const members = rowsBy(codes);
  const rule = hermite(points);
  const low = new Float64Array(answer.length);
  const high = new Float64Array(answer.length);
  const modes = new Float64Array(codes.levels);
  const objective = (point: Float64Array): number => {
    for (let row = 0; row < answer.length; row++) {
      let shift = 0;
      for (let j = 0; j < slopes.length; j++)
        shift += slopes[j]![row]! * (simple.at[cuts + j]! + scale[cuts + j]! * point[cuts + j]!);
      const place = answer[row]!;
      const cut = (j: number): number => simple.at[j]! + scale[j]! * point[j]! - shift;
      low[row] = place === 0 ? -Infinity : cut(place - 1);
      high[row] = place === cuts ? Infinity : cut(place);
    }
    let sum = 0;
    for (let group = 0; group < codes.levels; group++)
      sum += integrate(members[group]!, {low, high, weights}, link, point[size]!, rule, modes, group);
    return -sum;
  };
  const start = new Float64Array(size + 1);
  start[size] = 1;
  const {at: found, converged} = minimise(objective, start);
  if (!converged)
    throw new NotIdentified(
      "not converged: the likelihood has no maximum that was found; drop a term",
      "not converged"
    );
  const {hessian} = stencil(objective, found);
  const sigma = Math.abs(found[size]!);
  const boundary = sigma < 1e-3;
  const kept = boundary
    ? hessian.slice(0, size).map((row) => Array.from(row).slice(0, size))
    : hessian.map((row) => Array.from(row));
  const spread = inverse(kept);
  if (!spread)
    throw new NotIdentified("not converged: the likelihood is flat at its maximum; drop a term", "not converged");
  const at = simple.at.map((value, j) => value + scale[j]! * found[j]!);
  return {
    at,
    covariance: Array.from(at, (_, i) => Array.from(at, (_value, j) => spread[i]![j]! * scale[i]! * scale[j]!)),
    logLik: -objective(found),
    variance: boundary ? 0 : sigma ** 2
  };
}

/** Log of the integral of a group's likelihood over its standard normal effect, about its mode. */
function integrate(
  rows: Int32Array,
  {low, high, weights}: {low: Float64Array; high: Float64Array; weights: Float64Array},
  link: Link,
  sigma: number,
  {nodes, logWeights}: {nodes: Float64Array; logWeights: Float64Array},
  modes: Float64Array,
  group: number
): number {
  const heightAt = (u: number): number => {
    let sum = -u * u * 0.5;
    for (const row of rows)
      sum += weights[row]! * Math.log(between(link, low[row]! - sigma * u, high[row]! - sigma * u));
    return sum;
  };
  let u = modes[group]!;
  let curve = 1;
  let value = heightAt(u);
  if (!Number.isFinite(value)) {
    u = 0;
    value = heightAt(0);
    if (!Number.isFinite(value)) return -Infinity;
  }
  for (let round = 0; round < 50; round++) {
    let slope = -u;
    curve = 1;
    for (const row of rows) {
      const [a, b] = [low[row]! - sigma * u, high[row]! - sigma * u];
      const p = between(link, a, b);
      const [fa, fb] = [Number.isFinite(a) ? link.density(a) : 0, Number.isFinite(b) ? link.density(b) : 0];
      const [sa, sb] = [Number.isFinite(a) ? link.slope(a) : 0, Number.isFinite(b) ? link.slope(b) : 0];
      const first = (-sigma * (fb - fa)) / p;
      slope += weights[row]! * first;
      curve += weights[row]! * (first * first - (sigma * sigma * (sb - sa)) / p);
    }
    const step = slope / curve;
    if (Math.abs(step) < 1e-10) break;
    let size = 1;
    let next = heightAt(u + step);
    while (!(next >= value - 1e-12 * Math.abs(value)) && size > 1e-6) {
      size /= 2;
      next = heightAt(u + size * step);
    }
    u += size * step;
    value = next;
  }
  modes[group] = u;
  const spread = 1 / Math.sqrt(curve);
  if (nodes.length === 1) return value + Math.log(spread);
  let greatest = -Infinity;
  const heights = nodes.map((node, k) => {
    const height = heightAt(u + spread * node) + logWeights[k]! + node * node * 0.5;
    greatest = Math.max(greatest, height);
    return height;
  });
  const sum = heights.reduce((total, height) => total + Math.exp(height - greatest), 0);
  return greatest + Math.log(sum) + Math.log(spread);
}

/** Nodes and log weights for integrals against the standard normal density, by the eigenvalues of Jacobi's matrix. */
function hermite(points: number): {nodes: Float64Array; logWeights: Float64Array} {
  const matrix = Array.from({length: points}, (_, i) =>
    Float64Array.from({length: points}, (_value, j) => (Math.abs(i - j) === 1 ? Math.sqrt(Math.max(i, j)) : 0))
  );
  const {values, vectors} = symmetricEigen(matrix);
  return {nodes: values, logWeights: Float64Array.from(vectors, (vector) => 2 * Math.log(Math.abs(vector[0]!)))};
}

function rowsBy({levels, codes}: Codes): Int32Array[] {
  const rows: number[][] = Array.from({length: levels}, () => []);
  codes.forEach((code, row) => rows[code]!.push(row));
  return rows.map((each) => Int32Array.from(each));
}
