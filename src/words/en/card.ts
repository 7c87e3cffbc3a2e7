import {unitNoun} from "../studyNouns.js";
import {capital, list} from "./numbers.js";
import type {Noun} from "./words.js";

type Level = 1 | 2 | 3 | 4 | 5;
type Certainty = "very low" | "low" | "moderate" | "high";
type Domain = "selection" | "missing" | "measurement" | "precision" | "consistency" | "multiplicity";

/** How sure we are, in a word. */
export const certaintyWords: Readonly<Record<Certainty, string>> = {
  "very low": "very low",
  low: "low",
  moderate: "moderate",
  high: "high"
};

/** The steps of the Maryland scale, as a reader would say them. */
export const levelWords: Readonly<Record<Level, string>> = {
  1: "no comparison group",
  2: "compared with others that may differ",
  get 3() {
    return `similar ${unitNoun().many}, each followed over time`;
  },
  4: "the same, with a start set by others",
  5: "assigned at random"
};

/** What the word for how sure we are starts from, and what lowers it. */
export const gradingNote = (words: readonly string[]): string =>
  `How sure we are is ${words.slice(0, -1).join(", ")} or ${words.at(-1)}. It starts at high for a count or for what was ` +
  "assigned at random, at moderate for a start set by others, and at low for any other comparison. Each kind of check that failed, " +
  "or could not be made, lowers it by one step. Where it starts above low, answers that are not clear lower it by one more step in all.";

/** Whether an estimate is large enough to matter; `worthwhile` as a reader reads it: "1.0 percentage points". */
export function sizeSentence({
  clear,
  size,
  worthwhile
}: {
  readonly clear: boolean;
  readonly size: "beyond" | "inside" | "across";
  readonly worthwhile: string;
}): string {
  const first = clear ? "" : "This estimate is not clear. ";
  if (size === "beyond") return `${first}The difference is large enough to matter.`;
  if (size === "inside") return `${first}The difference is too small to matter.`;
  return `${first}The smallest difference that matters is ${worthwhile}. The interval includes smaller and larger ones, so we cannot tell whether this one matters.`;
}

/** Where an interval lies beside the smallest difference that matters. */
export function sizeOf(
  {low, high}: {readonly low: number; readonly high: number},
  worthwhile: number
): "beyond" | "inside" | "across" {
  if (low >= worthwhile || high <= -worthwhile) return "beyond";
  return low > -worthwhile && high < worthwhile ? "inside" : "across";
}

export interface ComparisonMade {
  readonly level: Level;
  readonly unit: Noun;
  /** what the comparison is adjusted for */
  readonly adjustedFor?: readonly string[];
  /** who set the start, where the participants did not */
  readonly body?: string;
  /** each unit with itself over the years, though nothing shows that all were on one path */
  readonly followed?: boolean;
  /** people compared with similar people, rather than a unit with itself */
  readonly persons?: Noun;
  /** what else the comparison is within: "school" */
  readonly within?: readonly string[];
  /** how it was assigned, in the study's own words */
  readonly account?: string | null | undefined;
  /** which units those with it are compared with */
  readonly against?: string | undefined;
}

/** How the comparison was made, in a sentence. */
export function comparisonSentence({
  level,
  unit,
  adjustedFor = [],
  body,
  followed = false,
  persons,
  within = [],
  account,
  against = "the rest"
}: ComparisonMade): string {
  const itself = `Each ${unit.one} compared with itself in other years, and with others in that year`;
  switch (level) {
    case 1:
      return "No comparison group.";
    case 2:
      if (followed) return `${itself}. There are no years before to show whether all were on similar paths.`;
      return persons
        ? `${capital(persons.many)} who took part, compared with similar ${persons.many} who had not${forList(adjustedFor)}.`
        : `${capital(unit.many)} compared with others that may differ${forList(adjustedFor)}.`;
    case 3:
      return `${itself}.`;
    case 4:
      return `${itself}, with a start set by ${body ?? "others"}.`;
    case 5:
      return account == null
        ? `${capital(unit.many)} drawn at random${within.length === 0 ? "" : ` within each ${list(within)}`}, compared with ${against}.`
        : `${account} The comparison is with ${against}.`;
  }
}

const forList = (items: readonly string[]): string => (items.length === 0 ? "" : `, adjusted for ${list(items)}`);

export const loweredBecause: Readonly<Record<Domain, string>> = {
  selection: "those compared may have differed before",
  missing: "too much data is missing",
  measurement: "the measure may be unreliable, may have changed, or may come from people who knew who took part",
  precision: "the interval includes both zero and a difference that matters",
  consistency: "not every other comparison confirms it",
  multiplicity: "it is not clear after adjustment"
};

/** After "we could not fully check". */
const notFullyChecked: Readonly<Record<Domain, string>> = {
  selection: "whether those compared differed before",
  missing: "whether too much data is missing",
  measurement: "whether the measure is reliable",
  precision: "how precise the estimate is",
  consistency: "whether other comparisons confirm it",
  multiplicity: "whether it is clear after adjustment"
};

export interface Sureness {
  readonly certainty: Certainty;
  readonly ceiling: Certainty;
  readonly answered: number;
  readonly of: number;
  readonly lowered: readonly Domain[];
  /** those of them in which nothing failed, but a check could not be made */
  readonly unchecked?: readonly Domain[];
}

/** How sure we are of the direction: "Low, the most that this kind of comparison allows. 6 of 8 checks answered yes." */
export function surenessSentence({certainty, ceiling, answered, of, lowered, unchecked = []}: Sureness): string {
  const word = certainty.charAt(0).toUpperCase() + certainty.slice(1);
  const most = certainty === "low" && ceiling === "low" ? ", the most that this kind of comparison allows" : "";
  const checks = of === 0 ? "" : ` ${answered === 0 ? "None" : answered} of ${of} checks answered yes.`;
  const known = lowered.filter((domain) => !unchecked.includes(domain)).map((domain) => loweredBecause[domain]);
  const unknown = unchecked.map((domain) => notFullyChecked[domain]);
  const said = [...known, ...(unknown.length > 0 ? [`we could not fully check ${list(unknown)}`] : [])];
  const because = said.length === 0 ? "" : ` Lowered because ${list(said)}.`;
  return `${word}${most}.${checks}${because}`;
}

/** Why a comparison could not be made. */
export function impossibleSentence(reason: string): string {
  return `We could not make this comparison: ${reason}.`;
}
