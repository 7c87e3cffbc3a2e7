import {columnsIn, parseFormula, type Expression} from "../../src/stats/formula/parseFormula.js";
import {randomTerms} from "../../src/stats/formula/randomTerms.js";

export interface FormulaRoles {
  readonly labels: readonly string[];
  readonly measured: readonly string[];
}

/** Which columns a formula takes as labels (fixed effects, groups of random terms, factor()), and which as terms. */
export function formulaRoles(formula: string): FormulaRoles {
  const {fixed, random} = randomTerms(formula);
  const {left, terms, effects} = parseFormula(fixed);
  const parts = [left, ...terms.flatMap((term) => term.parts)];
  const slopes = random.flatMap((term) => parseFormula(`y ~ ${term.left}`).terms.flatMap((each) => each.parts));
  const all = [...parts, ...slopes];
  return {
    labels: [...effects.flat(), ...random.flatMap(({group}) => group.split(":")), ...all.flatMap(factorsIn)].map(
      (name) => name.trim()
    ),
    measured: all.filter((part) => factorsIn(part).length === 0).flatMap(columnsIn)
  };
}

function factorsIn(part: Expression): string[] {
  return part.kind === "call" && part.name === "factor" ? columnsIn(part) : [];
}
