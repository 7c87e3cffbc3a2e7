import * as en from "./en/intervals.js";
import * as ja from "./ja/intervals.js";
import {spoken} from "./spoken.js";

export const {basedOn, intervalSentence, sidedInterval, inDirection, sidedAmounts} = spoken<typeof en>({en, ja});
