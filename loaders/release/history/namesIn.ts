import {findingName} from "../../../src/findings/findingName.js";
import {columnCalled, tableTitle} from "../../../src/words/en/restated.js";
import type {ChangedNames} from "../../../src/words/en/changes.js";
import {named} from "../../../src/words/language.js";
import type {StudyDescription} from "../../study/dataPackage.js";

/** What findings and tables are called in a study's own words. */
export const namesIn = (
  {unit, person}: StudyDescription["words"],
  measures: readonly {readonly name: string; readonly label: string}[] = []
): ChangedNames => ({
  finding: (id) => findingName(id, {unit, person}),
  table: (name) => tableTitle(name, {unit, person}),
  column: (name) => {
    const label = columnCalled(name, {unit, person}) ?? measures.find((one) => one.name === name)?.label;
    return label === undefined ? name.replaceAll("_", " ") : named(label);
  }
});
