import * as en from "./en/trust.js";
import {spoken} from "./spoken.js";

export const trust = spoken<typeof en>({en});
export const {trustHeadings, trustCell, togetherSentence} = trust;
