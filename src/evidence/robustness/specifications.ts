/**
 * The departments' association under every defensible choice, against departments changing places.
 *
 * Estimand   the difference of an outcome for a difference of an exposure, in standard deviations of both
 * Families   within: a unit against itself, its level or its last year taken out; across: units against one another
 * Source     Simonsohn, Simmons & Nelson (2020); stats/specification/specificationCurve.ts
 */
import type {JointInference} from "../../stats/specification/jointInference.js";
import {jointInference} from "../../stats/specification/jointInference.js";
import type {CurvePoint} from "../../stats/specification/specificationCurve.js";
import {specificationCurve} from "../../stats/specification/specificationCurve.js";
import type {SpecificationGrid} from "../../stats/specification/specificationGrid.js";
import {median} from "../../stats/description/median.js";
import {ifIdentified} from "../ifIdentified.js";
import type {Panel} from "./panel.js";
import {viewsOf} from "./views.js";

const draws = {within: 299, across: 99};

export interface SpecificationPoint {
  readonly [choice: string]: string | number | boolean;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly planned: boolean;
}

export interface ChoiceMedian {
  readonly choice: string;
  readonly option: string;
  readonly specifications: number;
  /** of the standardised estimates */
  readonly median: number;
  readonly positive: number;
}

export interface SpecificationFamily {
  readonly points: readonly SpecificationPoint[];
  /** of the estimates, those above nought */
  readonly positive: number;
  readonly median: number;
  /** null where no two units can change places */
  readonly joint: JointInference | null;
  readonly medians: readonly ChoiceMedian[];
}

export interface Specifications {
  readonly choices: readonly string[];
  readonly within: SpecificationFamily;
  readonly across: SpecificationFamily;
}

const choices = ["outcome", "exposure", "rows", "years", "control", "weights"] as const;

export function specifications(panel: Panel): Specifications {
  const views = viewsOf(panel);
  const grid = (samples: readonly string[], effects: SpecificationGrid["effects"]): SpecificationGrid => ({
    outcomes: views.outcomes,
    exposures: views.exposures,
    controls: views.sized ? [[], ["headcount"]] : [[]],
    effects,
    samples,
    weights: views.sized ? [null, "weight"] : [null]
  });
  const lines = new Set(panel.rows.map(({line}) => line)).size > 1 ? ["line and year"] : [];
  const family = (kind: SpecificationGrid, drawn: number): SpecificationFamily => {
    const curve = specificationCurve(views.table, kind, {unit: "unit", time: "moment", strata: "line"});
    const points = curve.points.map((point) => described(point, panel));
    return {
      points,
      positive: points.filter(({estimate}) => estimate > 0).length / points.length,
      median: curve.summary.median,
      joint: ifIdentified(() => jointInference(curve.summary, curve.draws(0, drawn))),
      medians: mediansOf(points)
    };
  };
  return {
    choices,
    within: family(
      grid(
        views.within,
        ["year", ...lines].map((time) => ["level", time])
      ),
      draws.within
    ),
    across: family(
      grid(
        views.across,
        ["year", ...lines].map((time) => [time])
      ),
      draws.across
    )
  };
}

function described(
  {specification, standardised, estimate, se}: CurvePoint,
  {outcome: planned, exposure: term}: Panel
): SpecificationPoint {
  const {outcome, exposure, controls, effects, sample, weights} = specification;
  const reach = estimate === 0 ? 0 : Math.abs((1.96 * se * standardised) / estimate);
  const within = effects.includes("level");
  const byLine = effects.includes("line and year");
  return {
    estimate: standardised,
    low: standardised - reach,
    high: standardised + reach,
    outcome: outcome.replaceAll("_", " "),
    exposure: exposure.replaceAll("_", " "),
    rows: sample ?? "all years",
    years: byLine ? "years by line" : "years for all",
    control: controls.length === 0 ? "none" : controls.join(", "),
    weights: weights === null ? "unweighted" : "weighted by headcount",
    planned:
      outcome === planned &&
      exposure === term &&
      sample === "all years" &&
      within &&
      !byLine &&
      controls.length === 0 &&
      weights === null
  };
}

function mediansOf(points: readonly SpecificationPoint[]): ChoiceMedian[] {
  return choices.flatMap((choice) =>
    [...new Set(points.map((point) => String(point[choice])))].toSorted().map((option) => {
      const taken = points.filter((point) => point[choice] === option).map(({estimate}) => estimate);
      return {
        choice,
        option,
        specifications: taken.length,
        median: median(taken),
        positive: taken.filter((estimate) => estimate > 0).length / taken.length
      };
    })
  );
}
