import * as en from "./en/reportWords.js";
import {spoken} from "./spoken.js";

export type {MainPoints, PlacesTaken, Point, Setting} from "./en/reportWords.js";

export const reportWords = spoken<typeof en>({en});
export const {
  mainPoints,
  settingWords,
  costsNote,
  placesCost,
  overYears,
  ratedShares,
  tookPart,
  notCovered,
  exposureOverYears
} = reportWords;
