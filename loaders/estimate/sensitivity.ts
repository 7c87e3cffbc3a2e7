import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {NotIdentified} from "../../src/stats/errors/notIdentified.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {modelFrame} from "../../src/stats/formula/modelFrame.js";
import type {Formula, FormulaTerm} from "../../src/stats/formula/parseFormula.js";
import {columnsIn, parseFormula} from "../../src/stats/formula/parseFormula.js";
import {confounding} from "../../src/stats/sensitivity/confounding.js";
import {eValue} from "../../src/stats/sensitivity/eValue.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

/** A factor with many levels may stand among the terms or after the bar. */
export function sensitivity(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  if (specification.kind === "evalue") {
    const ratio = read.number("rr");
    if (ratio === undefined) throw new InvalidArgument("missing rr; an E-value needs the risk ratio");
    const {point, interval} = eValue(ratio, {low: read.number("low"), high: read.number("high")});
    return {method: "sensitivity", n: 0, dropped: [], clusters: {}, terms: [], fit: {point, interval}, warnings: []};
  }
  const treatment = read.text("treatment");
  const benchmark = read.has("benchmark") ? read.text("benchmark") : undefined;
  const formula = parseFormula(read.text("formula"));
  if (!formula.intercept && formula.effects.length === 0)
    throw new NotIdentified(
      `invalid formula; sensitivity takes a constant: ${read.text("formula")}; leave out 0 or -1`,
      "no variation"
    );
  const levels = read.levels();
  const {n, y, names, x, effects, dropped} = modelFrame(absorbing(formula, table, benchmark), table, {levels});
  const at = names.indexOf(treatment);
  if (at < 0)
    throw new InvalidArgument(`invalid treatment; not in the formula: ${treatment}; there are ${names.join(", ")}`);
  const covariates = names.flatMap((name, j): [string, Float64Array][] =>
    j === at || name === "(Intercept)" ? [] : [[name, x[j]!]]
  );
  const result = confounding(y, x[at]!, Object.fromEntries(covariates), {
    absorb: effects[0] ? Array.from(effects[0].codes) : undefined,
    benchmark,
    multiples: read.numbers("multiples"),
    level: read.number("level")
  });
  return {...result, n, dropped, terms: result.terms.map((term) => ({...term, term: treatment}))};
}

/** The formula with its greatest factor alone after the bar, other fixed effects being factors among the terms. */
function absorbing(formula: Formula, table: Table, benchmark: string | undefined): Formula {
  const crossed = formula.effects.find((names) => names.length > 1);
  if (crossed)
    throw new InvalidArgument(`invalid formula; sensitivity takes no crossed fixed effects: ${crossed.join("^")}`);
  const effects = formula.effects.map(([name = ""]): FormulaTerm => ({
    label: `factor(${name})`,
    parts: [{kind: "call", name: "factor", args: [{kind: "column", name}]}]
  }));
  const terms = [...formula.terms, ...effects];
  const factors = terms.filter((term) => {
    const name = factorOf(term, table);
    const alone = terms.filter(({parts}) => parts.flatMap(columnsIn).includes(name ?? "")).length === 1;
    return name !== null && alone && !benchmark?.startsWith(term.label);
  });
  const size = (term: FormulaTerm): number => new Set(table[factorOf(term, table) ?? ""]).size;
  const greatest = factors.toSorted((a, b) => size(b) - size(a))[0];
  return {
    ...formula,
    terms: terms.filter((term) => term !== greatest),
    intercept: greatest === undefined,
    effects: greatest ? [[factorOf(greatest, table)!]] : []
  };
}

/** The column of a term that is a factor and nothing else. */
function factorOf({parts: [part, more]}: FormulaTerm, table: Table): string | null {
  if (!part || more) return null;
  const [name] = columnsIn(part);
  if (name === undefined) return null;
  if (part.kind === "call") return part.name === "factor" ? name : null;
  const texts = table[name]?.filter((cell) => typeof cell === "string" && cell !== "") ?? [];
  return part.kind === "column" && texts.length > 0 && texts.every((text) => Number.isNaN(Number(text))) ? name : null;
}
