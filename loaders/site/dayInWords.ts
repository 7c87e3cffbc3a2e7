import {language} from "../../src/words/language.js";

/** "28 November 2026" */
export function dayInWords(date: string): string {
  return new Intl.DateTimeFormat(language() === "ja" ? "ja-JP" : "en-GB", {dateStyle: "long", timeZone: "UTC"}).format(
    new Date(`${date}T00:00:00Z`)
  );
}
