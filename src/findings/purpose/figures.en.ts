/** What the purpose's figures say: plain data in, text out. */
import {capital, count, list, percent} from "../../words/en/numbers.js";
import {yearNoun} from "../../words/yearNoun.js";

export const lead = {
  other: "from the other line",
  chance: "regardless of line",
  title: (first: number, share: number, last: number, end: number): string =>
    `${percent(share)} of the people met in sessions were from the other line in ${first}, ${percent(end)} in ${last}`,
  subtitle: (persons: string): string =>
    `Average over ${persons}, by ${yearNoun().one}, and what groups formed regardless of line would give`
};

export const lines = {
  heading: "Each line of business",
  text: (): string =>
    "A small line meets more people from outside it than a large one does, however groups are formed. So we compare each line with the share that groups formed regardless of line would give.",
  line: "Line of business",
  share: "from the other line",
  chance: "regardless of line",
  people: "Attendees",
  axis: "of the people met, from another line (%)",
  title: (
    persons: string,
    told: readonly {readonly name: string; readonly start: number; readonly end: number}[]
  ): string =>
    `As a share of what groups formed regardless of line would give, ${persons} went ${list(told.map(({name, start, end}) => `from ${percent(start)} to ${percent(end)} in ${name}`))}`,
  description: (told: readonly {readonly name: string; readonly start: number; readonly end: number}[]): string =>
    `${told.map(({name, start, end}) => `${name} met ${percent(start)} of what groups formed regardless of line would give in the first year and ${percent(end)} in the last`).join("; ")}.`
};

export const measures = {
  heading: "Outside the sessions",
  text: (labels: readonly string[], changed: readonly string[]): string =>
    `The survey asks about ${list(labels)}. Higher scores need not mean that the lines work together, and other things happened in those years too.` +
    (changed.length === 0 ? "" : ` An item was reworded: ${list(changed)}.`),
  title: (clear: number, of: number): string =>
    `${clear === 0 ? "None" : capital(count(clear))} of ${count(of)} survey scores changed clearly over the programme's years`,
  subtitle: "Change along a straight line from the first year to the last",
  seriesTitle: (label: string, ends: readonly string[]): string => `${capital(label)} went from ${list(ends)}`,
  ends: (start: string, end: string, line: string): string => `${start} to ${end}${line === "" ? "" : ` in ${line}`}`,
  seriesSubtitle: (unit: string): string => `Average by ${yearNoun().one}${unit === "" ? "" : `, ${unit}`}`
};
