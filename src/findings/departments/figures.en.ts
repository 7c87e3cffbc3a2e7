/** What the departments' figures and tables say: plain data in, text out. */
import {article} from "../../words/en/article.js";
import {capital, count, decimal, digitsFor, interval, list, pValue, signed, size} from "../../words/en/numbers.js";
import {differsOutcome, lowered, spokenOf} from "../../words/en/outcome.js";
import type {TwoWayWeights} from "./twoWayWeights.js";
import type {Noun} from "../../words/en/words.js";
import {yearNoun} from "../../words/yearNoun.js";

interface Shown {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

const range = ({low, high}: Shown, digits?: number): string =>
  low === null || high === null ? "" : ` (${interval(low, high, digits)})`;

/** The simple picture: who ever completed the programme beside profit. */
export const naive = {
  text: (one: string, many: string, persons: string): string =>
    `The simple comparison puts the share of ${article(one)}'s ${persons} who ever completed the programme beside its profit. It mixes large and small ${many}, and early and late years.`,
  title: (r: number): string => `Profit and the share who ever completed: a correlation of ${decimal(r)}`,
  subtitle: (rows: number, one: string): string => `Each dot is one of ${count(rows)} ${one}-years`
};

export const slopes = {
  between: ({many}: Noun, shown: string): string => `between ${many} ${shown}`,
  within: ({one}: Noun, shown: string): string => `each ${one} with itself ${shown}`,
  title: (outcome: string, {many}: Noun, between: string, within: string): string =>
    `${differsOutcome(outcome)} by ${between} between ${many}, but by ${within} within them`,
  simpleTitle: (outcome: string, simple: string, within: string, how: string): string =>
    `${differsOutcome(outcome)} by ${simple} over all rows and by ${within} ${how}`,
  withItself: ({one}: Noun): string => `for ${article(one)} compared with itself`,
  planned: "in the main comparison",
  subtitle: (outcome: string, exposure: string, rows: string, unit: string, per: string): string =>
    `${capital(lowered(outcome))} and ${lowered(exposure)}, ${rows}. Slopes in ${unit.startsWith("per ") ? `${lowered(outcome)} ` : ""}${unit}, ${per}`,
  logged: (outcome: string): string => `Logarithm of ${lowered(outcome)}`
};

export const groups = {
  ever: ({many}: Noun, exposure: string): string => `${many} that ever had ${exposure}`,
  never: ({many}: Noun): string => `${many} that never did`,
  title: (outcome: string): string => `Median ${lowered(outcome)}, year by year`,
  subtitle: (outcome: string, unit: string, {many}: Noun): string =>
    `${capital(lowered(outcome))}${unit === "" ? "" : ` (${unit})`}: the median of the ${many} that have a value in the year`
};

/** The difference between units beside that within them. */
export function gapSentence(
  gap: {
    readonly gap: number;
    readonly low: number;
    readonly high: number;
    readonly p: number | null;
    readonly df: number | null;
    readonly unit: string;
    readonly digits: number;
    readonly clear: boolean;
  },
  {one, many}: Noun,
  withMore: string
): string {
  const first = `With both in one model, the slope between ${many} is ${size(gap.gap, gap.digits)} ${gap.unit} ${gap.gap < 0 ? "lower" : "higher"} than the slope within ${article(one)}.`;
  const test =
    gap.p === null || gap.df === null ? "" : ` (p ${pValue(gap.p)} with ${decimal(gap.df, 1)} degrees of freedom)`;
  const ends = `The 95\u202f% confidence interval lies between ${decimal(gap.low, gap.digits)} and ${decimal(gap.high, gap.digits)}${test}.`;
  const reading = gap.clear
    ? `So ${withMore} also differ in other ways. Comparing each with itself removes the differences that stay the same.`
    : `We cannot tell whether ${many} also differ in other ways.`;
  return `${first} ${ends} ${reading}`;
}

export const estimates = {
  title: ({many}: Noun, between: string, within: string, {several}: {readonly several: boolean}): string =>
    `${several ? "Comparisons" : "The comparison"} between ${many} ${several ? "give" : "gives"} ${between}; the main comparison gives ${within}`,
  plainTitle: (): string => "The difference, by comparison",
  subtitle: (unit: string, per: string): string =>
    `Simple comparisons first, then the others; ${unit}${per === "" ? "" : ` ${per}`}`
};

export const tests = {
  exchanged: ({one}: Noun): string => `Each ${one} with itself, years exchanged at random`,
  text: ({one, many}: Noun, years: number): string =>
    `Degrees of freedom say how many ${many} the answer rests on (Satterthwaite)${years > 1 ? `, since the years of one ${one} are related` : ""}.`,
  exchange: ({many}: Noun, draws: number, division: string | null): string =>
    ` In the last row, ${many}${division === null ? "" : ` of one ${division}`} exchange all their years at random, ${count(draws)} times.`,
  single: ({one, many}: Noun): string =>
    ` Each ${one} is one row, so errors are not clustered; they allow ${many} to vary unequally (HC2).`,
  redrawn: (strata: readonly string[]): string =>
    strata.length === 0
      ? "Main comparison, drawn again at random"
      : `Main comparison, drawn again within each ${list(strata)}`,
  redraw: ({many}: Noun, draws: number, strata: readonly string[]): string =>
    ` In the last row, the draw is made again ${count(draws)} times${strata.length === 0 ? "" : ` within each ${list(strata)}`}: ${many} exchange at random what they were drawn for.`,
  caption: "Tests of each comparison",
  comparison: "Comparison",
  difference: (unit: string): string => `Difference (${unit})`,
  noInterval: "none",
  resampled: "resampled",
  interval: "95\u202f% confidence interval"
};

export const leftOut = {
  text: ({one}: Noun, {years, groups: others}: {readonly years: boolean; readonly groups: readonly string[]}): string =>
    `We repeated the main comparison without ${list([one, ...others, ...(years ? ["year"] : [])].map((each) => `each ${each}`))} in turn.`,
  unit: ({one}: Noun): string => `Without one ${one}`,
  group: (one: string): string => `Without one ${one}`,
  year: (): string => "Without one year",
  title: (same: boolean, low: number, high: number, digits: number): string =>
    same
      ? `The difference stays on the same side, between ${decimal(low, digits)} and ${decimal(high, digits)}`
      : `The direction depends on what is left out: ${interval(low, high, digits)}`,
  subtitle: (unit: string, per: string): string =>
    `Difference without each in turn, ${unit}${per === "" ? "" : ` ${per}`}`
};

export const byYear = {
  heading: "Year by year",
  text: (
    {one, many}: Noun,
    {
      pearson,
      spearman,
      within
    }: {readonly pearson: Shown | null; readonly spearman: Shown | null; readonly within: Shown | null}
  ): string => {
    const told = (name: string, shown: Shown | null): string[] =>
      shown ? [`${name} correlation is ${decimal(shown.estimate)}${range(shown, 2)}`] : [];
    const all = [...told("Pearson's", pearson), ...told("Spearman's", spearman)];
    const inside = within ? `${decimal(within.estimate)}${range(within, 2)}` : undefined;
    return (
      `Correlations compare ${many} with one another in a single year. Over all ${one}-years together, ${list(all)}.` +
      `${inside === undefined ? "" : ` With each ${one} compared with itself, the correlation is ${inside}.`}` +
      ` Intervals over all years allow the years of one ${one} to be related.`
    );
  },
  title: (clear: number, years: number, exposure: string, outcome: string, {many}: Noun): string =>
    clear === 0
      ? `${capital(exposure)} and ${lowered(outcome)} were clearly related among ${many} in none of ${count(years)} years`
      : `${capital(exposure)} and ${lowered(outcome)} were clearly related among ${many} in ${clear === years ? `all ${count(years)}` : `${count(clear)} of ${count(years)}`} years`,
  subtitle: (): string =>
    `Correlation in each ${yearNoun().one}, with 95\u202f% confidence intervals. The title counts clear Pearson correlations, adjusted for the number of years (Holm)`
};

export const order = {
  heading: "Which came first?",
  text: (exposure: string): string =>
    `If ${exposure} makes the difference, it should come before the outcome. Each bar relates the outcome to ${exposure} of an earlier, the same or a later year.`,
  title: (found: "none" | "same" | "later" | "both" | "earlier" | "before", exposure: string): string =>
    ({
      none: `No bar of ${exposure} goes beyond its grey band, so none is clearly related to the outcome`,
      same: `Only the bar for ${exposure} of the same year goes beyond its grey band`,
      later: `Only bars for ${exposure} of later years go beyond the grey band, which speaks against it as the reason`,
      before: `Only bars for ${exposure} of earlier years go beyond the grey band`,
      both: `Bars for ${exposure} of earlier and of later years go beyond the grey band, so which came first is not clear`,
      earlier: `Bars for ${exposure} of the same or an earlier year go beyond the grey band, and none of a later year`
    })[found],
  note: (bars: number): string =>
    `Of ${count(bars)} bars, one may leave its grey band by chance. No bar is tested against another, so the bars alone do not tell which came first.`,
  first: (exposure: string): string => `${exposure} first`,
  outcomeFirst: "outcome first",
  lag: "Years by which the outcome comes after",
  correlation: "Partial correlation"
};

/** Which cells the main comparison rests on. */
export function weights(
  {cells, negative, sum, half, units}: TwoWayWeights,
  {many}: Noun,
  rows: string,
  /** null of an amount, which each of them has */
  exposure: string | null
): string {
  const having = exposure === null ? "" : ` with ${exposure}`;
  const rest = `Half of the main comparison rests on ${count(half)} of ${count(units)} ${many}.`;
  if (negative === 0) return `${rest} None of ${count(cells)} ${rows}${having} counts with a negative weight.`;
  return (
    `${rest} Of ${count(cells)} ${rows}${having}, ${count(negative)} ${negative === 1 ? "counts" : "count"} with a ` +
    `negative weight. All weights add up to 1, the negative ones to ${decimal(sum, 2)}. They mislead only where the ` +
    `difference is not the same everywhere.`
  );
}

export const timing = {
  labels: {
    sameYear: "The same year",
    yearBefore: "The year before",
    sameYearBeside: "The same year, given the year before",
    yearBeforeBeside: "The year before, given the same year"
  },
  text: (exposure: string): string =>
    `The main comparison takes ${exposure} of the same year. Here it is made again with that of the year before, and with both at once.`,
  title: (clear: "both" | "opposite" | "same" | "before" | "neither", exposure: string): string =>
    ({
      both: `The difference is clear for ${exposure} of the same year and of the year before`,
      opposite: `The difference is clear for ${exposure} of the same year and of the year before, but in opposite directions`,
      same: `The difference is clear for ${exposure} of the same year, not for that of the year before`,
      before: `The difference is clear for ${exposure} of the year before, not for that of the same year`,
      neither: `The difference is clear neither for ${exposure} of the same year nor for that of the year before`
    })[clear],
  subtitle: (unit: string, per: string): string =>
    `${capital(unit)}${per === "" ? "" : ` ${per}`}; shown beside the main comparison`
};

export const measures = {
  heading: "Other measures",
  text: (per: string, {planned, profit}: {readonly planned: string | null; readonly profit: boolean}): string =>
    `Differences${per === "" ? "" : ` ${per}`}. ` +
    (planned === null
      ? "None of these is the main comparison, so all are exploratory."
      : `The main comparison is of ${planned}; the others are exploratory.`) +
    (profit ? " Profit grows with size, so profit per head is easier to compare." : ""),
  caption: "The same comparison in other measures",
  measure: "Measure",
  simple: "All rows together",
  main: ({one}: Noun): string => `Each ${one} with itself`,
  shown: ({estimate, low, high}: Shown): string => {
    if (low === null || high === null) return signed(estimate);
    const digits = digitsFor(low, high);
    return `${signed(estimate, digits)} (${interval(low, high, digits)})`;
  }
};

/** What the planned model says of something else that units had: "For a full-time aide, the same model gives 0.1 points (-2 to 2)." */
export const otherArm = (label: string, shown: string): string =>
  `For ${article(lowered(label))}, the same model gives ${shown}.`;

export const published = {
  heading: "Beside the published estimates",
  /** @param logged  the outcome whose logarithm is taken */
  unit: (unit: string, logged: string | null): string =>
    logged !== null ? `the logarithm of ${spokenOf(logged)}` : unit.startsWith("per ") ? unit : `in ${unit}`,
  text: (citation: string, rows: number, {unit, same}: {readonly unit: string; readonly same: boolean}): string =>
    `${citation}. Ours are based on ${count(rows)} rows. Each estimate is for one unit of its term, and the outcome is ${unit}. ` +
    `Standard errors are in brackets${same ? ", made as the published ones were" : ""}.`,
  caption: "Published estimates beside ours"
};
