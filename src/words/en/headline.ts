import {programmeCalled} from "../programmeCalled.js";
import {yearCalled, yearsRun} from "../yearNoun.js";
import {agree} from "./agree.js";
import type {ExposurePhrases} from "./exposure.js";
import {capital, count, inWords, list, timesIn} from "./numbers.js";
import {lowered, spokenOf, withArticle} from "./outcome.js";
import type {Noun, Side, StudyWords} from "./words.js";

type Level = 1 | 2 | 3 | 4 | 5;
export type AssignmentHow = "randomised" | "externally assigned" | "nominated" | "voluntary" | "unknown";

/** A comparison that the headline may name. */
export interface NamedFinding {
  readonly id: string;
  /** "margins", "teamwork and communication", "ratings" */
  readonly outcome: string;
  readonly scored?: boolean;
  readonly unit?: string;
  /** as measured */
  readonly side: Side;
  readonly hoped: boolean;
}

export interface HeadlineInput {
  readonly kind: "named" | "unsure" | "none" | "too small" | "descriptive";
  readonly named: readonly NamedFinding[];
  /** outcomes of the planned comparisons, "margins", "engagement"; ratings of persons apart */
  readonly compared: readonly string[];
  /** whether persons were compared, too */
  readonly persons: boolean;
  readonly level: Level;
  readonly phrases: ExposurePhrases;
  readonly study: StudyWords;
  /** whether units are seen over the years, so that something of theirs can change; seen once they differ */
  readonly followed?: boolean;
  /** of the last year: who took part */
  readonly takeUp?: {readonly year: number; readonly share: string};
}

/** The report's answer, in two lines at most; what went the wrong way comes first. */
export function headline(input: HeadlineInput): string {
  const {kind, compared, persons, phrases, study, followed = true, takeUp} = input;
  switch (kind) {
    case "named":
      return namedHeadline(input);
    case "unsure":
      return compared.length + Number(persons) === 1
        ? `The difference in ${compared[0] === undefined ? "ratings" : spokenOf(compared[0])} is clear, but not sure enough to rely on`
        : "Some differences are clear, but none is sure enough to rely on";
    case "too small":
      return `${capital(list([...compared.map(spokenOf), ...(persons ? ["ratings"] : [])]))} ${followed ? "changed" : "differed"} too little with ${study.programme} to matter`;
    case "none":
      return compared.length === 0
        ? `We found no clear difference in ratings between ${study.person.many} who took part and others`
        : `We found no clear ${followed ? "change" : "difference"} in ${alternatives(compared.map(spokenOf))} ${phrases.asRose}${persons ? ", and no clear difference in ratings" : ""}`;
    case "descriptive":
      return takeUp
        ? `In ${yearCalled(takeUp.year)}, ${takeUp.share} of ${study.person.many} took part; these data cannot compare them with others`
        : `These data describe ${study.programme}; they cannot compare it with anything else`;
  }
}

function namedHeadline({named, level, phrases, study}: HeadlineInput): string {
  if (level === 5)
    return `Offering ${study.programme} ${list(named.map(({side, outcome}) => `${side === "higher" ? "raised" : "lowered"} ${outcome}`))}`;
  const harm = named.filter(({hoped}) => !hoped);
  const good = named.filter(({hoped}) => hoped);
  const ordered = [...harm, ...good];
  const [only] = ordered;
  if (ordered.length === 1 && only?.id === "managers")
    return `${capital(study.person.many)} who took part were rated ${only.side} the next year than similar ${study.person.many} who had not`;
  const clauses = [harm, good].flatMap((some) => clausesOf(some, phrases, study));
  const mixed = harm.length > 0 && good.length > 0;
  return capital(clauses.join(mixed ? ", but " : ", and "));
}

function clausesOf(some: readonly NamedFinding[], {inYears}: ExposurePhrases, {unit, person}: StudyWords): string[] {
  const units = some.filter(({id}) => id !== "managers");
  const persons = some.filter(({id}) => id === "managers");
  const verbs = units.map(({side, outcome, scored, unit: measuredIn}) =>
    scored ? `scored ${side} on ${lowered(outcome)}` : `had ${withArticle(outcome, side, measuredIn)}`
  );
  return [
    ...(verbs.length > 0 ? [`${unit.many} ${list(verbs)} ${inYears}`] : []),
    ...persons.map(({side}) => `${person.many} were rated ${side} after taking part`)
  ];
}

