import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {nearestName} from "../../src/stats/errors/nearestName.js";
import type {StudyRelease} from "./releaseStudy.js";

/**
 * The study's own names in the language of its pages that name nothing: neither a text of its description, nor one of what is
 * published, nor one of its files. A line each, with the nearest text.
 */
export async function unmatchedNames({study, tables}: Pick<StudyRelease, "study" | "tables">): Promise<string[]> {
  const {names, language, ...description} = study;
  const own = Object.keys(names[language] ?? {});
  if (own.length === 0) return [];
  const known = new Set(textsIn([description, [...tables.values()].map(({value}) => value.rows)]));
  const told = new Set([...known].map((text) => text.toLowerCase()));
  const missing = own.filter((name) => !told.has(name.toLowerCase()));
  if (missing.length === 0) return [];
  const files = await Promise.all(
    study.resources.flatMap(({path}) => path).map((path) => readFile(join(study.folder, path), "utf8").catch(() => ""))
  );
  return missing
    .filter((name) => !files.some((text) => text.includes(name)))
    .map((name) => {
      const nearest = nearestName(name, known);
      const meant = nearest === undefined ? "Correct it or take it out." : `Did you mean “${nearest}”?`;
      return `datapackage.json, study.names.${language}: “${name}” is no text of the study or of its data. ${meant}`;
    });
}

/** Every text of a value, and the parts of a list: "A, B and C". */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value, ...value.split(/, | and /)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
