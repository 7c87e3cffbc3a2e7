/**
 * The interval of one analysis of the curve, of the kind that every clustered interval of the site is.
 *
 * Errors     by unit, CR2 with Satterthwaite df: of few units those of the curve's draws are too narrow
 */
import type {Specification} from "../../stats/specification/specificationGrid.js";
import {ols} from "../../stats/regression/ols.js";
import {ifIdentified} from "../ifIdentified.js";
import type {Views} from "./views.js";

export interface PointInterval {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** In the columns' own units; null where there is none. */
export function pointInterval(
  table: Views["table"],
  {outcome, exposure, controls, effects, sample, weights}: Specification
): PointInterval | null {
  const rows = (table.unit ?? []).flatMap((_, row) => (sample === null || table[sample]?.[row] === 1 ? [row] : []));
  const taken = (name: string): (string | number | null)[] => rows.map((row) => table[name]?.[row] ?? null);
  const absorbed = effects.map(taken).filter((values) => new Set(values).size > 1);
  const named = (
    prefix: string,
    columns: readonly (string | number | null)[][]
  ): [string, (string | number | null)[]][] => columns.map((values, i) => [`${prefix}${i}`, values]);
  const beside = named("control_", controls.map(taken));
  const held = named("effect_", absorbed);
  const columns = {
    y: taken(outcome),
    x: taken(exposure),
    unit: taken("unit"),
    ...Object.fromEntries([...beside, ...held]),
    ...(weights === null ? {} : {weights: taken(weights)})
  };
  const right = ["x", ...beside.map(([name]) => name)].join(" + ");
  const formula = `y ~ ${right}${held.length > 0 ? ` | ${held.map(([name]) => name).join(" + ")}` : ""}`;
  return ifIdentified(() => {
    const fitted = ols(formula, columns, {
      cluster: "unit",
      about: "x",
      ...(weights === null ? {} : {weights: "weights"})
    });
    const found = fitted.terms.find(({term}) => term === "x");
    return found ? {estimate: found.estimate, low: found.low, high: found.high} : null;
  });
}
