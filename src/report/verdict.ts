/** What the findings come to together: the report's headline and the lines below it, from what was judged. */
import {
  type Compared,
  causeLine,
  headline as headlineWords,
  overallOf,
  ratingsOf,
  restsOn,
  scoresOn,
  standfirst,
  type StandfirstInput
} from "../words/headline.js";
import {exposurePhrases} from "../words/exposure.js";
import {lowered} from "../words/outcome.js";
import {say} from "../words/say.js";
import {togetherSentence} from "../words/trust.js";
import type {EvidenceContext, Plan} from "../evidence/context.js";
import {exposureOf} from "../evidence/exposureOf.js";
import {unitColumn} from "../evidence/panel/departmentPanel.js";
import {isAmount} from "../evidence/isAmount.js";
import {takesPart} from "../evidence/takesPart.js";
import type {Finding, FindingId} from "../evidence/finding.js";
import {rowOf} from "../findings/rowOf.js";
import {measureNamed} from "../evidence/measure.js";
import {isClear} from "../evidence/isClear.js";
import {chanceToFind} from "../evidence/robustness/detectable.js";
import type {Headline} from "../evidence/verdict/headline.js";

export interface Verdict {
  /** the report's answer, in two lines at most */
  readonly title: string;
  /** whether the programme is the reason */
  readonly cause: string;
  readonly standfirst: string;
  /** what the clear comparisons come to together */
  readonly together: string;
}

export interface VerdictInput {
  readonly findings: readonly Finding[];
  readonly headline: Headline<FindingId>;
  readonly plan: Plan | null;
  readonly units: number;
  readonly departments?: number;
  /** what the main comparison of units rests on */
  readonly compared?: Compared | null;
  /** whether the plan was locked as it is */
  readonly planned: boolean;
  readonly takeUp?: {readonly year: number; readonly share: string};
  /** whether the study's data are invented */
  readonly synthetic?: boolean;
}

export function verdict(input: VerdictInput, context: EvidenceContext): Verdict {
  const {
    findings,
    headline,
    plan,
    units,
    departments,
    compared: rests = null,
    planned,
    takeUp,
    synthetic = false
  } = input;
  const {unit, person, programme, programmeYears, assignment} = context;
  const study = {unit, person, programme};
  const exposure = plan ? exposureOf(plan, context) : ({kind: "share", one: "participation", step: 0.1} as const);
  const phrases = exposurePhrases(exposure, study);
  const people = takesPart(exposure);
  const followed = plan?.absorbed.includes(unitColumn) ?? true;
  const named = [...headline.worse, ...headline.better].flatMap((id) => {
    const finding = findings.find((one) => one.id === id);
    return finding?.primary ? [namedOf(finding, headline, context)] : [];
  });
  const family = Object.keys(headline.adjusted);
  const compared = findings.filter(({id, candidacy}) => candidacy !== null && rowOf(id).compares === "departments");
  const level = levelOf(
    findings,
    named.map(({id}) => id)
  );
  const persons = findings.some(({id, primary}) => rowOf(id).compares === "persons" && primary !== null);
  return {
    title: headlineWords({
      kind: headline.kind,
      named,
      compared: compared.map((finding) =>
        compared.length > 1 && rowOf(finding.id).scored === true ? say("engagement") : outcomeOf(finding, context)
      ),
      persons,
      level,
      phrases,
      study,
      followed,
      takeUp
    }),
    cause: causeLine({
      kind: headline.kind,
      level,
      how: assignment.how,
      study,
      own: people ? undefined : phrases.noun,
      several: family.length > 1,
      followed
    }),
    standfirst: standfirst({
      study,
      years: programmeYears,
      units,
      departments,
      compared: rests && !people ? restsOn(rests, {rows: say("{0}-years", unit.one), unit}) : undefined,
      persons: people,
      amount: isAmount(exposure) ? phrases.noun : undefined,
      planned,
      followed,
      comparisons: family.length,
      described: describedOf(findings, family),
      clear: headline.clear.map((id) => nameOf(findings, id, context)),
      unclear: findings
        .filter(({id, primary}) => family.includes(id) && primary !== null && !headline.clear.includes(id))
        .map(({id}) => nameOf(findings, id, context)),
      unmade: findings
        .filter(({id, primary}) => family.includes(id) && primary === null)
        .map(({id}) => nameOf(findings, id, context)),
      synthetic,
      power: powerOf(compared, context)
    }),
    together: togetherSentence(
      headline.clear.filter((id) => wasHoped(findings, id)).map((id) => nameOf(findings, id, context)),
      headline.clear.filter((id) => !wasHoped(findings, id)).map((id) => nameOf(findings, id, context)),
      {made: family.length}
    )
  };
}

/** Questions that no comparison of the family answers. */
function describedOf(findings: readonly Finding[], family: readonly string[]): StandfirstInput["described"] {
  const others = findings.filter(({id}) => !family.includes(id)).map(({id}) => id);
  return {questions: others.length, sessions: others.every((id) => id === "purpose" || id === "sessions")};
}

function namedOf(finding: Finding, {better}: Headline<FindingId>, context: EvidenceContext) {
  return {
    id: finding.id,
    outcome: outcomeOf(finding, context),
    scored: rowOf(finding.id).scored === true,
    unit: measureNamed(context.measures, finding.outcome).unit,
    side: (finding.primary?.estimate ?? 0) < 0 ? "lower" : "higher",
    hoped: better.includes(finding.id)
  } as const;
}

/** What a study of this size would find, said of the first comparison of units; nothing where that one found something. */
function powerOf([first]: readonly Finding[], context: EvidenceContext): StandfirstInput["power"] {
  const chance = first && !(first.primary && isClear(first.primary)) ? chanceToFind(first) : null;
  return first && chance !== null
    ? {outcome: outcomeOf(first, context), direction: first.direction, chance}
    : undefined;
}

function wasHoped(findings: readonly Finding[], id: FindingId): boolean {
  const finding = findings.find((one) => one.id === id);
  return (finding?.primary?.estimate ?? 0) > 0 === (finding?.direction !== "lower");
}

/** The weakest design among what is named, or among all where nothing is. */
function levelOf(findings: readonly Finding[], named: readonly FindingId[]): Finding["level"] {
  const of = findings.filter(({id, candidacy}) => (named.length > 0 ? named.includes(id) : candidacy !== null));
  return of.map(({level}) => level).toSorted()[0] ?? 1;
}

function nameOf(findings: readonly Finding[], id: FindingId, context: EvidenceContext): string {
  const finding = findings.find((one) => one.id === id);
  if (finding && rowOf(id).compares === "persons") return ratingsOf(context.person);
  if (!finding) return id;
  const outcome = outcomeOf(finding, context);
  if (rowOf(id).scored === true) return scoresOn(outcome);
  return rowOf(id).compares === "years" ? overallOf(outcome) : outcome;
}

/** What a comparison is about, in a word or two. */
function outcomeOf({id, outcome}: Finding, context: EvidenceContext): string {
  return rowOf(id).outcome?.(context) ?? lowered(measureNamed(context.measures, outcome).label);
}