/** What several measures of a survey came to, and what all units came to together, told apart from a unit's own. */
export const scoresOn = (measures: string): string => `scores on ${measures}`;
export const overallOf = (outcome: string): string => `overall ${outcome}`;

/** Ratings of persons, told apart from those of sessions. */
export const ratingsOf = ({many}: StudyWords["person"]): string => `ratings of ${many}`;

const alternatives = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;

/** Who set it: persons who take part, or units of something that people do not take part in. */
function choiceOf(how: AssignmentHow, {person, unit}: StudyWords, own: string | undefined): string {
  switch (how) {
    case "voluntary":
      return own === undefined
        ? `${capital(person.many)} chose to take part`
        : `${capital(unit.many)} set ${own} themselves`;
    case "nominated":
      return `${capital(own === undefined ? person.many : unit.many)} were selected`;
    case "unknown":
      return "We do not know who chose";
    case "externally assigned":
      return "Others set the start, but this comparison does not rest on that alone";
    case "randomised":
      return "Something was drawn at random, but this comparison does not rest on the draw alone";
  }
}

export interface CauseInput {
  readonly kind: HeadlineInput["kind"];
  readonly level: Level;
  readonly how: AssignmentHow;
  readonly study: StudyWords;
  /** the programme as its own: "the grant" */
  readonly programme?: string;
  /** what units had or set, where people do not take part in it: "the beer tax" */
  readonly own?: string;
  /** who set the start, at level 4 */
  readonly body?: string;
  /** whether more than one comparison was made */
  readonly several?: boolean;
  readonly followed?: boolean;
}

/** The line below the headline: whether the programme is the reason. */
export function causeLine({
  kind,
  level,
  how,
  study,
  programme = study.programme,
  own,
  body,
  several = true,
  followed = true
}: CauseInput): string {
  if (kind === "none") return `This does not show that there was no ${followed ? "change" : "difference"}.`;
  if (kind === "too small")
    return `${several ? "None of the intervals includes" : "The interval does not include"} a difference that matters.`;
  if (kind === "descriptive")
    return `Without a comparison, nothing can be said of what ${programmeCalled(study)} brought.`;
  if (level === 5)
    return `${capital(programme)} ${agree(programme, "was", "were")} assigned at random, so this is an effect of the offer.`;
  if (level === 4)
    return `${capital(body ?? "others")} set the start, so choice by participants is unlikely to explain this. Other reasons remain.`;
  return `${choiceOf(how, study, own)}, so ${programme} need not be the reason.`;
}

export interface StandfirstInput {
  readonly study: StudyWords;
  readonly years: readonly [number, number];
  readonly units: number;
  /** departments in them: more than units where small ones are taken together */
  readonly departments?: number;
  /** what the main comparison of units rests on, where that is not all of them */
  readonly compared?: string | undefined;
  /** whether persons take part, who are not the units themselves */
  readonly persons: boolean;
  /** more or less of something that is there throughout, as the study follows it: "nursing time" */
  readonly amount?: string;
  readonly planned: boolean;
  readonly followed?: boolean;
  readonly comparisons: number;
  /** questions that are not counted among the comparisons, and whether all of them are about the sessions */
  readonly described?: {readonly questions: number; readonly sessions: boolean};
  /** what is clear of them, in a word or two each, and what is not */
  readonly clear: readonly string[];
  readonly unclear?: readonly string[];
  /** what was planned of them and could not be compared */
  readonly unmade?: readonly string[];
  readonly synthetic: boolean;
  /** the chance to find the smallest difference that matters */
  readonly power?:
    {readonly outcome: string; readonly direction: "higher" | "lower"; readonly chance: number} | undefined;
}

type Made = Pick<
  StandfirstInput,
  "planned" | "followed" | "comparisons" | "clear" | "unclear" | "unmade" | "described"
> & {
  readonly programme: string;
};

