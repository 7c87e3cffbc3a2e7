import * as en from "./en/impossible.js";
import * as ja from "./ja/impossible.js";
import {spoken} from "./spoken.js";

export type {Impossible} from "./en/impossible.js";

export const {impossibleReason, unfittedReason} = spoken<typeof en>({en, ja});
