/** What the purpose's figures say: plain data in, text out. */
import {capital, count, list, percent} from "../../words/en/numbers.js";
import {lineNoun} from "../../words/studyNouns.js";
import {otherLine} from "./words.en.js";
import {yearCalled, yearNoun} from "../../words/yearNoun.js";

export const lead = {
  other: (number: number): string => `from ${otherLine(number)}`,
  chance: (): string => `regardless of ${lineNoun().one}`,
  title: (first: number, share: number, last: number, end: number, lines: number): string =>
    `${percent(share)} of the people met in sessions were from ${otherLine(lines)} in ${yearCalled(first)}, ${percent(end)} in ${yearCalled(last)}`,
  subtitle: (persons: string): string =>
    `Average over ${persons}, by ${yearNoun().one}, and what groups formed regardless of ${lineNoun().one} would give`
};

export const lines = {
  heading: (division: string): string => `Each ${division}`,
  text: (): string =>
    `A small ${lineNoun().one} meets more people from outside it than a large one does, however groups are formed. So we compare each ${lineNoun().one} with the share that groups formed regardless of ${lineNoun().one} would give.`,
  line: (division: string): string => capital(division),
  share: (number: number): string => `from ${otherLine(number)}`,
  chance: (): string => `regardless of ${lineNoun().one}`,
  people: "Attendees",
  axis: (): string => `People met who were from another ${lineNoun().one} (%)`,
  title: (
    persons: string,
    told: readonly {readonly name: string; readonly start: number; readonly end: number}[]
  ): string =>
    `Compared with groups formed regardless of ${lineNoun().one}, meetings of ${persons} across the ${lineNoun().many} went ${list(told.map(({name, start, end}) => `from ${percent(start)} to ${percent(end)} in ${name}`))}`,
  description: (told: readonly {readonly name: string; readonly start: number; readonly end: number}[]): string =>
    `${told.map(({name, start, end}) => `${name} met ${percent(start)} of what groups formed regardless of ${lineNoun().one} would give in the first year and ${percent(end)} in the last`).join("; ")}.`
};

export const measures = {
  heading: "Outside the sessions",
  text: (labels: readonly string[], changed: readonly string[]): string =>
    `The survey asks about ${list(labels)}. Higher scores need not mean that the ${lineNoun().many} work together, and other things happened in those years too.` +
    (changed.length === 0 ? "" : ` An item was reworded: ${list(changed)}.`),
  title: (clear: number, of: number): string =>
    `${clear === 0 ? "None" : capital(count(clear))} of ${count(of)} survey scores changed clearly over the programme's years`,
  subtitle: "Change along a straight line from the first year to the last",
  seriesTitle: (label: string, ends: readonly string[]): string =>
    `${capital(label)} went ${list(ends.map((from) => `from ${from}`))}`,
  ends: (start: string, end: string, line: string): string => `${start} to ${end}${line === "" ? "" : ` in ${line}`}`,
  seriesSubtitle: (unit: string): string => `Average by ${yearNoun().one}${unit === "" ? "" : `, ${unit}`}`
};
