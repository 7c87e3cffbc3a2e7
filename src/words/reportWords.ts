import * as en from "./en/reportWords.js";
import * as ja from "./ja/reportWords.js";
import {spoken} from "./spoken.js";

export type {MainPoints, PlacesTaken, Point, RatedScale, Setting} from "./en/reportWords.js";

export const reportWords = spoken<typeof en>({en, ja});
export const {
  mainPoints,
  settingWords,
  costsNote,
  placesCost,
  overYears,
  ratedShares,
  tookPart,
  notCovered,
  exposedHeading,
  yearsNamed,
  exposureOverYears,
  sharesOverYears,
  unitsOverYears
} = reportWords;
