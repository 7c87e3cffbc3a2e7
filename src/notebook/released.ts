/** What the site published, as cells have it at hand. */
import {published} from "./published.js";
import type {NotebookStudy} from "./tables.js";
import {tablesOf} from "./tables.js";

/**
 * The study's description: title, words, measures, programmeYears, plan.
 * @example study.plan.find(({finding}) => finding === "departments").specification
 */
export const study: NotebookStudy = published.study;

/**
 * The released tables by name, as Arquero tables.
 * @example tables.department_years.filter((d) => d.fiscal_year >= 2015)
 */
export const tables = tablesOf(published);

export {describe} from "./tables.js";
