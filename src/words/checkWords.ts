import * as en from "./en/checkWords.js";
import * as ja from "./ja/checkWords.js";
import {spoken} from "./spoken.js";

export const {
  checkAnswers,
  checkHeadings,
  biasReason,
  estimateReason,
  shareReason,
  precisionReason,
  agreementReason,
  multiplicityReason,
  rangeReason,
  notCheckedReason
} = spoken<typeof en>({en, ja});
