/** What the page and the card say of departments: plain data in, text out. */
import {areNought} from "../../words/areNought.js";
import {startCalled} from "../../words/programmeCalled.js";
import {article} from "../../words/en/article.js";
import {agree} from "../../words/en/agree.js";
import {impossibleSentence} from "../../words/en/card.js";
import {type ExposurePhrases, unitsWithMore} from "../../words/en/exposure.js";
import {basedOn, sidedInterval} from "../../words/en/intervals.js";
import {capital, count, decimal, digitsFor, isZero, list, pValue, size} from "../../words/en/numbers.js";
import {countsItself, didOutcome, type Outcome, spokenOf, wasOutcome} from "../../words/en/outcome.js";
import type {Answer, Side, StudyWords} from "../../words/en/words.js";

export interface DepartmentsWords {
  readonly answer: Answer;
  readonly side: Side;
  readonly outcome: Outcome;
  readonly phrases: ExposurePhrases;
  readonly study: StudyWords;
  /** the plan follows each unit over time */
  readonly followed: boolean;
  /** what else the plan compares within: "school" */
  readonly within: readonly string[];
  /** the difference between units was there before the programme, on the same side */
  readonly before: boolean;
  /** a difference within units was shown too small to matter */
  readonly smallWithin: boolean;
  /** a draw decided: the words may be of an effect */
  readonly effect: boolean;
}

export function question({
  phrases,
  study,
  isShare
}: Pick<DepartmentsWords, "phrases" | "study"> & {isShare: boolean}): string {
  const {unit, person} = study;
  if (isShare) return `Did ${unit.many} do better when more of their ${person.many} took part?`;
  return `Did ${unit.many} do better ${phrases.asRose}?`;
}

export function title(words: DepartmentsWords): string {
  const {answer, side, outcome, phrases, study, followed, before, smallWithin, effect} = words;
  const units = capital(study.unit.many);
  const measure = spokenOf(outcome.label);
  if (effect && answer === "clear")
    return `Offering ${study.programme} ${side === "higher" ? "raised" : "lowered"} ${measure}`;
  switch (answer) {
    case "clear":
      return followed || effect
        ? `${units} ${didOutcome(outcome, side)} ${phrases.inYears}`
        : `${unitsWithMore(phrases)} ${didOutcome(outcome, side)}`;
    case "difference": {
      const first = `${unitsWithMore(phrases)} ${didOutcome(outcome, side)}${before ? `, and did so before ${startCalled(study)}` : ""}`;
      if (!followed) return first;
      const rest = smallWithin
        ? `Within ${study.unit.many}, any change was too small to matter`
        : `Whether ${measure} changed ${phrases.asRose} is not clear`;
      return `${first}. ${rest}`;
    }
    case "small":
      return `${capital(measure)} ${followed ? "changed" : "differed"} too little with ${phrases.noun} to matter`;
    case "none":
      return `We found no clear link between ${phrases.noun} and ${measure}`;
    case "impossible":
      return `We could not compare ${study.unit.many} as planned`;
  }
}

export interface DepartmentsNumbers {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly n: number;
  readonly rows: string;
  /** first and last year of them, where there are several */
  readonly years?: readonly [number, number] | null;
  /** in a logarithm's outcome, what the estimate is in percent */
  readonly percent: number | null;
}

export function sentence(
  {
    outcome,
    phrases,
    study,
    followed,
    within,
    effect
  }: Pick<DepartmentsWords, "outcome" | "phrases" | "study" | "followed" | "within" | "effect">,
  {estimate, low, high, unit, n, rows, years = null, percent}: DepartmentsNumbers
): string {
  const side: Side = estimate < 0 ? "lower" : "higher";
  const digits = low === null || high === null ? 2 : digitsFor(low, high);
  const same = within.length > 0 ? ` within each ${list(within)}` : "";
  const how = followed
    ? `Comparing each ${study.unit.one} with itself over the years`
    : same || effect
      ? `Comparing ${study.unit.many}${same}${effect ? ", as they were drawn" : ""}`
      : `With all ${rows} together`;
  const based = basedOn(n, rows, years);
  if (areNought([estimate, low ?? 0, high ?? 0]))
    return `${how}, ${wasOutcome(outcome)} no different ${phrases.perStep}, based on ${based}.`;
  const moved = movedBy({amount: size(estimate, digits), side, unit, label: outcome.label});
  const first = `${how}, ${wasOutcome(outcome)} ${moved}${inPercent(percent, side)} ${phrases.perStep}.`;
  if (low === null || high === null) return `${first} There is no interval; it is based on ${based}.`;
  return `${first} ${sidedInterval({low, high}, side, {digits, based})}`;
}

