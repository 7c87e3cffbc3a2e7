/**
 * Ordered response: cumulative link model, with at most one random intercept.
 *
 * Model      P(y <= j) = F(a_j - X b - s u_g), F logistic or normal, a_1 < a_2 < ... , u_g standard normal
 * Estimand   coefficients b, in log odds of a higher answer; thresholds a; variance s^2 between groups
 * Integral   over u_g at its mode: by Laplace (one point), or adaptive Gauss and Hermite's quadrature
 * Source     McCullagh (1980); Liu & Pierce (1994), doi:10.1093/biomet/81.3.624; checked against R's ordinal (clm, clmm)
 * Check      proportional odds, by likelihood ratio against slopes of each threshold's own, term by term, without the
 *            random intercept
 * Not here   models with partial proportional odds, random slopes, flexible thresholds
 *
 * @throws {RangeError} if there are fewer than two answers, or the terms separate them; {SyntaxError} if the formula can't
 *         be read
 */
import {closedOptions, oneOf, trueOrFalse} from "../errors/closedOptions.js";
import {greatestOf} from "../description/greatestOf.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {MissingColumn} from "../errors/missingColumn.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {mean} from "../description/mean.js";
import {outside} from "../description/outside.js";
import {dotProduct} from "../linalg/dotProduct.js";
import {chiSquaredUpper} from "../distribution/chiSquared.js";
import type {Estimate} from "../estimate.js";
import type {Codes, FrameOptions, ModelFrame, Table, Value} from "../formula/modelFrame.js";
import {modelFrame} from "../formula/modelFrame.js";
import {randomTerms} from "../formula/randomTerms.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {minimise} from "../optimise/minimise.js";
import {stencil} from "../optimise/stencil.js";
import {inverse} from "../linalg/inverse.js";
import type {Link, LinkName} from "./link.js";
import {between, links} from "./link.js";
import {normalTerm} from "./normalTerm.js";

export interface OrdinalOptions extends Omit<FrameOptions, "groups"> {
  readonly link?: LinkName;
  /** points of the integral over the random intercept; 1 is Laplace's approximation */
  readonly quadrature?: number;
  /** whether each term's slope is one for all thresholds */
  readonly proportionalOdds?: boolean;
  readonly level?: number;
}

export interface OddsTest {
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
}

export interface OrdinalFit {
  readonly thresholds: Readonly<Record<string, number>>;
  readonly logLik: number;
  readonly aic: number;
  /** between groups; null without a random term */
  readonly variance: number | null;
  readonly answers: readonly string[];
  /** by term; null where slopes of their own can't be found */
  readonly proportional_odds?: Readonly<Record<string, OddsTest | null>>;
}

interface Answers {
  readonly frame: ModelFrame;
  readonly slopes: readonly Slope[];
  readonly labels: readonly string[];
  /** place of each row's answer, from 0 */
  readonly answer: Int32Array;
  readonly weights: Float64Array;
  readonly warnings: readonly string[];
}

const known = ["link", "quadrature", "proportionalOdds", "level", "unit", "time", "levels", "weights"];

export function ordinal(
  formula: string,
  table: Table,
  {link: name = "logit", quadrature = 1, proportionalOdds = false, level = 0.95, ...options}: OrdinalOptions = {}
): Estimate<OrdinalFit & Readonly<Record<string, unknown>>> {
  closedOptions("ordinal", options, known);
  oneOf("link", name, Object.keys(links));
  trueOrFalse("proportionalOdds", proportionalOdds);
  outside(level);
  if (!Number.isInteger(quadrature) || quadrature < 1 || quadrature > 60)
    throw new InvalidArgument(`invalid quadrature; a whole number from 1 to 60: ${quadrature}`);
  const {fixed, random} = randomTerms(formula);
  const [term, more] = random;
  if (more || (term && term.left !== "1"))
    throw new InvalidArgument(`invalid formula; at most one random intercept (1 | group): ${formula}`);
  const group = term?.group.replaceAll(":", "^");
  const data = answersOf(fixed, table, group, options);
  const link = links[name];
  const simple = fitFixed(data, link);
  const cuts = data.labels.length - 1;
  const names = [
    ...data.labels.slice(1).map((label, j) => `${data.labels[j]}|${label}`),
    ...data.slopes.map(({name: slope}) => slope)
  ];
  const fitted = group === undefined ? {...simple, variance: null} : fitRandom(data, link, simple, quadrature);
  const {logLik, variance} = fitted;
  const {at, errors} = unscaled(data, fitted);
  const tests = proportionalOdds ? oddsTests(data, link, simple) : null;
  const untested = Object.entries(tests ?? {}).flatMap(([each, test]) => (test ? [] : [each]));
  return {
    method: `cumulative ${name}${term ? `, random intercept of ${term.group}, ${quadrature === 1 ? "Laplace" : `${quadrature} points`}` : ""}`,
    n: data.frame.n,
    dropped: data.frame.dropped,
    clusters: term ? {[term.group]: data.frame.groups[0]!.levels} : {},
    terms: names.map((each, j) => normalTerm(each, at[j]!, errors[j]!, level)),
    fit: {
      thresholds: Object.fromEntries(names.slice(0, cuts).map((each, j) => [each, at[j]!])),
      logLik,
      aic: -2 * logLik + 2 * (names.length + (term ? 1 : 0)),
      variance,
      answers: data.labels,
      ...(tests ? {proportional_odds: tests} : {})
    },
    warnings: [
      ...data.warnings,
      ...(variance === 0 ? ["the variance between groups is 0: the random term adds nothing"] : []),
      ...(untested.length > 0
        ? [`proportional odds are null for ${untested.join(", ")}: slopes for each threshold can't be found`]
        : [])
    ]
  };
}

