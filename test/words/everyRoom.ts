import * as enCard from "../../src/words/en/card.js";
import * as enCheckWords from "../../src/words/en/checkWords.js";
import * as enClaimed from "../../src/words/en/claimed.js";
import * as enExposure from "../../src/words/en/exposure.js";
import * as enHeadline from "../../src/words/en/headline.js";
import * as enImpossible from "../../src/words/en/impossible.js";
import * as enIntervals from "../../src/words/en/intervals.js";
import * as enLimits from "../../src/words/en/limits.js";
import * as enMethod from "../../src/words/en/method.js";
import * as enNextStudy from "../../src/words/en/nextStudy.js";
import * as enNumbers from "../../src/words/en/numbers.js";
import * as enOutcome from "../../src/words/en/outcome.js";
import * as enReport from "../../src/words/en/reportWords.js";
import * as enTrust from "../../src/words/en/trust.js";
import * as jaCard from "../../src/words/ja/card.js";
import * as jaCheckWords from "../../src/words/ja/checkWords.js";
import * as jaClaimed from "../../src/words/ja/claimed.js";
import * as jaExposure from "../../src/words/ja/exposure.js";
import * as jaHeadline from "../../src/words/ja/headline.js";
import * as jaImpossible from "../../src/words/ja/impossible.js";
import * as jaIntervals from "../../src/words/ja/intervals.js";
import * as jaLimits from "../../src/words/ja/limits.js";
import * as jaMethod from "../../src/words/ja/method.js";
import * as jaNextStudy from "../../src/words/ja/nextStudy.js";
import * as jaNumbers from "../../src/words/ja/numbers.js";
import * as jaOutcome from "../../src/words/ja/outcome.js";
import * as jaReport from "../../src/words/ja/reportWords.js";
import * as jaTrust from "../../src/words/ja/trust.js";
import * as departmentsEn from "../../src/findings/departments/words.en.js";
import * as departmentsJa from "../../src/findings/departments/words.ja.js";
import * as departmentsFiguresEn from "../../src/findings/departments/figures.en.js";
import * as departmentsFiguresJa from "../../src/findings/departments/figures.ja.js";
import * as departmentsAdviceJa from "../../src/findings/departments/advice.ja.js";
import * as departmentsAdviceEn from "../../src/findings/departments/advice.en.js";
import * as engagementEn from "../../src/findings/engagement/words.en.js";
import * as engagementJa from "../../src/findings/engagement/words.ja.js";
import * as engagementFiguresEn from "../../src/findings/engagement/figures.en.js";
import * as engagementFiguresJa from "../../src/findings/engagement/figures.ja.js";
import * as managersEn from "../../src/findings/managers/words.en.js";
import * as managersJa from "../../src/findings/managers/words.ja.js";
import * as managersFiguresEn from "../../src/findings/managers/figures.en.js";
import * as managersFiguresJa from "../../src/findings/managers/figures.ja.js";
import * as organisationEn from "../../src/findings/organisation/words.en.js";
import * as organisationJa from "../../src/findings/organisation/words.ja.js";
import * as organisationFiguresEn from "../../src/findings/organisation/figures.en.js";
import * as organisationFiguresJa from "../../src/findings/organisation/figures.ja.js";
import * as purposeEn from "../../src/findings/purpose/words.en.js";
import * as purposeJa from "../../src/findings/purpose/words.ja.js";
import * as purposeFiguresEn from "../../src/findings/purpose/figures.en.js";
import * as purposeFiguresJa from "../../src/findings/purpose/figures.ja.js";
import * as sessionsEn from "../../src/findings/sessions/words.en.js";
import * as sessionsJa from "../../src/findings/sessions/words.ja.js";
import * as sessionsFiguresEn from "../../src/findings/sessions/figures.en.js";
import * as sessionsFiguresJa from "../../src/findings/sessions/figures.ja.js";

/** Every room of words in both languages. */
export const everyRoom = {
  card: {en: enCard, ja: jaCard},
  checkWords: {en: enCheckWords, ja: jaCheckWords},
  claimed: {en: enClaimed, ja: jaClaimed},
  exposure: {en: enExposure, ja: jaExposure},
  headline: {en: enHeadline, ja: jaHeadline},
  impossible: {en: enImpossible, ja: jaImpossible},
  intervals: {en: enIntervals, ja: jaIntervals},
  limits: {en: enLimits, ja: jaLimits},
  method: {en: enMethod, ja: jaMethod},
  nextStudy: {en: enNextStudy, ja: jaNextStudy},
  numbers: {en: enNumbers, ja: jaNumbers},
  outcome: {en: enOutcome, ja: jaOutcome},
  report: {en: enReport, ja: jaReport},
  trust: {en: enTrust, ja: jaTrust},
  departments: {en: departmentsEn, ja: departmentsJa},
  departmentsFigures: {en: departmentsFiguresEn, ja: departmentsFiguresJa},
  departmentsAdvice: {en: departmentsAdviceEn, ja: departmentsAdviceJa},
  engagement: {en: engagementEn, ja: engagementJa},
  engagementFigures: {en: engagementFiguresEn, ja: engagementFiguresJa},
  managers: {en: managersEn, ja: managersJa},
  managersFigures: {en: managersFiguresEn, ja: managersFiguresJa},
  organisation: {en: organisationEn, ja: organisationJa},
  organisationFigures: {en: organisationFiguresEn, ja: organisationFiguresJa},
  purpose: {en: purposeEn, ja: purposeJa},
  purposeFigures: {en: purposeFiguresEn, ja: purposeFiguresJa},
  sessions: {en: sessionsEn, ja: sessionsJa},
  sessionsFigures: {en: sessionsFiguresEn, ja: sessionsFiguresJa}
} as const;

export type RoomName = keyof typeof everyRoom;