/** What a logarithm's difference is in percent; nothing where that is printed as zero. */
function inPercent(percent: number | null, side: Side): string {
  const printed = [0, 1].map((digits) => size(percent ?? 0, digits)).find((number) => !isZero(number));
  return printed === undefined ? "" : ` (${printed}\u202f% ${side})`;
}

/** "0.17 percentage points higher", "lower by 0.3 per 10,000 people"; of what is counted in itself, "higher by 2.5". */
function movedBy({
  amount,
  side,
  unit,
  label
}: Record<"amount" | "unit" | "label", string> & {readonly side: Side}): string {
  if (isZero(amount)) return "no different";
  if (countsItself(label, unit)) return `${side} by ${amount}`;
  return unit.startsWith("per ") ? `${side} by ${amount} ${unit}` : `${amount} ${unit} ${side}`;
}

/** The plan's terms of the exposure in earlier years, and the test of them all with the main one. */
export function lagged(
  {outcome, phrases}: Pick<DepartmentsWords, "outcome" | "phrases">,
  terms: readonly {readonly lag: number; readonly shown: DepartmentsNumbers}[],
  joint: {readonly p: number; readonly df1: number; readonly df2: number} | null
): string {
  const said = terms.map(({lag, shown: {estimate, low, high, unit, percent}}) => {
    const side: Side = estimate < 0 ? "lower" : "higher";
    const digits = low === null || high === null ? 2 : digitsFor(low, high);
    const when = lag === 1 ? "the year before" : `${count(lag)} years before`;
    const moved = movedBy({amount: size(estimate, digits), side, unit, label: outcome.label});
    const first = `In the same model, ${wasOutcome(outcome)} ${moved}${inPercent(percent, side)} ${phrases.perStep} ${when}.`;
    return low === null || high === null ? first : `${first} ${sidedInterval({low, high}, side, {digits})}`;
  });
  const together = joint
    ? ` Tested together, ${terms.length === 1 ? "this difference" : "these differences"} and the main one have p ${pValue(joint.p)} (${count(joint.df1)} and ${decimal(joint.df2, 1)} degrees of freedom).`
    : "";
  return `${said.join(" ")}${together}`;
}

export function impossible(reason: string): string {
  return impossibleSentence(reason);
}

/** @param worse  whether those with more of it did worse, not better */
export function alternative(
  {study, phrases, effect}: Pick<DepartmentsWords, "study" | "phrases" | "effect">,
  {isShare, worse}: {readonly isShare: boolean; readonly worse: boolean}
): string {
  const {unit, programme} = study;
  if (effect) return `After a draw there remain chance, missing data, and whatever else came with ${phrases.noun}.`;
  return isShare
    ? `${capital(article(unit.one))} about to do ${worse ? "worse" : "better"} may have had more time for ${programme}.`
    : `${capital(unit.many)} ${phrases.ownReasons[worse ? "worse" : "better"]}.`;
}

export interface WouldChange {
  readonly drawn: boolean;
  /** others than the units set it already */
  readonly setByOthers: boolean;
  /** what there is more or less of everywhere; null of what starts */
  readonly amount: string | null;
}

export function wouldChange({programme, unit}: StudyWords, {drawn, setByOthers, amount}: WouldChange): string {
  if (drawn) return `Another random assignment of ${programme}, among other ${unit.many}, with another result.`;
  const what = `${amount === null ? `A start of ${programme}` : `Changes of ${amount}`} drawn at random`;
  return setByOthers ? `${what}.` : `${what}, or set by others than the ${unit.many} themselves.`;
}

export interface Absent {
  readonly of: number;
  /** rows that lack a value which the main comparison takes */
  readonly missing: number;
  /** whether some of them are withheld */
  readonly withheld: boolean;
}

