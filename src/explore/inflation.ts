/**
 * How far the terms of a comparison share what they could explain.
 *
 * Model      a term's sum of squares once levels are taken out, over that once the other terms are taken out of it too:
 *            1 / (1 - R²) of the term on the others, the variance inflation factor
 * Source     Marquardt (1970); R's car::vif without fixed effects
 */
import type {Table} from "../stats/formula/table.js";
import {addedVariable} from "../stats/regression/addedVariable.js";
import type {Comparison} from "./comparison.js";
import {absorbedBy, comparisonData, formulaOf} from "./comparisonData.js";
import {tableOf} from "./estimateComparison.js";
import type {Grain} from "./grain.js";

export interface TermInflation {
  readonly name: string;
  readonly factor: number;
}

/** None without controls. */
export function inflation(comparison: Comparison, grain: Grain): TermInflation[] {
  const {controls, effects} = comparison;
  if (controls.length === 0) return [];
  const data = comparisonData(comparison, grain);
  const table = tableOf(comparison, grain, data, data.chosen);
  const absorbed = absorbedBy(effects, grain);
  const left = (formula: string, name: string): number => sumOfSquares(formula, {table, name, comparison});
  return [data.x, ...controls].map((name) => {
    const alone = `${data.y} ~ ${name}${absorbed.length > 0 ? ` | ${absorbed.join(" + ")}` : ""}`;
    return {name, factor: left(alone, name) / left(formulaOf(comparison, grain), name)};
  });
}

interface Left {
  readonly table: Table;
  readonly name: string;
  readonly comparison: Comparison;
}

function sumOfSquares(formula: string, {table, name, comparison: {weights}}: Left): number {
  const {x, rows} = addedVariable(formula, table, name, {weights: weights ?? undefined});
  const weight = weights === null ? null : (table[weights] as Float64Array);
  return x.reduce((sum, value, i) => sum + (weight ? weight[rows[i]!]! : 1) * value * value, 0);
}
