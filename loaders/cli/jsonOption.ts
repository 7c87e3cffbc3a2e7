import {Option} from "commander";

/** Has a verb answer with one line of data. */
export const jsonOption = (): Option => new Option("--json", "as JSON, one line; a refusal too");
