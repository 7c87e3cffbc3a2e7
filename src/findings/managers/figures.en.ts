/** What the managers' figures and tables say: plain data in, text out. */
import {capital, count, percent, size} from "../../words/en/numbers.js";
import {zeroSum} from "./words.en.js";

const some = (n: number): string => (n === 0 ? "None" : count(n));

export const standing = {
  title: (mean: number, expected: number): string =>
    `A year after the start, ratings were ${size(mean)} standard deviations ${mean < 0 ? "below" : "above"} average; chance alone would give ${size(expected)} ${expected < 0 ? "below" : "above"}`,
  plainTitle: "Ratings of those who started, year by year",
  subtitle: (persons: string): string =>
    `Average rating of ${persons} who started, in standard deviations of all ratings in that year. There is no comparison group here`,
  note: "Until the year before the start both lines are the same.",
  expected: "Expected by chance",
  rated: "As rated",
  years: "Years from the first session",
  from: "from",
  to: "to"
};

export const events = {
  text: (persons: string): string =>
    `By year of start, those who started are compared with ${persons} who had not. The years before the start show whether the two were on similar paths.`,
  title: (clear: number, of: number): string =>
    `Taken one by one, ${clear === 0 ? "none" : count(clear)} of ${count(of)} years after the start ${clear < 2 ? "shows" : "show"} a clear difference`,
  subtitle: "Difference from those who had not started, in standard deviations, from the second year before the start",
  years: "Years from the first year after the start",
  difference: "Difference in rating"
};

export const shifts = {
  text: (persons: string, kinds: readonly string[]): string =>
    `Some of those who started in a year were rated lower the year after, some the same and some higher. So were ${persons} with the same rating who had not started.` +
    (kinds.length > 1 ? " The rating scales are kept apart." : "") +
    zeroSum(kinds),
  took: "Took part",
  alike: "Same rating, had not",
  scale: (group: string, kind: string | null): string => (kind === null ? group : `${group}, ${kind} scale`),
  rated: (kind: string | null, took: number, had: number | null, persons: string): string =>
    `${percent(took)}${kind === null ? "" : ` on the ${kind} scale`}${had === null ? "" : `, beside ${percent(had)} of similar ${persons}`}`,
  title: (rated: readonly string[]): string => `Rated higher after taking part: ${rated.join("; ")}`,
  subtitle: "Rating in the year after the start beside the year before it, both on one scale",
  lower: "Lower",
  same: "The same",
  higher: "Higher",
  group: "Group"
};

export const balance = {
  heading: "The groups before the start",
  text: (persons: string): string =>
    `We compare those who started in a year with ${persons} who had not started by its end.`,
  characteristics: {
    z_before: "Last rating",
    z_earlier: "Average of earlier ratings",
    tenure: "Length of service",
    grade: "Grade",
    promoted: "Promoted in the year before",
    first_line: "In the first line of business"
  } as Readonly<Record<string, string>>,
  inLine: (line: string): string => `In ${line}`,
  size: (persons: string, one: string): string => `${capital(persons)} in the ${one}`,
  title: (far: number, of: number, large: number): string =>
    `${some(far)} of ${count(of)} characteristics differed by more than ${large} standard deviations before the start`,
  subtitle: "Those who started, less those who had not, in standard deviations",
  characteristic: "Characteristic",
  year: "In the same year",
  rating: "In the same year, with the same last rating"
};

export const flow = {
  text: (persons: string): string => `How many ${persons} there are at each step:`,
  stages: (planned: "alike" | "absorbed"): Readonly<Record<string, string>> => ({
    eligible: "Eligible in a year of the programme",
    rated: "Ever rated",
    compared: `Rated in two years or more${planned === "absorbed" ? " (main comparison)" : ""}`,
    considered: `Rated before and after a year in which they could start${planned === "alike" ? " (main comparison)" : ""}`,
    started: "Came to a first session",
    either_side: "Rated before and after the year of the first session"
  }),
  step: "Step",
  caption: (persons: string): string => `${capital(persons)} at each step`
};
