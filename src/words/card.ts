import * as en from "./en/card.js";
import * as ja from "./ja/card.js";
import {spoken} from "./spoken.js";

export type {ComparisonMade, Sureness} from "./en/card.js";

export {sizeOf} from "./en/card.js";

export const {
  certaintyWords,
  levelWords,
  gradingNote,
  sizeSentence,
  comparisonSentence,
  loweredBecause,
  surenessSentence,
  impossibleSentence
} = spoken<typeof en>({en, ja});
