import {columnsIn, type Expression, parseFormula} from "../stats/formula/parseFormula.js";
import {randomTerms} from "../stats/formula/randomTerms.js";
import {InvalidArgument} from "../stats/errors/invalidArgument.js";
import type {Plan} from "./context.js";

/** A planned specification, read: what is compared, with what taken out. */
export interface PlanRead {
  /** the outcome's column */
  readonly outcome: string;
  /** what is done with it: "none", "log", "difference"; "cohorts" where att() compares starting years */
  readonly transform: "none" | "log" | "difference" | "cohorts";
  /** the exposure's column, and by how many years it precedes the outcome */
  readonly exposure: string;
  readonly lag: number;
  /** columns of the other terms */
  readonly controls: readonly string[];
  /** columns of the fixed effects after the bar */
  readonly absorbed: readonly string[];
  /** columns of the random terms */
  readonly groups: readonly string[];
  /** left and right side of the formula as written, effects and random terms apart */
  readonly left: string;
  readonly right: string;
  /** every column that the specification names */
  readonly columns: readonly string[];
}

const transforms: Readonly<Record<string, PlanRead["transform"]>> = {log: "log", d: "difference"};

/**
 * @throws {SyntaxError} if the specification is no formula
 * @throws {InvalidArgument} if the term is none of the formula's
 */
export function readPlan({specification, term}: Pick<Plan, "specification" | "term">): PlanRead {
  const cohorts = /^\s*att\(\s*([\p{L}_]\w*)\s*\)\s*$/u.exec(specification)?.[1];
  if (cohorts !== undefined) return cohortPlan(cohorts, term);
  const {fixed, random} = randomTerms(specification);
  const groups = [...new Set(random.flatMap(({group}) => group.split(":")))];
  const {left, terms, effects} = parseFormula(random.length > 0 ? fixed : specification);
  const {outcome, transform} = outcomeOf(left, specification);
  const asked = terms.find(({label, parts}) => label === term || (parts.length === 1 && named(parts[0], term)));
  const [exposure] = asked?.parts.flatMap(columnsIn) ?? [];
  if (!asked || exposure === undefined) {
    const known = terms.map(({label}) => label).join(", ");
    throw new InvalidArgument(`the term is none of the specification's, which are ${known}: ${term}`);
  }
  const absorbed = effects.flat();
  const controls = [...new Set(terms.flatMap((one) => (one === asked ? [] : one.parts.flatMap(columnsIn))))];
  return {
    outcome,
    transform,
    exposure,
    lag: lagOf(asked.parts[0]),
    controls,
    absorbed,
    groups,
    left: sideOf(specification, 0),
    right: sideOf(fixed, 1),
    columns: [...new Set([outcome, exposure, ...controls, ...absorbed, ...groups])]
  };
}

function cohortPlan(outcome: string, term: string): PlanRead {
  const none: readonly string[] = [];
  return {
    outcome,
    transform: "cohorts",
    exposure: term,
    lag: 0,
    controls: none,
    absorbed: none,
    groups: none,
    left: outcome,
    right: term,
    columns: [outcome]
  };
}

function outcomeOf(left: Expression, source: string): Pick<PlanRead, "outcome" | "transform"> {
  const [outcome, more] = columnsIn(left);
  if (outcome === undefined || more !== undefined)
    throw new InvalidArgument(`a plan's outcome is one measure, as it is, in log() or in d(): ${source}`);
  if (left.kind === "column") return {outcome, transform: "none"};
  const transform = left.kind === "call" ? transforms[left.name] : undefined;
  if (!transform) throw new InvalidArgument(`a plan's outcome is one measure, as it is, in log() or in d(): ${source}`);
  return {outcome, transform};
}

/** A term asked for by its column's name: participation for d(participation). */
function named(part: Expression | undefined, term: string): boolean {
  return (
    part !== undefined &&
    part.kind === "call" &&
    (part.name === "d" || part.name === "log") &&
    columnsIn(part)[0] === term
  );
}

function lagOf(part: Expression | undefined): number {
  if (part?.kind !== "call" || part.name !== "l") return 0;
  const [, by] = part.args;
  return by?.kind === "number" ? by.value : 1;
}

function sideOf(formula: string, side: 0 | 1): string {
  return (formula.split("~")[side] ?? "").split("|")[0]?.trim() ?? "";
}
