import * as en from "./en/method.js";
import * as ja from "./ja/method.js";
import {spoken} from "./spoken.js";

export const {methodWords} = spoken<typeof en>({en, ja});
