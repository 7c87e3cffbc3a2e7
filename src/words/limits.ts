import * as en from "./en/limits.js";
import * as ja from "./ja/limits.js";
import {spoken} from "./spoken.js";

export type {LimitsInput} from "./en/limits.js";

export const {limitsWords} = spoken<typeof en>({en, ja});
