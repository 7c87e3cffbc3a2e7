import * as en from "./figures.en.js";
import {spoken} from "../../words/spoken.js";

export const figures = spoken<typeof en>({en});