/** The outcome as places of its sorted answers; a numeric outcome, or one whose levels are given. */
function answersOf(
  fixed: string,
  table: Table,
  group: string | undefined,
  options: Omit<FrameOptions, "groups">
): Answers {
  const [left = "", right = ""] = fixed.split("~").map((side) => side.trim());
  const column = Object.hasOwn(table, left) ? table[left] : undefined;
  if (!column) throw new MissingColumn(left, Object.keys(table));
  const given = options.levels?.[left];
  const missing = (value: Value): boolean => value === null || value === "" || Number.isNaN(value);
  const present = [
    ...new Set(
      Array.from(column)
        .filter((value) => !missing(value))
        .map(String)
    )
  ];
  const numeric = present.every((label) => !Number.isNaN(Number(label)));
  const order = given ?? present.toSorted(numeric ? (a, b) => Number(a) - Number(b) : undefined);
  const unknown = present.find((label) => !order.includes(label));
  if (unknown !== undefined) throw new InvalidArgument(`invalid levels; ${left} has another: ${unknown}`);
  const coded = Float64Array.from(column, (value) => (missing(value) ? NaN : order.indexOf(String(value))));
  const frame = modelFrame(
    `${left} ~ ${right}`,
    {...table, [left]: coded},
    {
      ...options,
      groups: group === undefined ? [] : [group]
    }
  );
  if (frame.effects.length > 0)
    throw new InvalidArgument("invalid formula; fixed effects after a bar have no place here: use factor()");
  const used = [...new Set(frame.y)].toSorted((a, b) => a - b);
  if (used.length < 2)
    throw new NotIdentified(`not identified: ${left} never varies; there is nothing to order`, "no variation");
  return {
    frame,
    slopes: slopesOf(frame),
    labels: used.map((code) => order[code]!),
    answer: Int32Array.from(frame.y, (code) => used.indexOf(code)),
    weights: frame.weights ?? new Float64Array(frame.n).fill(1),
    warnings: given || numeric ? [] : [`the answers are in the order of the alphabet: ${order.join(", ")}; give levels`]
  };
}

/** A column about its mean, over its standard deviation, so that neither its unit nor its origin matters. */
interface Slope {
  readonly name: string;
  readonly term: string;
  readonly values: Float64Array;
  readonly centre: number;
  readonly scale: number;
}

function slopesOf({names, x, termOf, formula}: ModelFrame): Slope[] {
  return names.flatMap((name, j) => {
    if (name === "(Intercept)") return [];
    const centre = mean(x[j]!);
    const rest = x[j]!.map((value) => value - centre);
    const scale = Math.sqrt(dotProduct(rest) / rest.length);
    if (!(scale > 1e-12 * Math.abs(centre)))
      throw new NotIdentified(`not identified: ${name} never varies; drop it`, "no variation");
    const values = rest.map((value) => value / scale);
    return [{name, term: formula.terms[termOf[j]!]!.label, values, centre, scale}];
  });
}

/** Thresholds and slopes in the columns' own units, and their errors. */
function unscaled({slopes, labels}: Answers, {at, covariance}: Fitted): {at: Float64Array; errors: Float64Array} {
  const cuts = labels.length - 1;
  const rows = Array.from(at, (_, i) =>
    Float64Array.from(at, (_value, j) => {
      const slope = slopes[j - cuts];
      if (!slope) return i === j ? 1 : 0;
      return i < cuts ? slope.centre / slope.scale : i === j ? 1 / slope.scale : 0;
    })
  );
  return {
    at: Float64Array.from(rows, (row) => dotProduct(row, at)),
    errors: Float64Array.from(rows, (row) =>
      Math.sqrt(
        dotProduct(
          row,
          Float64Array.from(covariance, (other) => dotProduct(row, other))
        )
      )
    )
  };
}

function oddsTests(data: Answers, link: Link, {logLik}: Fitted): Record<string, OddsTest | null> {
  const extra = data.labels.length - 2;
  const terms = [...new Set(data.slopes.map(({term}) => term))];
  if (extra === 0)
    throw new NotIdentified("not identified: two answers have one threshold; their odds are proportional");
  return Object.fromEntries(
    terms.map((term) => {
      const own = data.slopes.map((slope) => slope.term === term);
      try {
        const chi2 = Math.max(0, 2 * (fitFixed(data, link, own).logLik - logLik));
        const df = extra * own.filter(Boolean).length;
        return [term, {chi2, df, p: chiSquaredUpper(chi2, df)}];
      } catch (error) {
        if (!(error instanceof NotIdentified)) throw error;
        return [term, null];
      }
    })
  );
}

