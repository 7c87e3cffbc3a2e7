import * as en from "./advice.en.js";
import * as ja from "./advice.ja.js";
import {spoken} from "../../words/spoken.js";

export const {advice} = spoken<typeof en>({en, ja});
