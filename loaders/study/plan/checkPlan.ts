/**
 * What a plan names, held against what there is to name: a formula that can't be read, a term or a column that isn't there is
 * refused when the study is read, not found out by a page that has nothing to say.
 */
import {registry} from "../../../src/findings/registry.js";
import {InvalidArgument} from "../../../src/stats/errors/invalidArgument.js";
import {InvalidFormula} from "../../../src/stats/errors/invalidFormula.js";
import {plannedModel} from "../../../src/stats/formula/plannedModel.js";
import type {PlannedModel} from "../../../src/stats/formula/plannedModel.js";
import type {PlannedSpecification, StudyDescription} from "../dataPackage.js";
import {nearestName} from "../../../src/stats/errors/nearestName.js";
import type {Violation} from "../violation.js";

const file = "datapackage.json";

export function* checkPlan(study: StudyDescription): Iterable<Violation> {
  for (const [i, planned] of study.plan.entries()) {
    const {finding} = planned;
    const column = `study.plan.${i}`;
    if (study.plan.findIndex((other) => other.finding === finding) !== i) {
      yield {file, column, rule: `one primary specification for each finding: ${finding}`};
    }
    const model = modelOf(planned, column);
    if ("rule" in model) yield model;
    else {
      yield* checkColumns(model, {column: `${column}.specification`, study, finding});
      yield* checkExposed(model, study);
      yield* checkWorthwhile(planned, model, column);
      yield* checkPublished(planned, column);
    }
  }
}

function modelOf(
  {specification, term}: Pick<PlannedSpecification, "specification" | "term">,
  column: string
): PlannedModel | Violation {
  try {
    return plannedModel(specification, term);
  } catch (error) {
    if (error instanceof InvalidFormula)
      return {file, column: `${column}.specification`, rule: "not a formula", remedy: sentence(error.message)};
    if (error instanceof InvalidArgument) return noTerm({specification, term}, column);
    throw error;
  }
}

/** What others printed is held beside a term of ours, or it is held beside nothing. */
function* checkPublished({specification, published}: PlannedSpecification, column: string): Iterable<Violation> {
  for (const [i, {term}] of (published?.terms ?? []).entries()) {
    const model = modelOf({specification, term}, `${column}.published.terms.${i}`);
    if ("rule" in model) yield model;
  }
}

function noTerm(
  {specification, term}: Pick<PlannedSpecification, "specification" | "term">,
  column: string
): Violation {
  const names = (specification.split("~")[1] ?? "").split("|")[0]?.match(/[\p{L}_][\p{L}\p{N}_.]*/gu) ?? [];
  return {
    file,
    column: `${column}.term`,
    rule: `${term} is no term of the specification`,
    remedy: remedyFor(term, names)
  };
}

function* checkColumns(
  {columns: used, outcome}: PlannedModel,
  {column, study, finding}: {column: string; study: StudyDescription; finding: PlannedSpecification["finding"]}
): Iterable<Violation> {
  const {columns, outcomes} = registry[finding].planned(study.measures);
  for (const name of used.filter((one) => !columns.includes(one))) {
    yield {file, column, rule: `there is no column ${name} for ${finding}`, remedy: remedyFor(name, columns)};
  }
  if (outcomes && columns.includes(outcome.name) && !outcomes.includes(outcome.name)) {
    const rule = `the outcome for ${finding} is not ${outcome.name}`;
    yield {file, column, rule, remedy: `Name ${outcomes.join(" or ")} on the left`};
  }
}

/** unit that an exposure's values need where sentences speak of it as so many points, or as there or not */
const exposedIn: Readonly<Record<string, string>> = {share: "share", "yes or no": "0 or 1", law: "0 or 1"};

/** What is spoken of as a share, or as there or not, is read as that: "10 points more" of a percentage would be 1,000. */
function* checkExposed({exposure}: PlannedModel, study: StudyDescription): Iterable<Violation> {
  const at = study.measures.findIndex(({name, role}) => name === exposure.name && role === "exposure");
  const {kind = ""} = study.exposure ?? {};
  const needed = exposedIn[kind];
  if (needed === undefined || at < 0 || study.measures[at]?.unit === needed) return;
  yield {
    file,
    column: `study.measures.${at}.unit`,
    rule: `an exposure of the kind ${kind} has the unit "${needed}"`,
    remedy:
      needed === "share"
        ? 'Bring values from 0 to 1 and write "share", or choose the kind amount'
        : 'Bring 0 and 1 and write "0 or 1", or choose the kind amount'
  };
}

/** A correlation, or a share, that would matter lies below one: more is another unit than the finding's. */
function* checkWorthwhile(
  {finding, worthwhile}: PlannedSpecification,
  {outcome}: PlannedModel,
  column: string
): Iterable<Violation> {
  if (worthwhile < 1) return;
  const place = {file, column: `${column}.worthwhile`};
  if (finding === "organisation") {
    yield {...place, rule: "no correlation is as large", remedy: "Give a correlation of yearly changes, such as 0.5"};
  } else if (outcome.name === "margin" || finding === "purpose") {
    const rule = `${outcome.name} is a share, and no difference of it is as large`;
    yield {...place, rule, remedy: "Give a share: one percentage point is 0.01"};
  }
}

function remedyFor(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === undefined ? `There are ${known.join(", ")}` : `Did you mean ${near}?`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
