/**
 * The planned comparisons counted together, each with its certainty, and what the report's first line may name.
 *
 * The family is the plan's: the changes that the headline may name, in whatever number the data allow; one that could not
 * be made counts as p = 1.
 */
import {numberCheck} from "./checks/numberCheck.js";
import type {Finding, FindingDraft, FindingId} from "./finding.js";
import {isClear} from "./isClear.js";
import {certaintyCeiling, certaintyOf} from "./verdict/certaintyOf.js";
import {type Headline, headline} from "./verdict/headline.js";
import {isTooSmall} from "./verdict/precisionState.js";

export interface Judged {
  readonly findings: readonly Finding[];
  readonly headline: Headline<FindingId>;
}

/** @param unmade planned changes of the family that could not be made at all */
export function judgeFindings(drafts: readonly FindingDraft[], unmade: readonly FindingId[] = []): Judged {
  const family = drafts.filter(({candidacy}) => candidacy !== null);
  const counted = headline(candidates(family, unmade, () => "low")).adjusted;
  const findings = drafts.map((draft) => graded(withNumber(draft, counted)));
  const certainties = new Map(findings.map(({id, certainty}) => [id, certainty]));
  return {
    findings,
    headline: headline(candidates(family, unmade, (id) => certainties.get(id) ?? "very low"))
  };
}

function candidates(
  family: readonly FindingDraft[],
  unmade: readonly FindingId[],
  certaintyFor: (id: FindingId) => Finding["certainty"]
) {
  const made = family.map(({id, tests, primary, candidacy, direction, worthwhile}) => ({
    id,
    p: tests.change,
    estimate: primary?.estimate ?? null,
    certainty: certaintyFor(id),
    ownTrend: candidacy?.ownTrend ?? null,
    direction,
    tooSmall: primary !== null && isTooSmall(primary, worthwhile)
  }));
  const missing = unmade.map((id) => ({
    id,
    p: null,
    estimate: null,
    certainty: "very low" as const,
    ownTrend: null,
    direction: "higher" as const,
    tooSmall: false
  }));
  return [...made, ...missing];
}

function withNumber(draft: FindingDraft, adjusted: Readonly<Record<string, number>>): FindingDraft {
  const p = Object.hasOwn(adjusted, draft.id) ? adjusted[draft.id] : undefined;
  if (p === undefined || !draft.primary) return draft;
  const check = numberCheck(p, {of: Object.keys(adjusted).length, clear: isClear(draft.primary)});
  return {...draft, checks: [...draft.checks, check]};
}

function graded(draft: FindingDraft): Finding {
  const reached = certaintyOf(certaintyCeiling(draft.kind, draft.level), draft.required, draft.checks);
  return {...draft, certainty: reached.certainty, reached};
}
