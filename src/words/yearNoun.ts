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

/** A stretch of years, by the study's noun: "fiscal years 2011 to 2019", "school year 1985–86". */
export function yearsSaid([first, last]: readonly [number, number]): string {
  const {one, many} = yearNoun();
  const [noun, span] =
    first === last ? [one, yearCalled(first)] : [many, say("{0} to {1}", yearCalled(first), yearCalled(last))];
  return language() === "ja" ? `${span}${noun}` : `${noun} ${span}`;
}

/** When something was there, in a sentence: "from 2011 to 2019", "in the school year 1985–86". */
export function yearsRun([first, last]: readonly [number, number]): string {
  if (first < last) return `from ${yearCalled(first)} to ${yearCalled(last)}`;
  return spans() ? `in the ${yearsSaid([first, last])}` : `in ${first}`;
}

/** Whether a year is one of the study's own that ends in the next: a school year. */
function spans(): boolean {
  const {fiscalYearStart, words} = studyKept();
  return words?.year !== undefined && fiscalYearStart !== "01-01";
}

/** A year in a sentence: "2019", "1985–86" of a school year. */
export const yearCalled = (year: number): string =>
  spans() ? `${year}\u2013${String((year + 1) % 100).padStart(2, "0")}` : String(year);
