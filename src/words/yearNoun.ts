import {language, named, studyKept} from "./language.js";
import {say} from "./say.js";

/** What a study's year is called: by the study's own word; otherwise a year where it begins with January, or a fiscal year. */
export function yearNoun(): {readonly one: string; readonly many: string} {
  const {fiscalYearStart, words} = studyKept();
  if (words?.year) return {one: named(words.year.one), many: named(words.year.many)};
  return fiscalYearStart === "01-01"
    ? {one: say("year"), many: say("years")}
    : {one: say("fiscal year"), many: say("fiscal years")};
}

/** A stretch of years, by the study's noun: "fiscal years 2011 to 2019", "school year 1985". */
export function yearsSaid([first, last]: readonly [number, number]): string {
  const {one, many} = yearNoun();
  const [noun, span] = first === last ? [one, String(first)] : [many, say("{0} to {1}", String(first), String(last))];
  return language() === "ja" ? `${span}${noun}` : `${noun} ${span}`;
}
