import * as en from "./words.en.js";
import {spoken} from "../../words/spoken.js";

export const words = spoken<typeof en>({en});
