/** What the site published, read once from beside this module. */
import type {NotebookStudy, Published} from "./tables.js";
import {tablesOf} from "./tables.js";

const answer = await fetch(new URL("tables.json", import.meta.url));
if (!answer.ok) throw new Error(`the released tables could not be read: ${answer.status}`);

export const published = (await answer.json()) as Published;

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