interface Fitted {
  readonly at: Float64Array;
  readonly covariance: readonly (readonly number[])[];
  readonly logLik: number;
}

/** Newton's steps from the shares of the answers; a slope of its `own` at each threshold where that is asked. */
function fitFixed({slopes, labels, answer, weights}: Answers, link: Link, own: readonly boolean[] = []): Fitted {
  const cuts = labels.length - 1;
  let size = cuts;
  const starts = slopes.map((_, k) => {
    size += own[k] ? cuts : 1;
    return size - (own[k] ? cuts : 1);
  });
  const placeOf = (k: number, cut: number): number => starts[k]! + (own[k] ? cut : 0);
  let at = new Float64Array(size);
  const total = weights.reduce((sum, value) => sum + value, 0);
  let below = 0;
  for (let j = 0; j < cuts; j++) {
    answer.forEach((place, row) => (below += place === j ? weights[row]! : 0));
    at[j] = Math.log(below / (total - below));
  }
  const cutAt = (point: Float64Array, row: number, cut: number): number =>
    slopes.reduce((rest, {values}, k) => rest - values[row]! * point[placeOf(k, cut)]!, point[cut]!);
  const ends = (point: Float64Array, row: number): [number, number] => {
    const place = answer[row]!;
    return [
      place === 0 ? -Infinity : cutAt(point, row, place - 1),
      place === cuts ? Infinity : cutAt(point, row, place)
    ];
  };
  const logLikAt = (point: Float64Array): number => {
    let sum = 0;
    for (let row = 0; row < answer.length; row++) sum += weights[row]! * Math.log(between(link, ...ends(point, row)));
    return sum;
  };
  let logLik = logLikAt(at);
  for (let round = 0; round < 100; round++) {
    const {gradient, information} = derivatives(at);
    const covariance = inverse(information);
    if (!covariance) throw unidentified(slopes, round);
    const step = covariance.map((row) => row.reduce((sum, value, j) => sum + value * gradient[j]!, 0));
    let share = 1;
    let next = at.map((value, j) => value + step[j]!);
    let higher = logLikAt(next);
    while (!(higher >= logLik - 1e-12 * Math.abs(logLik)) && share > 1e-9) {
      share /= 2;
      next = at.map((value, j) => value + share * step[j]!);
      higher = logLikAt(next);
    }
    const gain = higher - logLik;
    [at, logLik] = [next, higher];
    if (gain < 1e-13 * Math.abs(logLik) && greatestOf(step.map(Math.abs)) < 1e-9) {
      return {at, covariance: inverse(derivatives(at).information) ?? covariance, logLik};
    }
    if (greatestOf(at.map(Math.abs)) > 1e3 || logLik > -1e-8) throw unidentified(slopes, round);
  }
  throw unidentified(slopes, 100);

  function derivatives(point: Float64Array): {gradient: Float64Array; information: number[][]} {
    const gradient = new Float64Array(size);
    const information = Array.from({length: size}, () => Array.from({length: size}, () => 0));
    const du = new Float64Array(size);
    const dl = new Float64Array(size);
    for (let row = 0; row < answer.length; row++) {
      const [low, high] = ends(point, row);
      const p = between(link, low, high);
      const place = answer[row]!;
      const [fl, fh] = [Number.isFinite(low) ? link.density(low) : 0, Number.isFinite(high) ? link.density(high) : 0];
      const [sl, sh] = [Number.isFinite(low) ? link.slope(low) : 0, Number.isFinite(high) ? link.slope(high) : 0];
      du.fill(0);
      dl.fill(0);
      if (place < cuts) du[place] = 1;
      if (place > 0) dl[place - 1] = 1;
      slopes.forEach(({values}, k) => {
        if (place < cuts) du[placeOf(k, place)] = -values[row]!;
        if (place > 0) dl[placeOf(k, place - 1)] = -values[row]!;
      });
      for (let a = 0; a < size; a++) {
        const ga = (fh * du[a]! - fl * dl[a]!) / p;
        gradient[a]! += weights[row]! * ga;
        for (let b = 0; b <= a; b++) {
          const gb = (fh * du[b]! - fl * dl[b]!) / p;
          const second = (sh * du[a]! * du[b]! - sl * dl[a]! * dl[b]!) / p;
          const value = weights[row]! * (ga * gb - second);
          information[a]![b]! += value;
          if (b < a) information[b]![a]! += value;
        }
      }
    }
    return {gradient, information};
  }
}

function unidentified(slopes: readonly Slope[], round: number): RangeError {
  const terms = slopes.map(({name}) => name).join(", ");
  return new NotIdentified(
    round < 3
      ? `not identified: a term can be computed from the others, or never varies, among ${terms}; drop it`
      : `not identified: the terms ${terms} separate the answers, so that a coefficient runs to infinity; drop one or merge answers`,
    "no variation"
  );
}

/** Parameters over their errors in the fixed fit, and s, so that all are of one size. */
function fitRandom(
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
