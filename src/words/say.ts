import {phrases} from "./ja/phrases.js";
import {unitName as japaneseUnit} from "./ja/units.js";
import {language, named} from "./language.js";

export type Phrase = keyof typeof phrases;

/**
 * Which is where: a sentence made from data is a function in a room (`words/<language>/` where several findings say it,
 * `findings/<id>/*.<language>.ts` where one does); prose is in page.md; a label, a column's name or a note that is the same
 * whatever the data are is a phrase, here.
 *
 * A label or a short note of a figure, a table or an estimate, in the language in force. It is written where it is used, in
 * English; what has no translation does not compile.
 *
 * @param data  what stands for {0}, {1} and so on, as it is printed: a number of things by `count`, a year by `String`; a unit is
 *              named in the language, too
 */
export function say(phrase: Phrase, ...data: readonly string[]): string {
  if (language() === "en") return filled(phrase, data);
  return filled(
    phrases[phrase],
    data.map((one) => named(japaneseUnit(one)))
  );
}

const filled = (text: string, data: readonly string[]): string =>
  data.length === 0 ? text : text.replaceAll(/\{(\d)\}/g, (_, place: string) => data[Number(place)] ?? "");

/** A name that is a phrase of ours, or the study's own. */
export const sayName = (name: string): string => (Object.hasOwn(phrases, name) ? say(name as Phrase) : named(name));

export const unitName = (unit: string): string => (language() === "ja" ? japaneseUnit(unit) : unit);
