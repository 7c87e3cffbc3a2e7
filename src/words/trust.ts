import * as en from "./en/trust.js";
import * as ja from "./ja/trust.js";
import {spoken} from "./spoken.js";

export const trust = spoken<typeof en>({en, ja});
export const {trustHeadings, trustCell, togetherSentence} = trust;
