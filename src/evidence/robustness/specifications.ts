/**
 * The departments' association under every defensible choice, against departments changing places.
 *
 * Estimand   the difference of an outcome for a difference of an exposure, in standard deviations of both
 * Families   within: a unit against itself, its level or its last year taken out; across: units against one another
 * Errors     the main comparison's interval is the finding's own; of all others CR2 by unit with Satterthwaite df. What the
 *            plan adjusts for is adjusted for in each
 * Source     Simonsohn, Simmons & Nelson (2020); stats/specification/specificationCurve.ts
 */
import type {JointInference} from "../../stats/specification/jointInference.js";
import {jointInference} from "../../stats/specification/jointInference.js";
import type {CurvePoint, SpecificationCurve} from "../../stats/specification/specificationCurve.js";
import {specificationCurve} from "../../stats/specification/specificationCurve.js";
import type {SpecificationGrid} from "../../stats/specification/specificationGrid.js";
import {median} from "../../stats/description/median.js";
import {ifIdentified} from "../ifIdentified.js";
import type {Evidence} from "../finding.js";
import type {Panel} from "./panel.js";
import {ours, viewsOf} from "./views.js";

const draws = {within: 299, across: 99};

export interface SpecificationPoint {
  readonly [choice: string]: string | number | boolean | null;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
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

/** The finding's own estimate, whose interval the main comparison has here too. */
export interface OwnEstimate extends Pick<Evidence, "low" | "high"> {
  /** what brought it from the columns' units to its own */
  readonly scale: number;
}

export function specifications(
  panel: Panel,
  {primary = null}: {readonly primary?: OwnEstimate | null} = {}
): Specifications {
  const views = viewsOf(panel);
  const planned = panel.controls;
  const causes = panel.causes.map(({name}) => name);
  const grid = (samples: readonly string[], effects: SpecificationGrid["effects"]): SpecificationGrid => ({
    outcomes: views.outcomes,
    exposures: views.exposures,
    controls: [
      planned,
      ...(views.sized && !planned.includes("headcount") ? [[...planned, "headcount"]] : []),
      ...(causes.length > 0 ? [[...planned, ...causes]] : [])
    ],
    effects,
    samples,
    weights: views.sized ? [null, ours.weight] : [null]
  });
  const lines = new Set(panel.rows.map(({line}) => line)).size > 1 ? [ours.lineAndYear] : [];
  /** Only those within units are drawn one by one, so that they alone have intervals. */
  const family = (kind: SpecificationGrid, drawn: number, {shown}: {readonly shown: boolean}): SpecificationFamily => {
    const curve = specificationCurve(views.table, kind, {unit: ours.unit, time: ours.moment, strata: ours.line});
    const points = curve.points.map((point) =>
      described(point, {panel, interval: shown ? curve.interval : null, primary})
    );
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
        [ours.year, ...lines].map((time) => [ours.level, time])
      ),
      draws.within,
      {shown: true}
    ),
    across: family(
      grid(
        views.across,
        [ours.year, ...lines].map((time) => [time])
      ),
      draws.across,
      {shown: false}
    )
  };
}

interface Describing {
  readonly panel: Panel;
  /** null where no interval is asked for */
  readonly interval: SpecificationCurve["interval"] | null;
  readonly primary: OwnEstimate | null;
}

function described(
  {specification, standardised}: CurvePoint,
  {panel, interval, primary}: Describing
): SpecificationPoint {
  const {outcome, exposure, controls: all, effects, sample, weights} = specification;
  const {causes, main} = panel;
  const controls = all.filter((name) => !panel.controls.includes(name));
  const byLine = effects.includes(ours.lineAndYear);
  const isPlanned =
    outcome === panel.outcome &&
    exposure === panel.exposure &&
    sample === main?.rows &&
    effects.includes(ours.level) === main.within &&
    !byLine &&
    controls.length === 0 &&
    weights === null;
  const own = interval && interval(specification);
  const standard = (end: number | null, {scale}: OwnEstimate): number | null =>
    own && end !== null ? (end / scale) * own.scale : null;
  const {low = null, high = null} =
    isPlanned && primary ? {low: standard(primary.low, primary), high: standard(primary.high, primary)} : (own ?? {});
  return {
    estimate: standardised,
    low,
    high,
    outcome: outcome.replaceAll("_", " "),
    exposure: exposure.replaceAll("_", " "),
    rows: sample ?? "all years",
    years: byLine ? "years by line" : "years for all",
    control: controls.length === 0 ? "none" : controls.map((name) => labelOf(name, causes)).join(", "),
    weights: weights === null ? "unweighted" : "weighted by headcount",
    planned: isPlanned
  };
}

const labelOf = (name: string, causes: Panel["causes"]): string =>
  causes.find((one) => one.name === name)?.label ?? name;

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
