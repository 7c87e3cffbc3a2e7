/** What the site published, read once from beside this module; all that is said from then on is in the study's own words. */
import {nameStudy} from "../words/language.js";
import type {Published} from "./tables.js";

const answer = await fetch(new URL("tables.json", import.meta.url));
if (!answer.ok) throw new Error(`the released tables could not be read: ${answer.status}`);

export const published = (await answer.json()) as Published;
nameStudy(published.study);
