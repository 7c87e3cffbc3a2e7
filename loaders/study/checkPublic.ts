import {readFile} from "node:fs/promises";
import type {TableName} from "./contract.js";
import type {Resource, StudyDescription} from "./dataPackage.js";
import {isOfPersons} from "./isOfPersons.js";
import type {Violation} from "./violation.js";

const file = "datapackage.json";

/**
 * `public_microdata` lifts the rules that protect persons, so that a study's word alone is not enough: every file of
 * persons says under which licence its rows are public and where, and nobody keeps what is public for a purpose and a time.
 */
export async function checkPublic(
  {public_microdata, personalData}: Pick<StudyDescription, "public_microdata" | "personalData">,
  resources: readonly Resource[],
  mappings: ReadonlyMap<TableName, string>
): Promise<Violation[]> {
  if (!public_microdata) return [];
  const column = "study.public_microdata";
  const remedy = "Leave public_microdata out, or say where the file is public: its licenses and sources";
  const contradicted = {
    file,
    column,
    rule: "says that the rows are public already, and study.personalData that they are personal data kept for a purpose",
    remedy: "Leave one of them out"
  };
  const texts = await Promise.all(
    Array.from(mappings, async ([table, path]) => (isOfPersons(table) ? readFile(path, "utf8") : ""))
  );
  const reads = (name: string): boolean => texts.some((text) => new RegExp(`\\b${name}\\b`).test(text));
  const unsaid = resources.filter(
    ({name, licenses, sources}) => (isOfPersons(name) || reads(name)) && !(licenses && sources)
  );
  return [
    ...(personalData ? [contradicted] : []),
    ...unsaid.map(({path}) => ({
      file,
      column,
      rule: `says that the rows are public already, and ${path}, of persons, does not say where or under which licence`,
      remedy
    }))
  ];
}