export function absent(rows: string, {of, missing, withheld}: Absent): string {
  if (missing === 0) return `All ${count(of)} ${rows} of these data are in the estimate.`;
  const why = withheld ? "a value is missing, or withheld to protect people" : "a value is missing";
  return `${count(missing)} of ${count(of)} ${rows} ${missing === 1 ? "is" : "are"} not in the estimate: ${why}.`;
}

/** What is left out beside each unit: years, and what else the plan compares within ("school"). */
export interface LeftOutWords {
  readonly years: boolean;
  readonly groups: readonly string[];
}

/** Questions of the checks: yes is always the reassuring answer. */
export const asks = {
  cells: (rows: string) => `Are enough of the planned ${rows} available?`,
  lost: ({unit}: StudyWords, noun: string) =>
    `Are values equally often missing from ${unit.many} with ${noun} and from the others?`,
  absorbed: (study: StudyWords, {drawn}: {readonly drawn: boolean}) =>
    `Does the main comparison remove differences that existed before ${drawn ? "the draw" : startCalled(study)}?`,
  path: (study: StudyWords) => `Were ${study.unit.many} on similar paths before ${startCalled(study)}?`,
  ownTrend: ({unit}: StudyWords) => `Does it hold with a trend for each ${unit.one}?`,
  lead: ({label}: Outcome, noun: string) =>
    `${agree(label, "Is", "Are")} ${spokenOf(label)} unrelated to ${noun} in the following year?`,
  placebo: ({programme}: StudyWords, noun: string) =>
    `Are outcomes that ${programme} cannot affect unrelated to ${noun === programme ? "it" : noun}?`,
  nextYear: ({label}: Outcome) => `Does it hold for ${spokenOf(label)} a year later?`,
  leaveOut: ({unit}: StudyWords, {years, groups}: LeftOutWords) =>
    `Does the result hold when any one ${[unit.one, ...groups, ...(years ? ["year"] : [])].join(" or ")} is left out?`,
  steps: (noun: string) => `Is ${noun} published in fine enough steps?`
} as const;

/** Outcomes that are missing after a draw; what happens inside a unit is not seen. */
export const lostReason = (
  {
    missing,
    of,
    rows,
    differs
  }: {readonly missing: number; readonly of: number; readonly rows: string; readonly differs: boolean},
  {unit, person}: StudyWords
): string => {
  const unseen = `${capital(person.many)} lost within ${article(unit.one)} are not seen here.`;
  if (missing === 0) return `All ${count(of)} ${rows} that were drawn have values. ${unseen}`;
  return `${count(missing)} of ${count(of)} ${rows} have none, ${differs ? "clearly more often on one side" : "and it is not clear whether that is more often on one side"}. ${unseen}`;
};

export const drawnReason = "It was assigned at random.";

export const absorbedReason = (unit: string): string => `Each ${unit} is compared with itself.`;

/** Of which kind the main comparison's errors are. */
export type Errors = "clustered" | "wild" | "robust";

/** How the planned regression is made, from what it takes out, and what its interval rests on. */
export const methodSentence = (
  absorbed: readonly string[],
  {errors, unit, fewest}: {readonly errors: Errors; readonly unit: StudyWords["unit"]; readonly fewest: number}
): string => {
  const model =
    absorbed.length === 0 ? "It is a regression." : `It is a regression with a level for each ${list(absorbed)}.`;
  const told = {
    clustered: `Its errors allow the years of one ${unit.one} to be related (clustered, CR2, Satterthwaite).`,
    wild: `With fewer than ${count(fewest)} ${unit.many}, the wild cluster bootstrap gives its interval and p.`,
    robust: `Each ${unit.one} is one row, so its errors are not clustered; they allow ${unit.many} to vary unequally (HC2, Satterthwaite).`
  }[errors];
  return `${model} ${told}`;
};

export const remainsReason = (estimate: string, range: string): string =>
  `${estimate} (${range}) remains in the estimate.`;

/** What the difference comes to for an average unit; `less` of a loss. */
export const money = (one: string, amount: string, less: boolean, between: string): string =>
  `For an average ${one} that is ${amount}${less ? " less" : ""} a year, ${between}.`;

export const stepsReason = (steps: readonly number[], share: string): string =>
  `Steps of ${list(steps.map((step) => decimal(100 * step, 0)))} points keep ${share} of its variation.`;
