import * as en from "./figures.en.js";
import * as ja from "./figures.ja.js";
import {spoken} from "../../words/spoken.js";

export const figures = spoken<typeof en>({en, ja});
