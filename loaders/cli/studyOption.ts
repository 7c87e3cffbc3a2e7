import {Option} from "commander";
import {languages} from "../../src/words/language.js";

/** The study that a verb is about. */
export const studyOption = (): Option =>
  new Option("--study <folder>", "the study's folder").default("data/fujitsu-ssl");

/** The language of the report and of the findings' pages, in place of the study's own. */
export const languageOption = (): Option =>
  new Option("--language <language>", "of the report and findings, in place of the study's own").choices([
    ...languages
  ]);

/** Where its site is. */
export const outOption = (): Option => new Option("--out <folder>", "the site's folder").default("dist");
