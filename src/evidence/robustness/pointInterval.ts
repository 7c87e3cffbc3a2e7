/**
 * The interval of one analysis of the curve, of the kind that every clustered interval of the site is.
 *
 * Model      outcome and exposure in their standard deviations among the analysis's rows, so that its slope is the curve's point
 * Errors     by unit, CR2 with Satterthwaite df: of few units those of the curve's draws are too narrow
 */
import {standardDeviation} from "../../stats/description/standardDeviation.js";
import type {Specification} from "../../stats/specification/specificationGrid.js";
import {ols} from "../../stats/regression/ols.js";
import {ifIdentified} from "../ifIdentified.js";
import {ours, type Views} from "./views.js";

export interface PointInterval {
  /** in standard deviations of both */
  readonly low: number | null;
  readonly high: number | null;
  /** brings a difference in the columns' own units to that */
  readonly scale: number;
}

/** Null where there is none. */
export function pointInterval(
  table: Views["table"],
  {outcome, exposure, controls, effects, sample, weights}: Specification
): PointInterval | null {
  const needed = [outcome, exposure, ...controls, ...(weights === null ? [] : [weights])];
  const rows = (table[ours.unit] ?? []).flatMap((_, row) =>
    (sample === null || table[sample]?.[row] === 1) &&
    needed.every((name) => typeof table[name]?.[row] === "number") &&
    (weights === null || table[weights]?.[row] !== 0)
      ? [row]
      : []
  );
  const labels = (name: string): (string | number | null)[] => rows.map((row) => table[name]?.[row] ?? null);
  const numbers = (name: string): number[] => labels(name).map(Number);
  const [y, x] = [numbers(outcome), numbers(exposure)];
  const [sdY, sdX] = [standardDeviation(y), standardDeviation(x)];
  if (!(sdY > 0 && sdX > 0)) return null;
  const held = effects.map(labels).filter((values) => new Set(values).size > 1);
  const columns = {
    y: y.map((value) => value / sdY),
    x: x.map((value) => value / sdX),
    unit: labels(ours.unit),
    ...Object.fromEntries(controls.map((name, i) => [`control_${i}`, numbers(name)])),
    ...Object.fromEntries(held.map((values, i) => [`effect_${i}`, values])),
    ...(weights === null ? {} : {weights: numbers(weights)})
  };
  const right = ["x", ...controls.map((_, i) => `control_${i}`)].join(" + ");
  const formula = `y ~ ${right}${held.length > 0 ? ` | ${held.map((_, i) => `effect_${i}`).join(" + ")}` : ""}`;
  return ifIdentified(() => {
    const fitted = ols(formula, columns, {
      cluster: "unit",
      about: "x",
      ...(weights === null ? {} : {weights: "weights"})
    });
    const found = fitted.terms.find(({term}) => term === "x");
    return found ? {low: found.low, high: found.high, scale: sdX / sdY} : null;
  });
}
