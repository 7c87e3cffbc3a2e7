/**
 * What the findings come to together: the report's title, and one paragraph that says whether they converge.
 *
 * Read as converging are comparisons of which two or more leave out no difference, all on the side that was hoped for; as
 * diverging, those that do so on both sides. The purpose and the sessions describe; they count in neither.
 */
import type {EvidenceContext} from "../context.js";
import {certainties} from "../certainty.js";
import {mayClaimCause} from "../designLevel.js";
import type {Finding, FindingId} from "../finding.js";
import {capital, count, list} from "../format.js";
import {isClear} from "../isClear.js";
import {measureNamed} from "../measure.js";
import {hopedFor} from "./hopedFor.js";

export interface Verdict {
  /** the report's answer, in a line */
  readonly title: string;
  readonly paragraph: string;
}

export function verdict(findings: readonly Finding[], context: EvidenceContext): Verdict {
  const {programme} = context;
  const compared = findings.filter(({kind}) => kind !== "descriptive");
  const clear = compared.filter(({primary}) => primary && isClear(primary));
  const good = clear.filter((finding) => hopedFor(finding, context) === true);
  const bad = clear.filter((finding) => !good.includes(finding));
  const things = (some: readonly Finding[]): string => list(some.map((finding) => outcomeOf(finding, context)));
  return {title: titleOf(), paragraph: `${numbers()} ${reading()} ${surest()}`.trim()};

  function titleOf(): string {
    if (compared.length === 0) return `Nothing here compares those in ${programme} with others`;
    if (clear.length === 0) return `Whether ${programme} did any good cannot be told from these data`;
    const were = (some: readonly Finding[], how: string): string[] =>
      some.length === 0
        ? []
        : [`${things(some)} ${some.length > 1 || some[0]?.id === "managers" ? "were" : "was"} ${how}`];
    const went = `${capital(list([...were(good, "better"), ...were(bad, "worse")]))} with more ${programme}`;
    return clear.every(({level}) => mayClaimCause(level, context.assignment))
      ? went
      : `${went}; the data cannot show why`;
  }

  function numbers(): string {
    if (compared.length === 0) return "";
    if (compared.length === 1) {
      return `One comparison was planned; it ${clear.length === 1 ? "finds" : "does not find"} a difference that chance alone would seldom give.`;
    }
    const found = clear.length === 0 ? "none finds" : clear.length === 1 ? "one finds" : `${count(clear.length)} find`;
    return `Of ${count(compared.length)} planned comparisons, ${found} a difference that chance alone would seldom give.`;
  }

  function reading(): string {
    if (clear.length === 0) return compared.length > 0 ? "That is not to say that there is none." : "";
    if (good.length > 0 && bad.length > 0)
      return `They diverge: ${things(good)} went one way, ${things(bad)} the other.`;
    if (clear.length < 2) return "One alone is not several measures that agree.";
    return `They converge: all point ${bad.length === 0 ? "where they were meant to" : "away from where they were meant to"}.`;
  }

  function surest(): string {
    const best = Math.max(...compared.map(({certainty}) => certainties.indexOf(certainty)));
    const word = certainties[best];
    return word === undefined || compared.length < 2 ? "" : `The certainty of the surest of them is ${word}.`;
  }
}

/** What a comparison is about, in a word or two. */
function outcomeOf({id, outcome}: Finding, {measures, person}: EvidenceContext): string {
  const names: Readonly<Partial<Record<FindingId, string>>> = {
    managers: `ratings of ${person.many}`,
    engagement: "engagement"
  };
  return names[id] ?? measureNamed(measures, outcome).label.toLowerCase();
}
