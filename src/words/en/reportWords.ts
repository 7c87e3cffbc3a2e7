/** What the report says between its headline and its cards, and after them: plain data in, sentences out. */
import {agree} from "./agree.js";
import {capital, count, decimal, inWords, list, percent, threeDigits} from "./numbers.js";
import {scalesDiffer} from "../scalesDiffer.js";
import {lineNoun} from "../studyNouns.js";
import {yearCalled, yearNoun} from "../yearNoun.js";
import type {ExposureKind} from "./exposure.js";
import type {StudyWords} from "./words.js";

export interface Point {
  readonly title: string;
  readonly sentence: string;
  readonly certainty: string;
}

export interface MainPoints {
  readonly study: StudyWords;
  readonly purpose: Point | null;
  readonly clear: readonly Point[];
  /** planned comparisons */
  readonly comparisons: number;
  /** whether each of them was shown too small to matter */
  readonly small: boolean;
  readonly organisation: Point | null;
  /** with whether its title names a difference, beside a share that is a count */
  readonly sessions: (Point & {readonly differs: boolean}) | null;
  /** where it is not among the clear ones */
  readonly engagement: Point | null;
  readonly drawn: boolean;
  /** there is more or less of what is studied, everywhere */
  readonly amount?: boolean;
}

const most = 5;
const surest = ["high", "moderate", "low", "very low"];

/** Three to five points in plain words, the surest first, each with how sure we are. */
export function mainPoints({
  study,
  purpose,
  clear,
  comparisons,
  small,
  organisation,
  sessions,
  engagement,
  drawn,
  amount = false
}: MainPoints): string[] {
  const {programme} = study;
  const sure = ({certainty}: Point): string => `How sure we are: ${certainty}.`;
  const none =
    comparisons === 0
      ? []
      : [
          `${comparisons === 1 ? "The one comparison is not clear" : `${comparisons === 2 ? "Neither" : "None"} of the ${inWords(comparisons)} comparisons is clear`}. ${small ? "Differences large enough to matter are excluded" : "Differences large enough to matter remain possible"}.`
        ];
  const said = (one: Point | null, words = "", ending = one ? sure(one) : ""): {certainty: string; text: string}[] =>
    one ? [{certainty: one.certainty, text: `${one.title}. ${words}${ending}`}] : [];
  const points = [
    ...clear.flatMap((one) => said(one, `${withoutBase(one.sentence)} `)),
    ...said(sessions, "", sessions?.differs ? `How sure we are of this difference: ${sessions.certainty}.` : undefined),
    ...said(purpose, `We cannot tell whether the ${lineNoun().many} worked together more elsewhere. `),
    ...said(organisation),
    ...said(engagement)
  ].toSorted((a, b) => surest.indexOf(a.certainty) - surest.indexOf(b.certainty));
  const told = [...(clear.length > 0 ? [] : none), ...points.map(({text}) => text)].slice(0, most);
  const next = drawn
    ? []
    : [
        `${amount ? "Changes" : "A start"} drawn at random could show whether ${programme} ${agree(programme, "makes", "make")} the difference.`
      ];
  return [...told, ...next].slice(0, most);
}

/** The first two sentences of a finding's numbers, without what they are based on: the number and its interval. */
function withoutBase(sentence: string): string {
  const [first = "", second = ""] = sentence.split(/(?<=\.) (?=[A-Z])/);
  return `${first} ${second.replace(/, based on [^.]*\.$/, ".")}`.trim();
}

export interface Setting {
  readonly purpose?: string;
  readonly groups?: readonly [number, number];
  readonly meets?: string;
  readonly minutes?: number;
  readonly about?: string;
  readonly sessions?: number;
}

/** What the programme set out to do, and how it works; null where the study says neither. */
export function settingWords(
  {purpose, groups, meets, minutes, about, sessions}: Setting,
  {person}: StudyWords
): string | null {
  const aim = purpose === undefined ? [] : [`The purpose was ${purpose.replace(/^bringing/, "to bring")}.`];
  const met =
    groups === undefined
      ? []
      : [
          `Groups of ${groups[0]} to ${groups[1]} ${person.many} met${meets === undefined ? "" : ` ${meets}`}${minutes === undefined ? "" : ` for ${minutes} minutes`}${about === undefined ? "" : ` to discuss ${about}`}.`
        ];
  const full = sessions === undefined ? [] : [`A full programme had ${count(sessions)} sessions.`];
  const all = [...aim, ...met, ...full];
  return all.length === 0 ? null : all.join(" ");
}

export const costsNote = (programme: string, drawn: boolean): string =>
  `These are costs only. We do not set them against gains${drawn ? "" : `, which are not shown to come from ${programme}`}.`;

export interface PlacesTaken {
  readonly year: number;
  readonly places: number;
  /** what they cost together: "25 million yen", "11,000 hours" */
  readonly amounts: readonly string[];
}

/** What the last year's places cost together, rounded as far as their number is. */
export const placesCost = ({year, places, amounts}: PlacesTaken, {person}: StudyWords): string =>
  `In ${yearCalled(year)} about ${count(places)} ${person.many} took part. A full programme for all of them would cost about ${list(amounts)}.`;

/** What became of scores over the years: "For all staff, the average of teamwork and communication went from 3.35 to 3.46". */
export const overYears = (
  measures: string,
  {
    from,
    to,
    years: [first, last]
  }: {readonly from: number; readonly to: number; readonly years: readonly [number, number]}
): string =>
  `For all staff, the average of ${measures} went from ${decimal(from)} in ${yearCalled(first)} to ${decimal(to)} in ${yearCalled(last)}.`;

export interface RatedScale {
  readonly kind: string;
  readonly up: number;
  readonly same: number;
  readonly down: number;
  /** share rated higher of those like them who had not taken part; null where it is not shown */
  readonly alike: number | null;
}

