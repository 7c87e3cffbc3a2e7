/**
 * Least squares of many specifications over one table: what they share is worked out once.
 *
 * Model      y = b x + controls + fixed effects + e, weighted or not; b = x~'y~ / x~'x~ with x~, y~ less their projection
 *            on controls and fixed effects (Frisch and Waugh)
 * Errors     CR1 by unit; df units less 1. CR2 is specificationIntervals.ts's
 * Source     as regression/ols.ts, against which it is checked
 */
import type {Table} from "../formula/table.js";
import {type ExposureLeft, exposureLeft, slopeOf, type Slope} from "./slopeOf.js";
import {type Design, type Ground, specificationGrounds} from "./specificationGrounds.js";
import {specificationColumns, type SpecificationColumns} from "./specificationColumns.js";
import type {Specification} from "./specificationGrid.js";
import {entry} from "./entry.js";
import {besideControls, leftOnGround, type Residual, residualsOn} from "./residualsOn.js";

export interface SpecificationEstimate extends Slope {
  readonly n: number;
  readonly units: number;
}

export interface SpecificationDesigns {
  readonly columns: SpecificationColumns;
  readonly designOf: (specification: Specification) => Design;
  readonly residualOf: (column: Float64Array, design: Design) => Residual;
  /** @returns the reason where the specification is not identified */
  readonly estimate: (specification: Specification) => SpecificationEstimate | string;
}

export function specificationDesigns(table: Table, unit: string): SpecificationDesigns {
  const columns = specificationColumns(table);
  const designOf = specificationGrounds(columns, unit);
  const residualOf = residualsOn();
  const exposures = new Map<Residual, ExposureLeft>();
  return {
    columns,
    designOf,
    residualOf,
    estimate(specification) {
      const {outcome, exposure, controls} = specification;
      if (exposure === outcome) return "the exposure is the outcome";
      if (controls.includes(exposure)) return "the exposure is among the controls";
      if (controls.includes(outcome)) return "the outcome is among the controls";
      const design = designOf(specification);
      const {rows, unit: units} = design.ground;
      if (rows.length === 0) return specification.sample === null ? "no complete row" : "the sample has no row";
      if (design.dependent) return "controls depend on one another or on the fixed effects";
      if (units.levels < 3) return `${units.levels} units`;
      const x = residualOf(columns.numeric(exposure), design);
      const left = exposures.get(x) ?? exposureLeft(design.ground, x);
      exposures.set(x, left);
      const slope = slopeOf(design.ground, left, residualOf(columns.numeric(outcome), design));
      return typeof slope === "string" ? slope : {...slope, n: rows.length, units: units.levels};
    }
  };
}

/** Specifications of one exposure on one ground, by design, and where what is left of the exposure is written to. */
interface Group {
  readonly ground: Ground;
  readonly exposure: string;
  readonly designs: readonly {
    readonly basis: Design["basis"];
    readonly outcomes: readonly {readonly y: Residual; readonly place: number}[];
  }[];
  readonly space: Readonly<Record<"raw" | "bare" | "left" | "byUnit" | "scores", Float64Array>>;
}

const unidentified: Slope = {estimate: 0, se: Infinity, p: 1, standardised: 0};

/**
 * Slopes of the same specifications, in their order, of other values of the exposures in the same rows; those that are not
 * identified count as nought. All that no exposure changes is made once, and nothing as long as the rows is made for a draw.
 */
export function slopesOfOthers(
  {columns, designOf, residualOf}: SpecificationDesigns,
  specifications: readonly Specification[]
): (exposures: ReadonlyMap<string, Float64Array>) => Slope[] {
  const groups = groupsOf(specifications, designOf, (outcome, design) => residualOf(columns.numeric(outcome), design));
  return (exposures) => {
    const slopes: Slope[] = specifications.map(() => unidentified);
    for (const {ground, exposure, designs, space} of groups) {
      const bare = leftOnGround(exposures.get(exposure)!, ground, space.raw, space.bare);
      for (const {basis, outcomes} of designs) {
        const left = exposureLeft(ground, besideControls(bare, basis, space.left), space.byUnit);
        for (const {y, place} of outcomes) {
          const slope = slopeOf(ground, left, y, space.scores);
          if (typeof slope !== "string") slopes[place] = slope;
        }
      }
    }
    return slopes;
  };
}

function groupsOf(
  specifications: readonly Specification[],
  designOf: SpecificationDesigns["designOf"],
  outcomeLeft: (outcome: string, design: Design) => Residual
): Group[] {
  type Placed = {readonly y: Residual; readonly place: number};
  const byGround = new Map<Ground, Map<string, Map<Design, Placed[]>>>();
  specifications.forEach(({outcome, exposure}, place) => {
    const design = designOf(specifications[place]!);
    const byExposure = entry(byGround, design.ground, () => new Map<string, Map<Design, Placed[]>>());
    const byDesign = entry(byExposure, exposure, () => new Map<Design, Placed[]>());
    entry(byDesign, design, () => []).push({y: outcomeLeft(outcome, design), place});
  });
  return Array.from(byGround).flatMap(([ground, byExposure]) => {
    const [n, units] = [ground.rows.length, ground.unit.levels];
    const [raw, bare, left] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
    const space = {raw, bare, left, byUnit: new Float64Array(units), scores: new Float64Array(units)};
    return Array.from(byExposure, ([exposure, byDesign]) => ({
      ground,
      exposure,
      designs: Array.from(byDesign, ([{basis}, outcomes]) => ({basis, outcomes})),
      space
    }));
  });
}
