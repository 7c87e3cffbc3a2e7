import {Option} from "commander";
import {languages} from "../../src/words/language.js";
import {defaultStudy} from "../study/defaultStudy.js";

/** The study that a verb is about. */
export const studyOption = (): Option => new Option("--study <folder>", "the study's folder").default(defaultStudy);

/** The study of a site, where a verb is about the site. */
export const siteStudyOption = (): Option =>
  new Option("--study <folder>", "the study whose site it is, in place of --out");

/** The language of the report and of the findings' pages, in place of the study's own. */
export const languageOption = (): Option =>
  new Option("--language <language>", "of the report and findings, in place of the study's own").choices([
    ...languages
  ]);

/** Where its site is. */
export const outOption = (): Option =>
  new Option("--out <folder>", "the site's folder; by default the one last built of the study, else dist");
