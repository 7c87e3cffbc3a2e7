import * as en from "./en/nextStudy.js";
import * as ja from "./ja/nextStudy.js";
import {spoken} from "./spoken.js";

export type {NextStudy} from "./en/nextStudy.js";

export const nextStudyWords = spoken<typeof en>({en, ja});
export const {nextStudy, drawnAlready} = nextStudyWords;