/** How many comparisons were made, for how many of the questions, and how many of them are clear. */
function madeOf({
  planned,
  followed,
  comparisons,
  clear,
  unclear = [],
  unmade = [],
  described,
  programme
}: Made): string {
  const verb = planned || unmade.length > 0 ? "planned" : "made";
  const not = unmade.length === 0 ? "" : ` We could not compare ${list(unmade)}.`;
  const number = clear.length === 0 ? "none" : inWords(clear.length);
  const are = clear.length < 2 ? "is" : "are";
  const which = clear.length === 0 ? "" : `: ${list(clear)}`;
  if (comparisons === 0) return "We made no comparison.";
  if (comparisons === 1)
    return `We ${verb} one comparison; it ${unmade.length === 1 ? "could not be made" : `is ${clear.length === 1 ? "clear" : "not clear"}`}.`;
  if (!described || described.questions === 0)
    return `We ${verb} ${inWords(comparisons)} comparisons; ${number} ${are} clear after adjusting for their number${which}.${not}`;
  return (
    `We asked ${inWords(comparisons + described.questions)} questions. ${capital(inWords(comparisons))} ask what ${followed ? "changed" : "differed"} with ${programme}, ` +
    `and we ${verb} a comparison for each. ${capital(number)} of these ${are} clear after adjusting for their number${which}. ` +
    `${clear.length === 0 ? "" : notClear(unclear, unmade.length === 0)}${not === "" ? "" : `${not.trim()} `}${describing(described)}`
  );
}

/** What is not clear of the rest, so that no question of the report goes without an answer. */
function notClear(unclear: readonly string[], all: boolean): string {
  if (unclear.length === 0) return "";
  const number = inWords(unclear.length);
  const those = unclear.length === 1 ? "The other is" : `The other ${number} are`;
  const others = all ? those : `${capital(number)} ${unclear.length === 1 ? "is" : "are"}`;
  const several = unclear.some((one) => one.includes(" and "));
  return `${others} not: ${several ? unclear.join(", and ") : list(unclear)}. `;
}

const describing = ({questions, sessions}: {readonly questions: number; readonly sessions: boolean}): string =>
  `The remaining ${questions === 1 ? "question describes" : `${inWords(questions)} questions describe`} ${sessions ? "the sessions" : "what was found, without such a comparison"}.`;

/** How often a study of this size would miss a change. */
function missedBy(chance: number, change: string): string {
  const often = timesIn(chance);
  return often.startsWith("almost")
    ? `A study of this size would ${often} miss ${change}.`
    : `${capital(often)}, a study of this size would miss ${change}.`;
}

export function standfirst({
  study,
  years,
  units,
  departments = units,
  compared,
  persons,
  amount,
  planned,
  followed = true,
  comparisons,
  clear,
  unclear,
  unmade,
  described,
  synthetic,
  power
}: StandfirstInput): string {
  const {unit, person, programme} = study;
  const place = units === 0 ? "" : ` in ${count(departments)} ${unit.many}`;
  const who = persons ? ` for ${person.many}${place}.` : `. The study covers ${count(departments)} ${unit.many}.`;
  const together =
    departments > units ? ` Small ${unit.many} are taken together, so they count as ${count(units)} here.` : "";
  const subject = amount ?? programme;
  const verb = persons
    ? "ran"
    : amount === undefined
      ? agree(subject, "was in place", "were in place")
      : agree(subject, "was followed", "were followed");
  const ran = `${capital(subject)} ${verb} ${yearsRun(years)}${who}`;
  const made = madeOf({planned, followed, comparisons, clear, unclear, unmade, described, programme});
  const found = power
    ? ` ${missedBy(1 - power.chance, `${!followed ? "a difference" : power.direction === "higher" ? "a rise" : "a fall"} in ${spokenOf(power.outcome)} that is just large enough to matter`)}`
    : "";
  const invented = synthetic ? "The data are simulated and describe no real organisation. " : "";
  const rests = compared === undefined ? "" : ` ${compared}`;
  return `${invented}${ran}${together}${rests} ${made}${found}`;
}

export interface Compared {
  /** units with every value that the main comparison takes, of all */
  readonly units: number;
  readonly of: number;
  /** rows with it, of a thing that is there or not: those compared, of all */
  readonly having: {readonly rows: number; readonly of: number; readonly noun: string} | null;
}

/** "The main comparison rests on 54 of the firms, and on 29 of 66 firm-years with a training grant." */
export function restsOn(
  {units, of, having}: Compared,
  {rows, unit}: {readonly rows: string; readonly unit: Noun}
): string | undefined {
  if (units >= of) return undefined;
  const those =
    having === null ? "" : `, and on ${count(having.rows)} of ${count(having.of)} ${rows} with ${having.noun}`;
  return `The main comparison rests on ${count(units)} of the ${unit.many}${those}. The rest lack a value.`;
}
