/** What the page and the card say of the organisation's years: plain data in, text out. */
import {impossibleSentence} from "../../words/en/card.js";
import {capital, count, decimal, inWords, list, percent} from "../../words/en/numbers.js";
import type {Answer, StudyWords} from "../../words/en/words.js";

export type Trend = "rose" | "fell" | "showed no clear trend";

export interface Series {
  readonly label: string;
  readonly trend: Trend;
}

export interface OrganisationWords {
  readonly answer: Answer;
  readonly side: "more" | "less";
  readonly exposure: Series;
  readonly outcomes: readonly Series[];
  readonly years: number;
  readonly programme: string;
  /** the comparison with the sector is clear as well */
  readonly besideSector: boolean;
}

export const question = (exposure: string, outcomes: readonly string[]): string =>
  `As ${exposure} rose, did ${list(outcomes)} rise?`;

export function title({answer, side, exposure, outcomes, years, programme, besideSector}: OrganisationWords): string {
  const [planned] = outcomes;
  if (answer === "clear" && planned) {
    const sector = besideSector ? ", also compared with the sector" : "";
    return `${capital(planned.label)} rose ${side} in years when ${exposure.label} rose more${sector}`;
  }
  const all = [exposure, ...outcomes];
  const rose = all.filter(({trend}) => trend === "rose");
  if (rose.length === all.length)
    return `${capital(list(all.map(({label}) => label)))} ${all.length === 2 ? "both" : "all"} rose over ${inWords(years)} years. Growing series always rise together, so this says little about ${programme}`;
  const parts = outcomes.map(({label, trend}) => `${label} ${trend}`);
  return `${capital(exposure.label)} ${exposure.trend}; ${list(parts)}`;
}

export interface OrganisationNumbers {
  readonly changes: readonly {
    readonly label: string;
    readonly estimate: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  readonly growth: readonly {readonly label: string; readonly share: number}[];
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly exposure: string;
  /** yearly changes are clear, and departures from trend do not bear them out */
  readonly doubted: boolean;
}

export function sentence({changes, growth, from, to, n, exposure, doubted}: OrganisationNumbers): string {
  const first = growth.length > 0 ? `From ${from} to ${to} ${grown(growth)}. ` : "";
  const rs = changes.map(({label, estimate}) => `${decimal(estimate)} with those in ${label}`);
  const ranges = changes.flatMap(({low, high}) =>
    low === null || high === null ? [] : [`between ${decimal(low)} and ${decimal(high)}`]
  );
  const intervals =
    ranges.length === 0
      ? ""
      : ` The 95\u202f% confidence ${ranges.length === 1 ? "interval lies" : "intervals lie"} ${ranges.join(", and ")}, based on ${count(n)} changes.`;
  const doubt = doubted ? " Departures from the trends do not show the same, so we do not count it as a finding." : "";
  return `${first}Yearly changes in ${exposure} had a correlation of ${list(rs)}.${intervals}${doubt}`;
}

/** "revenue rose by 22 % and profit by 48 %; the sector rose by 21 %" */
function grown(growth: OrganisationNumbers["growth"]): string {
  const verb = (share: number): string => (share < 0 ? "fell" : "rose");
  const said = growth.map(({label, share}, i) => {
    const before = growth[i - 1];
    const same = before !== undefined && verb(before.share) === verb(share) && label !== "the sector";
    return `${label} ${same ? "" : `${verb(share)} `}by ${percent(Math.abs(share))}`;
  });
  const sector = growth.at(-1)?.label === "the sector" ? said.pop() : undefined;
  return [list(said), ...(sector === undefined ? [] : [sector])].filter((part) => part !== "").join("; ");
}

export const few = (
  years: number,
  {outcomes, exposure}: {readonly outcomes: readonly string[]; readonly exposure: string}
): {readonly title: string; readonly sentence: string} => ({
  title:
    years === 0
      ? "No year has what we compare"
      : `${capital(inWords(years))} ${years === 1 ? "year is" : "years are"} too few to test whether ${list(outcomes)} rose with ${exposure}`,
  sentence: years === 0 ? "There is nothing to test." : `We show ${years === 1 ? "it" : "them"} without a test.`
});

export const constant = (label: string): {readonly title: string; readonly sentence: string} => ({
  title: "We could not compare the years as planned",
  sentence: impossibleSentence(`${label} was the same in every year`)
});

export const unshown = ({programme}: Pick<StudyWords, "programme">): string =>
  `Whether ${programme} played a part in revenue and profit`;

export const alternative = "Markets, prices and size also move revenue and profit.";
export const wouldChange = "A similar organisation or a sector without the programme, followed over the same years.";
export const absent = "Years before the programme have no participation to compare.";

export const asks = {
  sector: (outcomes: readonly string[], exposure: string) =>
    `${outcomes.length > 1 ? "Do" : "Does"} ${list(outcomes)} rise with ${exposure} beyond growth in the sector?`,
  growth: () => "Is the correlation stronger than steady growth or decline alone would give?",
  years: () => "Are enough of the planned years available?"
} as const;

export const growthReason = (share: number, concern: number): string =>
  `${percent(share)} of unrelated pairs with the same trends had as strong a correlation. Above ${percent(concern)} is a concern.`;
