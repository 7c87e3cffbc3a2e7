import * as en from "./en/numbers.js";
import * as ja from "./ja/numbers.js";
import {spoken} from "./spoken.js";

export const {
  decimal,
  signed,
  digitsFor,
  isZero,
  threeDigits,
  interval,
  limit,
  percent,
  count,
  plain,
  pValue,
  amount,
  capital,
  list,
  inWords,
  counted,
  timesIn,
  sentences,
  shortAmount,
  ordinal,
  placeInHundred,
  size
} = spoken<typeof en>({en, ja});
