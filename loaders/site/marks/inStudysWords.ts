import {article} from "../../../src/words/en/article.js";
import {yearNoun} from "../../../src/words/yearNoun.js";
import type {MarkInput} from "./markInput.js";

/** What we say of departments, managers and fiscal years, in the study's own words for them. */
export const inStudysWords = (text: string, {unit, person}: MarkInput["release"]["study"]["words"]): string =>
  text
    .replaceAll(/\ban? department\b/g, article(unit.one))
    .replaceAll(/\ban? manager\b/g, article(person.one))
    .replaceAll("departments", unit.many)
    .replaceAll("department", unit.one)
    .replaceAll("managers", person.many)
    .replaceAll("manager", person.one)
    .replaceAll("fiscal year", yearNoun().one);
