/**
 * Intervals of specifications by unit, CR2 with Satterthwaite's df: of few units those of CR1 are too narrow.
 *
 * Model      as specificationDesigns.ts. The hat matrix is of the fixed effects that units share, the controls and the
 *            exposure, orthogonal to one another, so that the first is worked out once a ground and the second once a design;
 *            A_g z_g and the df once an exposure of a design, whatever the outcome
 * Source     as regression/variance.ts, by whose functions it is; checked against ols()
 */
import {dotProduct} from "../linalg/dotProduct.js";
import {beside, orthogonalise} from "../linalg/orthogonalise.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {eachBent, satterthwaite} from "../regression/bellMcCaffrey.js";
import type {HatBasis} from "../regression/coefficientVariance.js";
import {effectsRank} from "../regression/effectsRank.js";
import {membersOf, nestedIn, sharedDummies} from "../regression/hatBasis.js";
import {soleCluster} from "../regression/soleCluster.js";
import {termOf} from "../regression/termOf.js";
import {isLookedInto} from "../regression/variance.js";
import {eachWeighted, type Part, weightedSatterthwaite} from "../regression/weightedBellMcCaffrey.js";
import {rowsNotAlone} from "../regression/withoutAlone.js";
import {entry} from "./entry.js";
import type {Residual} from "./residualsOn.js";
import {exposureLeft, slopeOf} from "./slopeOf.js";
import type {SpecificationDesigns} from "./specificationDesigns.js";
import {type Design, designOn, type Ground, groundOf} from "./specificationGrounds.js";
import type {Specification} from "./specificationGrid.js";

export interface SpecificationInterval {
  /** in standard deviations of both; null where there is no interval */
  readonly low: number | null;
  readonly high: number | null;
  /** brings a difference in the columns' own units to that */
  readonly scale: number;
}

/** What the interval of any outcome's slope takes of an exposure in a design; null where there is none. */
interface Bend {
  /** by row, of the residuals: a unit's sum is its score */
  readonly shares: Float64Array;
  readonly df: number;
  readonly sole: boolean;
}

const level = 0.95;

/** @returns null where a specification that is identified by its rows is not by those that are not alone in a level of an effect */
export function specificationIntervals(
  {columns, designOf, residualOf}: SpecificationDesigns,
  unit: string
): (specification: Specification) => SpecificationInterval | null {
  const settled = new Map<Ground, Ground | null>();
  const [fixed, hats] = [new Map<Ground, Float64Array[]>(), new Map<Design, Float64Array[]>()];
  const designs = new Map<Ground, Map<string, Design>>();
  const bends = new Map<Residual, Bend | null>();
  const hatOf = (design: Design): Float64Array[] =>
    entry(hats, design, () => {
      const {ground, basis} = design;
      const shared = entry(fixed, ground, () => [...orthogonalise(sharedDummies(ground, ground.unit)).q]);
      return [...orthogonalise([...shared, ...basis]).q];
    });
  return (specification) => {
    const whole = designOf(specification);
    const ground = entry(settled, whole.ground, () => notAlone(whole.ground, specification));
    if (ground === null) return null;
    const design =
      ground === whole.ground
        ? whole
        : entry(
            entry(designs, ground, () => new Map<string, Design>()),
            JSON.stringify(specification.controls),
            () => designOn(ground, specification, columns)
          );
    const [x, y] = [specification.exposure, specification.outcome].map((name) =>
      residualOf(columns.numeric(name), design)
    ) as [Residual, Residual];
    const slope = design.dependent ? null : slopeOf(ground, exposureLeft(ground, x), y);
    if (slope === null || typeof slope === "string") return null;
    const bend = entry(bends, x, () => ifFeasible(() => bendOf(design, x, hatOf(design))));
    if (bend === null) return null;
    const variance = varianceOf(bend, ground, {x: x.values, y: y.values, slope: slope.estimate});
    const {low, high} = termOf({term: specification.exposure, estimate: slope.estimate, variance, ...bend}, level);
    const [sdX, sdY] = [specification.exposure, specification.outcome].map(
      (name) => residualOf(columns.numeric(name), whole).spread
    ) as [number, number];
    const scale = sdX / sdY;
    return {low: low && low * scale, high: high && high * scale, scale};
  };

  function notAlone(ground: Ground, specification: Specification): Ground | null {
    const {rows} = rowsNotAlone(ground.effects, ground.rows.length);
    if (rows === null) return ground;
    return rows.length === 0
      ? null
      : groundOf(columns, specification, {rows: rows.map((row) => ground.rows[row]!), unit});
  }
}

function ifFeasible<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof NotIdentified) return null;
    throw error;
  }
}

/** Null where there are too few rows or units, or units share too many columns. */
function bendOf({ground, basis: controls}: Design, x: Residual, hat: readonly Float64Array[]): Bend | null {
  const {rows, unit, effects, weights} = ground;
  if (unit.levels < 2 || rows.length - 1 - controls.length - effectsRank(effects) < 1) return null;
  const last = beside(hat, x.values).unit;
  if (last === null) return null;
  const basis = {q: [...hat, last], members: membersOf(unit)};
  const influence = [x.values.map((value) => value / x.squares)];
  const lookedInto = isLookedInto({n: rows.length, terms: 1 + controls.length, effects}, unit);
  const sole = lookedInto && soleCluster({influence}, basis)[0]!;
  return {...(weights ? bentByWeights(influence, ground, basis, weights) : bent(influence, basis)), sole};
}

function bent(influence: readonly Float64Array[], basis: HatBasis): Omit<Bend, "sole"> {
  const shares = new Float64Array(influence[0]!.length);
  const freedom = satterthwaite();
  eachBent(influence, {type: "CR2", basis}, (_g, _term, one) => {
    for (let i = 0; i < one.a.length; i++) shares[one.rows[i]!] = one.a[i]!;
    freedom.add(one);
  });
  return {shares, df: freedom.df()};
}

function bentByWeights(
  influence: readonly Float64Array[],
  {unit, effects}: Ground,
  basis: HatBasis,
  weights: Float64Array
): Omit<Bend, "sole"> {
  const shares = new Float64Array(weights.length);
  const parts: Part[] = [];
  eachWeighted(
    influence,
    {basis, nested: nestedIn(effects, unit).nested, weights},
    (_g, _term, {rows, roots, a, part}) => {
      for (let i = 0; i < a.length; i++) shares[rows[i]!] = a[i]! / roots[i]!;
      parts.push(part);
    }
  );
  return {shares, df: weightedSatterthwaite(parts)};
}

function varianceOf(
  {shares}: Bend,
  {unit: {levels, codes}}: Ground,
  {x, y, slope}: {readonly x: Float64Array; readonly y: Float64Array; readonly slope: number}
): number {
  const scores = new Float64Array(levels);
  for (let row = 0; row < shares.length; row++) scores[codes[row]!]! += shares[row]! * (y[row]! - slope * x[row]!);
  return dotProduct(scores);
}