/** what a kind of scale rates somebody by, where it is first named */
const ratedBy: Readonly<Record<string, (persons: string) => string>> = {
  relative: (persons) => `, which rates ${persons} against one another,`,
  absolute: () => ", which rates each by a fixed standard,"
};

const onScale = (kind: string, persons: string): string => `On the ${kind} scale${ratedBy[kind]?.(persons) ?? ","} `;

/** How many were rated higher, the same and lower the year after, on a scale. */
export const ratedShares = (scales: readonly RatedScale[], {person}: Pick<StudyWords, "person">): string =>
  scales
    .map(
      ({kind, up, same, down, alike}) =>
        `${scales.length > 1 ? onScale(kind, person.many) : ""}${percent(up)} of those who took part were rated higher than before, ${percent(same)} the same and ` +
        `${percent(down)} lower.${alike === null ? "" : ` Of similar ${person.many}, ${percent(alike)} were rated higher.`}`
    )
    .concat(scalesDiffer(scales) ? [apart(scales, person.many)] : [])
    .join(" ");

/** Which scale has more of those who took part rated higher than of the others, and which fewer. */
function apart(scales: readonly RatedScale[], persons: string): string {
  const on = (more: boolean): string =>
    list(scales.flatMap(({kind, up, alike}) => (alike !== null && up !== alike && up > alike === more ? [kind] : [])));
  return `Compared with similar ${persons}, more of them were rated higher on the ${on(true)} scale, and fewer on the ${on(false)} scale.`;
}

export const noCosts = (programme: string): string => `The data do not say what ${programme} cost.`;

/** A share, and the width of the band that it is the middle of; zero where it is exact. */
export interface Banded {
  readonly value: number;
  readonly step: number;
}

/** "about 35 %"; at the ends "under 10 %" and "over 90 %", of which the middle was nobody's. */
function bandSaid({value, step}: Banded): string {
  if (step === 0 || value === 0 || value === 1) return percent(value);
  if (value <= step / 2) return `under ${percent(step)}`;
  return value >= 1 - step / 2 ? `over ${percent(1 - step)}` : `about ${percent(value)}`;
}

/** Participation by unit and year, as its figure says it. */
export const tookPart = {
  title: (low: Banded, high: Banded, year: number, {unit, person}: StudyWords): string =>
    low.value === high.value
      ? `In ${yearCalled(year)}, ${bandSaid(low)} of eligible ${person.many} took part in every ${unit.one}`
      : `In ${yearCalled(year)}, from ${bandSaid(low)} to ${bandSaid(high)} of eligible ${person.many} took part, by ${unit.one}`,
  subtitle: ({person}: StudyWords, steps: readonly number[]): string =>
    `Share of eligible ${person.many} who took part, ${steps.length > 0 ? `shown at the middle of steps of ${list(steps.map((step) => decimal(100 * step, 0)))} points, ` : ""}by ${yearNoun().one}`,
  value: "Participation"
};

export const notCovered = {
  finding: (question: string, reason: string): string =>
    `${capital(question)}: ${reason.replace(/^the study lacks /, "we have no data on ").replaceAll("_", " ")}.`
};

/** What a year is, by whether it begins with January. */
export const yearsNamed = {
  calendar: (): string => "Years are calendar years.",
  fiscal: (): string => `Years are ${yearNoun().many}, named by the year in which they start.`
};

/** The heading above it: people take part, a tax changes, a law is there or not. */
export function exposedHeading(kind: ExposureKind, noun: string, {unit}: Pick<StudyWords, "unit">): string {
  if (kind === "share" || kind === "sessions") return "Who took part";
  return kind === "yes or no" || kind === "law" ? `How many ${unit.many} had ${noun}` : `How ${noun} changed`;
}

/** "In 2011, 10 % of eligible managers took part; in 2019, 65 % of about 450 managers." */
export const sharesOverYears = (
  {
    first,
    last,
    eligible
  }: {
    readonly first: {readonly year: number; readonly share: number};
    readonly last: {readonly year: number; readonly share: number};
    /** in the last year; null where it is not shown */
    readonly eligible: number | null;
  },
  {person}: Pick<StudyWords, "person">
): string =>
  `In ${yearCalled(first.year)}, ${percent(first.share)} of eligible ${person.many} took part; in ${yearCalled(last.year)}, ${percent(last.share)}${eligible === null ? "" : ` of about ${count(eligible)} ${person.many}`}.`;

/** "Firms with a grant: 36 of 157 in 1988 and 30 of 157 in 1989." */
export const unitsOverYears = (
  years: readonly {readonly year: number; readonly had: number; readonly of: number}[],
  {noun, unit}: Pick<StudyWords, "unit"> & {readonly noun: string}
): string =>
  `${capital(unit.many)} with ${noun}: ${list(years.map(({year, had, of}) => `${count(had)} of ${count(of)} in ${yearCalled(year)}`))}.`;

export const exposureOverYears = (
  {noun, unit}: {readonly noun: string; readonly unit: string},
  {
    first,
    last,
    units
  }: {
    readonly first: {readonly year: number; readonly mean: number};
    readonly last: {readonly year: number; readonly mean: number};
    readonly units: string;
  }
): string => {
  const share = unit === "share";
  const digits = threeDigits([first.mean, last.mean]);
  const [from, to] = [first, last].map(({mean}) => (share ? percent(mean) : decimal(mean, mean === 0 ? 0 : digits)));
  return `On average over ${units}, ${noun} ${agree(noun, "was", "were")} ${from}${share ? "" : ` ${unit}`} in ${yearCalled(first.year)} and ${to} in ${yearCalled(last.year)}.`;
};
