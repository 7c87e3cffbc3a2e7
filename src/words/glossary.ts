import * as en from "./en/glossary.js";
import * as ja from "./ja/glossary.js";
import {spoken} from "./spoken.js";

export const glossaryWords = spoken<typeof en>({en, ja});
