import * as en from "./en/outcome.js";
import * as ja from "./ja/outcome.js";
import {spoken} from "./spoken.js";

export type {Outcome} from "./en/outcome.js";

export const {didOutcome, withArticle, wasOutcome, differsOutcome, lowered, spokenOf} = spoken<typeof en>({en, ja});
