import {phrases} from "./ja/phrases.js";
import {unitName as japaneseUnit} from "./ja/units.js";
import {language, named} from "./language.js";

export type Phrase = keyof typeof phrases;

type Text = string;

/** As many texts as the phrase has places: {0}, {1} and so on. */
type Data<P extends Text> = P extends `${Text}{5}${Text}`
  ? [Text, Text, Text, Text, Text, Text]
  : P extends `${Text}{4}${Text}`
    ? [Text, Text, Text, Text, Text]
    : P extends `${Text}{3}${Text}`
      ? [Text, Text, Text, Text]
      : P extends `${Text}{2}${Text}`
        ? [Text, Text, Text]
        : P extends `${Text}{1}${Text}`
          ? [Text, Text]
          : P extends `${Text}{0}${Text}`
            ? [Text]
            : [];

/** A phrase that needs no data. */
type Label = {[P in Phrase]: Data<P> extends [] ? P : never}[Phrase];

/**
 * A label, a note or a part of a figure's description, whose grammar is the same whatever the data are, written where it is
 * used and said in the language in force; without a translation, or with too few or too many data, it does not compile.
 * What a finding is said to show is a function in a room: `words/<language>/`, or `findings/<id>/*.<language>.ts`.
 *
 * @param data  what stands for {0}, {1} and so on, as it is printed: a number of things by `count`, a year by `String`; a unit is
 *              named in the language, too
 */
export function say<P extends Phrase>(phrase: P, ...data: Data<P>): string {
  if (language() === "en") return filled(phrase, data);
  return filled(
    phrases[phrase],
    data.map((one) => named(japaneseUnit(one)))
  );
}

const filled = (text: string, data: readonly string[]): string =>
  data.length === 0 ? text : text.replaceAll(/\{(\d)\}/g, (_, place: string) => data[Number(place)] ?? "");

/** A name that is a phrase of ours, or the study's own. */
export const sayName = (name: string): string => (Object.hasOwn(phrases, name) ? say(name as Label) : named(name));

export const unitName = (unit: string): string => (language() === "ja" ? japaneseUnit(unit) : unit);
