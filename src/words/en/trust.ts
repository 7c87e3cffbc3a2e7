import {capital, inWords, list} from "./numbers.js";

type State = "answered" | "open" | "failed" | "unmade";
type Domain = "selection" | "missing" | "measurement" | "precision" | "consistency" | "multiplicity";

/** Heads of the table "How far can each finding be trusted?". */
export const trustHeadings = {
  question: "Question",
  answer: "Answer",
  comparison: "Comparison",
  sure: "How sure",
  selection: "Earlier differences",
  missing: "Missing data",
  measurement: "Measurement error",
  precision: "Imprecision",
  consistency: "Comparisons differ",
  multiplicity: "Chance among several"
} as const satisfies Readonly<Record<"question" | "answer" | "comparison" | "sure" | Domain, string>>;

const cells: Readonly<Record<State, string>> = {
  answered: "Ruled out",
  failed: "A concern",
  open: "Unresolved",
  unmade: "Not checked"
};

/** What a problem came to; where participants chose, earlier differences are at best unresolved. */
export function trustCell(state: State, {domain, chosen}: {readonly domain: Domain; readonly chosen: boolean}): string {
  return cells[domain === "selection" && chosen && state === "answered" ? "open" : state];
}

export const trustCaption =
  "Could this problem explain the answer? Ruled out: every check of it answered yes; where a check measures a bias, it is too small to matter at 95\u202f% confidence. Not checked: a check could not be made, or this kind of comparison has none. Of these, only a check that could not be made lowers how sure we are.";

/** What the clear comparisons come to together, of all that were made. */
export function togetherSentence(
  better: readonly string[],
  worse: readonly string[],
  {made = 2}: {readonly made?: number} = {}
): string {
  const n = better.length + worse.length;
  if (n === 0) return "No comparison is clear.";
  if (made === 1) return "This is the only comparison made, and it is clear.";
  if (n === 1) return "One clear comparison is not a pattern.";
  if (better.length > 0 && worse.length > 0)
    return `${capital(list(better))} ${better.length > 1 ? "point" : "points"} the way hoped for, ${list(worse)} the other way.`;
  return `The ${inWords(n)} clear comparisons (${list([...better, ...worse])}) ${n === 2 ? "both" : "all"} point ${worse.length === 0 ? "the way hoped for" : "the other way"}.`;
}
