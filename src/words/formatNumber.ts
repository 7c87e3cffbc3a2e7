import * as en from "./en/formatNumber.js";
import * as ja from "./ja/formatNumber.js";
import {spoken} from "./spoken.js";

export type {FormatNumberOptions} from "./en/formatNumber.js";

export const {formatNumber} = spoken<typeof en>({en, ja});
