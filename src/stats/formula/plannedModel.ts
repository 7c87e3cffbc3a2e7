/**
 * What an analysis plan's formula says, part by part, so that nobody has to look into its text again.
 *
 * Reads      `log(y) ~ l(x, 1) + z | unit + year`, random terms `(1 | g)`, and `att(y)` for effects by cohort
 * Not here   whether there are such columns: that depends on the table
 */
import {InvalidArgument} from "../errors/invalidArgument.js";
import {columnsIn, parseFormula, sourceOf} from "./parseFormula.js";
import type {Expression, FormulaTerm} from "./parseFormula.js";
import {randomTerms} from "./randomTerms.js";

export interface PlannedModel {
  /** as it was written */
  readonly specification: string;
  /** the term whose estimate answers the finding, as it was named */
  readonly term: string;
  readonly estimator: "model" | "cohorts";
  readonly outcome: {
    readonly name: string;
    /** "log(scrap)" */
    readonly text: string;
    readonly taken: "as it is" | "in log" | "as change";
  };
  /** the column behind the term, and by how many periods it comes before the outcome */
  readonly exposure: {readonly name: string; readonly lag: number};
  /** what stands between the tilde and the bar, random terms left out */
  readonly right: string;
  /** terms' labels, the planned one among them */
  readonly terms: readonly string[];
  readonly controls: readonly string[];
  /** they as a formula has them */
  readonly adjusted: readonly string[];
  /** columns after the bar: fixed effects */
  readonly absorbed: readonly string[];
  /** columns that are crossed into the groups of random terms */
  readonly grouped: readonly string[];
  /** every column that is named, each once, outcome first */
  readonly columns: readonly string[];
}

/**
 * @throws {InvalidFormula} naming the place, if the formula can't be read
 * @throws {InvalidArgument} if the term is none of the formula's
 */
export function plannedModel(specification: string, term: string): PlannedModel {
  const cohorts = /^att\((\w+)\)$/.exec(specification.trim())?.[1];
  if (cohorts !== undefined) return cohortModel(specification, term, cohorts);
  const {fixed, random} = randomTerms(specification);
  const {left, terms, effects} = parseFormula(fixed);
  const planned = termNamed(terms, term);
  const labels = terms.map(({label}) => label);
  const absorbed = [...new Set(effects.flat())];
  const grouped = [...new Set(random.flatMap(({group}) => group.split(":")))];
  const explaining = terms.flatMap(({parts}) => parts.flatMap(columnsIn));
  return {
    specification,
    term,
    estimator: "model",
    outcome: outcomeOf(left),
    exposure: exposureOf(planned),
    right: (fixed.split("~")[1] ?? "").split("|")[0]?.trim() ?? "",
    terms: labels,
    controls: labels.filter((label) => label !== planned.label),
    adjusted: terms.flatMap(({label, parts}) => (label === planned.label ? [] : [parts.map(sourceOf).join(":")])),
    absorbed,
    grouped,
    columns: [...new Set([...columnsIn(left), ...explaining, ...absorbed, ...grouped])]
  };
}

function cohortModel(specification: string, term: string, name: string): PlannedModel {
  return {
    specification,
    term,
    estimator: "cohorts",
    outcome: {name, text: name, taken: "as it is"},
    exposure: {name: "taken_part", lag: 0},
    right: "",
    terms: [term],
    controls: [],
    adjusted: [],
    absorbed: [],
    grouped: [],
    columns: [name]
  };
}

/** By its label, else by the one column that it is made of. */
function termNamed(terms: readonly FormulaTerm[], name: string): FormulaTerm {
  const found =
    terms.find(({label}) => label === name) ??
    terms.find(({parts: [part, ...more]}) => part && more.length === 0 && columnsIn(part).join() === name);
  if (found) return found;
  throw new InvalidArgument(`missing term: ${name}; the formula has ${terms.map(({label}) => label).join(", ")}`);
}

function outcomeOf(left: Expression): PlannedModel["outcome"] {
  const call = left.kind === "call" ? left.name : "";
  const taken = call === "log" ? "in log" : call === "d" ? "as change" : "as it is";
  return {name: columnsIn(left)[0] ?? "", text: sourceOf(left), taken};
}

function exposureOf({parts: [part]}: FormulaTerm): PlannedModel["exposure"] {
  const name = (part && columnsIn(part)[0]) ?? "";
  if (part?.kind !== "call" || part.name !== "l") return {name, lag: 0};
  const [, periods] = part.args;
  return {name, lag: periods?.kind === "number" ? periods.value : 1};
}
