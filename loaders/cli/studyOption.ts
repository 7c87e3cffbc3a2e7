import {Option} from "commander";

/** The study that a verb is about. */
export const studyOption = (): Option =>
  new Option("--study <folder>", "the study's folder").default("data/fujitsu-ssl");

/** Where its site is. */
export const outOption = (): Option => new Option("--out <folder>", "the site's folder").default("dist");
