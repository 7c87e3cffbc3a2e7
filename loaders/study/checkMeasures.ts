/**
 * Measures that a study declares, and the places that name one: a name that is not there would lower a verdict or leave a
 * figure out, and say nothing.
 */
import {findingIds, registry} from "../../src/findings/registry.js";
import {nearestName} from "../../src/stats/errors/nearestName.js";
import {besideMeasures, calculated, contract} from "./contract.js";
import type {StudyDescription} from "./dataPackage.js";
import type {Violation} from "./violation.js";

const file = "datapackage.json";

export function* checkMeasures(study: StudyDescription): Iterable<Violation> {
  yield* checkDeclared(study);
  const {measures, purpose, assignment} = study;
  const columns = findingIds.flatMap((finding) => registry[finding].planned(measures).columns);
  const named = measures.map(({name}) => name);
  for (const [i, name] of (purpose?.measures ?? []).entries()) {
    const known = [...named, ...yearly];
    if (!known.includes(name)) yield unknown(`study.purpose.measures.${i}`, name, known);
  }
  if (assignment.exposure !== null && !columns.includes(assignment.exposure)) {
    const exposures = measures.filter(({role}) => role === "exposure").map(({name}) => name);
    yield unknown("study.assignment.exposure", assignment.exposure, exposures.length > 0 ? exposures : columns);
  }
}

/** columns of the organisation's and the units' years that any study may have */
const yearly = [...Object.keys(contract.organisation_years.columns), ...Object.keys(calculated)];

function* checkDeclared({measures}: StudyDescription): Iterable<Violation> {
  for (const [i, {name, table}] of measures.entries()) {
    const column = `study.measures.${i}.name`;
    if (Object.hasOwn(contract[table].columns, name)) {
      yield {file, column, rule: `${name} is a column of the contract already`};
    } else if (besideMeasures.includes(name)) {
      const remedy = `Call it otherwise here and where its values are, such as ${name}_given`;
      yield {file, column, rule: `${name} is what published tables call a row's key, or what is told of a row`, remedy};
    }
    const source = table === "survey_items" ? undefined : calculated[name as keyof typeof calculated];
    if (source !== undefined) {
      const remedy = "Leave it out here and in the SQL, or call the study's own measure otherwise";
      yield {file, column, rule: `${name} is calculated already, ${source}`, remedy};
    }
    if (measures.findIndex((other) => other.name === name && other.table === table) !== i) {
      yield {file, column, rule: `another measure is called ${name}`};
    }
  }
}

function unknown(column: string, name: string, known: readonly string[]): Violation {
  const near = nearestName(name, known);
  const remedy = near === undefined ? `There are ${[...new Set(known)].join(", ")}` : `Did you mean ${near}?`;
  return {file, column, rule: `there is no measure ${name}`, remedy};
}
