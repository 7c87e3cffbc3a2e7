import {agree} from "./agree.js";
import {article} from "./article.js";
import {capital, plain} from "./numbers.js";
import type {StudyWords} from "./words.js";

export const exposureKinds = ["share", "sessions", "money", "yes or no", "law", "amount"] as const;

export type ExposureKind = (typeof exposureKinds)[number];

export interface Exposure {
  readonly kind: ExposureKind;
  /** with its article where it has one: "a grant", "the law"; of an amount its name: "beer tax" */
  readonly one: string;
  /** difference that sentences speak of: 0.1 of a share, an amount of money; of no use where it is there or not */
  readonly step: number;
  /** of an amount: "cents a litre"; of money its currency */
  readonly unit?: string;
  /** the step in the study's own words, where the unit alone reads badly: "10 cents a case" */
  readonly stepSaid?: string;
  /** which units those with it are compared with, where there are several kinds: "regular classes" */
  readonly against?: string;
  /** of a share: of those who ever completed the programme, not of those who took part in the year */
  readonly completed?: boolean;
  /** the outcome is of the year after */
  readonly lagged?: boolean;
}

/** How sentences speak of what units are exposed to. Only people take part. */
export interface ExposurePhrases {
  /** after "Departments earned a higher margin": "in years when more of their managers took part" */
  readonly inYears: string;
  /** after "margin was 0.17 points higher": "for every 10 points more of its managers taking part" */
  readonly perStep: string;
  /** in a table or on an axis: "per 10 points more taking part" */
  readonly step: string;
  /** "departments with more participation" */
  readonly unitsWithMore: string;
  /** "participation", "a grant" */
  readonly noun: string;
  /** after "Whether margins changed": "as participation rose" */
  readonly asRose: string;
  /** after "States": why those that had it may have differed without it, where they did better and where worse */
  readonly ownReasons: {readonly better: string; readonly worse: string};
}

export function exposurePhrases(exposure: Exposure, study: StudyWords): ExposurePhrases {
  const phrases = phrasesOf(exposure, study);
  return exposure.lagged ? {...phrases, inYears: laggedYears(exposure, study)} : phrases;
}

function phrasesOf(
  {kind, one, step, unit = "", stepSaid, against, completed = false}: Exposure,
  {unit: units, person}: StudyWords
): ExposurePhrases {
  switch (kind) {
    case "share": {
      const points = `${plain(100 * step)} points more`;
      if (completed)
        return {
          inYears: `in years when more of their ${person.many} had completed the programme`,
          perStep: `for every ${points} of its ${person.many} having completed the programme`,
          step: `per ${points} having completed it`,
          unitsWithMore: `${units.many} where more ${person.many} had completed the programme`,
          noun: "completion",
          asRose: "as completion rose",
          ownReasons: about("may have had more time for it")
        };
      return {
        inYears: `in years when more of their ${person.many} took part`,
        perStep: `for every ${points} of its ${person.many} taking part`,
        step: `per ${points} taking part`,
        unitsWithMore: `${units.many} with more participation`,
        noun: "participation",
        asRose: "as participation rose",
        ownReasons: about("may have had more time to take part")
      };
    }
    case "sessions": {
      const more =
        unit === "programmes"
          ? "full programme of sessions more"
          : step === 1
            ? "session more"
            : `${plain(step, "always")} sessions more`;
      return {
        inYears: `in years when their ${person.many} attended more sessions`,
        perStep: `for every ${more} ${article(person.one)}`,
        step: `per ${more} ${article(person.one)}`,
        unitsWithMore: `${units.many} whose ${person.many} attended more sessions`,
        noun: "attendance",
        asRose: "as attendance rose",
        ownReasons: about("may have had more time to attend")
      };
    }
    case "money": {
      const more = `${stepSaid ?? amountOf(step, unit)} more`;
      return {
        inYears: "in years when they received more money",
        perStep: `for every ${more}`,
        step: `per ${more}`,
        unitsWithMore: `${units.many} that received more money`,
        noun: one,
        asRose: "in years with more money",
        ownReasons: about("may have received more money")
      };
    }
    case "yes or no":
      return {
        inYears: `in years with ${one} than in years without`,
        perStep: `with ${one}${against === undefined ? "" : ` than in ${against}`}`,
        step: `with ${one}`,
        unitsWithMore: `${units.many} with ${one}`,
        noun: one,
        asRose: `with ${one}`,
        ownReasons: about(`may have been more likely to have ${one}`)
      };
    case "law":
      return {
        inYears: `in years when ${one} was in force than in other years`,
        perStep: `with ${one}`,
        step: `with ${one}`,
        unitsWithMore: `${units.many} with ${one}`,
        noun: one,
        asRose: `with ${one}`,
        ownReasons: either(`may have come under ${one} in years when other things changed too`)
      };
    case "amount": {
      const was = agree(one, "was", "were");
      const counted = unit === "people" ? "" : unit;
      const size = stepSaid ?? `${step === 1 && counted !== "" ? "1 " : ""}${amountOf(step, counted)}`;
      const higher = `where ${one} ${was} ${size} higher`;
      return {
        inYears: `in years when ${one} ${was} higher`,
        perStep: higher,
        step: higher,
        unitsWithMore: `${units.many} where ${one} ${was} higher`,
        noun: one,
        asRose: `in years when ${one} ${was} higher`,
        ownReasons: either(`may have changed ${one} in years when other things changed too`)
      };
    }
  }
}

const about = (may: string): ExposurePhrases["ownReasons"] => ({
  better: `about to do better ${may}`,
  worse: `about to do worse ${may}`
});

const either = (may: string): ExposurePhrases["ownReasons"] => ({better: may, worse: may});

/** "1,000 yen", "dollar a case" */
function amountOf(step: number, unit: string): string {
  if (step === 1 && unit !== "") return unit.replace(/^(\w+[^s\W])s\b/, "$1");
  return `${plain(step, "always")}${unit === "" ? "" : ` ${unit}`}`;
}

function laggedYears({kind, one, completed = false}: Exposure, {person}: StudyWords): string {
  switch (kind) {
    case "share":
      return `the year after more of their ${person.many} ${completed ? "had completed the programme" : "took part"}`;
    case "sessions":
      return `the year after their ${person.many} attended more sessions`;
    case "money":
      return "the year after they received more money";
    case "yes or no":
      return `the year after ${one} than in other years`;
    case "law":
      return `the year after ${one} was in force than in other years`;
    case "amount":
      return `the year after ${one} ${agree(one, "was", "were")} higher`;
  }
}

/** "Departments with more participation" */
export const unitsWithMore = (phrases: ExposurePhrases): string => capital(phrases.unitsWithMore);
