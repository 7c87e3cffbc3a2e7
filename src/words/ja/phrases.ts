import {evidence} from "./phrases/evidence.js";
import {figures} from "./phrases/figures.js";
import {findings} from "./phrases/findings.js";
import {pages} from "./phrases/pages.js";

/** Every label and short note by its English, from where it is used: see `say`. */
export const phrases = {...figures, ...evidence, ...findings, ...pages} as const;
