/**
 * What the report's first line may name. Its family is fixed before the results: the changes that the plan names and whose
 * design and required checks could bring them to low certainty; one that cannot be made counts as p = 1. Named is what is
 * clear by Holm over the family, of low certainty or more, and clear on the same side with each unit's own trend taken
 * out. A difference between units is never named.
 *
 * Source     Holm (1979); rules and their false-claim rates: the robustness page
 */
import {adjust} from "../../stats/adjustment/adjust.js";
import {type Certainty, certainties} from "./certaintyOf.js";

export interface HeadlineCandidate<Id extends string = string> {
  readonly id: Id;
  /** of the planned change, by the wild bootstrap where clusters are few; null: not made */
  readonly p: number | null;
  readonly estimate: number | null;
  readonly certainty: Certainty;
  /** the side on which the estimate is clear with each unit's own trend taken out; 0: neither; null: not asked of it */
  readonly ownTrend: -1 | 0 | 1 | null;
  /** whether more of the outcome is what was hoped for */
  readonly direction: "higher" | "lower";
  /** shown too small to matter */
  readonly tooSmall: boolean;
}

export interface Headline<Id extends string = string> {
  readonly kind: "named" | "unsure" | "none" | "too small" | "descriptive";
  /** named and moved as hoped, harm first where both are there */
  readonly better: readonly Id[];
  readonly worse: readonly Id[];
  /** clear by Holm, named or not */
  readonly clear: readonly Id[];
  /** p by Holm over the family */
  readonly adjusted: Readonly<Record<string, number>>;
}

export function headline<Id extends string>(family: readonly HeadlineCandidate<Id>[], level = 0.05): Headline<Id> {
  const adjusted = adjust(
    family.map(({p}) => p ?? 1),
    "holm"
  );
  const clear = family.filter((_, i) => (adjusted[i] ?? 1) < level);
  const named = clear.filter(isSureEnough);
  const hoped = ({estimate, direction}: HeadlineCandidate<Id>): boolean =>
    (estimate ?? 0) > 0 === (direction === "higher");
  const ids = (some: readonly HeadlineCandidate<Id>[]): Id[] => some.map(({id}) => id);
  return {
    kind: kindOf(family, clear, named),
    better: ids(named.filter(hoped)),
    worse: ids(named.filter((one) => !hoped(one))),
    clear: ids(clear),
    adjusted: Object.fromEntries(family.map(({id}, i) => [id, adjusted[i] ?? 1]))
  };
}

function isSureEnough({certainty, ownTrend, estimate}: HeadlineCandidate): boolean {
  const sure = certainties.indexOf(certainty) >= certainties.indexOf("low");
  return sure && (ownTrend === null || (ownTrend !== 0 && ownTrend === Math.sign(estimate ?? 0)));
}

function kindOf(
  family: readonly HeadlineCandidate[],
  clear: readonly HeadlineCandidate[],
  named: readonly HeadlineCandidate[]
): Headline["kind"] {
  if (named.length > 0) return "named";
  if (clear.length > 0) return "unsure";
  if (family.every(({p}) => p === null)) return "descriptive";
  return family.every(({tooSmall}) => tooSmall) ? "too small" : "none";
}
