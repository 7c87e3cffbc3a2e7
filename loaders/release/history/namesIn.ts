import {findingName} from "../../../src/findings/findingName.js";
import {tableTitle} from "../../../src/words/en/restated.js";
import type {ChangedNames} from "../../../src/words/en/changes.js";
import type {StudyDescription} from "../../study/dataPackage.js";

/** What findings and tables are called in a study's own words. */
export const namesIn = ({unit, person}: StudyDescription["words"]): ChangedNames => ({
  finding: (id) => findingName(id, {unit, person}),
  table: (name) => tableTitle(name, {unit, person})
});
