/** What the sessions' figures say: plain data in, text out. */
import {capital, count, percent} from "../../words/en/numbers.js";

export const lead = {
  title: (most: number, least: number): string =>
    `The favourable share runs from ${percent(least)} to ${percent(most)} by module`
};

export const answers = {
  heading: "Ratings by mindset",
  text: (): string =>
    "All ratings of each module, from least to most favourable. Modules of one mindset are together; reflective ones are those on reflection.",
  title: (
    first: {readonly mindset: string; readonly share: number},
    last: {readonly mindset: string; readonly share: number}
  ): string =>
    `${percent(first.share)} of ratings of ${first.mindset} modules were favourable, and ${percent(last.share)} of ${last.mindset} modules`,
  plainTitle: "Ratings of each module",
  subtitle: "Share of a module's ratings, all years",
  steps: {
    least: "Least favourable",
    low: "Unfavourable",
    middle: "Between",
    high: "Favourable",
    most: "Most favourable"
  } as Readonly<Record<string, string>>,
  module: "Module"
};

export const means = {
  text: (): string =>
    "A module's average also depends on who rated it and when in the year. The main comparison adjusts for both. It also moves an average that rests on few ratings towards the others.",
  title: (apart: number, of: number): string =>
    `${apart === 0 ? "None" : capital(count(apart))} of ${count(of)} modules clearly differ${apart === 1 ? "s" : ""} from the average module after adjustment`,
  alike: "Beyond what the plan adjusts for, the model finds no difference between modules",
  subtitle: "Average rating by module, as given and adjusted",
  given: "As given",
  adjusted: "Adjusted"
};

export const response = {
  text: (): string => "Fewer may come, and fewer may give a rating, as the year goes on.",
  title: (came: readonly [number, number], rated: readonly [number, number]): string =>
    `From the first session to the last, attendance went from ${percent(came[0])} to ${percent(came[1])} and ratings from ${percent(rated[0])} to ${percent(rated[1])}`,
  subtitle: "By the session's place in the group's year, all groups",
  came: "Attended, of the group's members",
  rated: "Rated, of those who attended",
  place: "Session of the year"
};
