import * as en from "./en/claimed.js";
import {spoken} from "./spoken.js";

export type {ClaimState} from "./en/claimed.js";

export const claimed = spoken<typeof en>({en});
export const {claimCell, claimHeadings, claimsNote, claimsIntroduction} = claimed;
