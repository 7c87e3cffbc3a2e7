import * as en from "./en/claimed.js";
import * as ja from "./ja/claimed.js";
import {spoken} from "./spoken.js";

export type {ClaimState} from "./en/claimed.js";

export const claimed = spoken<typeof en>({en, ja});
export const {claimCell, claimHow, favourableShare, claimHeadings, claimsNote, claimsIntroduction} = claimed;
