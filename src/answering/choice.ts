import type {EvidenceContext, Plan} from "../evidence/context.js";
import type {OtherWay} from "../findings/otherWay.js";
import type {ReleasedTable} from "../released/table.js";

export const choiceNames = ["definition", "outcome", "from", "to", "line", "adjusted", "comparison"] as const;

export type ChoiceName = (typeof choiceNames)[number];

/** One control: what may be chosen, and what the plan has. */
export interface Choice {
  readonly name: ChoiceName;
  readonly label: string;
  readonly options: readonly {readonly value: string; readonly label: string}[];
  readonly planned: string;
}

/** What was chosen otherwise than planned. */
export type Chosen = Readonly<Partial<Record<ChoiceName, string>>>;

/** A finding as the plan has it. */
export interface PlannedInput {
  readonly plan: Plan;
  readonly context: EvidenceContext;
  /** comparisons that the release has made beside the plan's */
  readonly otherWays?: readonly OtherWay[] | undefined;
  /** the released tables, by name */
  readonly tables: ReadonlyMap<string, ReleasedTable>;
}
