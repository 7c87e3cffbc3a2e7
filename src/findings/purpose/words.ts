import * as en from "./words.en.js";
import * as ja from "./words.ja.js";
import {spoken} from "../../words/spoken.js";

export const words = spoken<typeof en>({en, ja});
