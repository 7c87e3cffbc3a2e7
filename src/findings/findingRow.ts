import type {EvidenceContext, Plan} from "../evidence/context.js";
import type {Finding, FindingDraft} from "../evidence/finding.js";
import type {Comparison} from "../evidence/verdict/designLevel.js";
import type {ReleasedTable} from "../released/table.js";
import type {Advice, AdviceInput} from "../words/en/advice.js";
import type {ClaimState} from "../words/claimed.js";
import type {Answerable} from "./answerable.js";
import type {DeriveInput} from "./deriveInput.js";
import type {FindingPage} from "./findingPage.js";
import type {OtherWay} from "./otherWay.js";
import type {ManagerEstimates} from "./managers/estimates.js";
import type {DeclaredMeasure, PlannedColumns} from "./plannedColumns.js";
import type {SessionFits} from "./sessions/claim.js";
import type {SimulatedFinding} from "./simulatedFinding.js";

/** What findings read that is no table: estimates on exact rows. */
interface ReleasedModels {
  readonly manager_estimates: ManagerEstimates;
  readonly session_estimates: SessionFits;
}

export type ReleasedValue<Name extends string> = Name extends keyof ReleasedModels
  ? ReleasedModels[Name]
  : ReleasedTable;

/** What a claim is made of, by name: all that it is made from, and of what stands beside it what is there. */
export type ClaimValues<From extends string, Beside extends string> = {
  readonly [Name in From]: ReleasedValue<Name>;
} & {readonly [Name in Beside]?: ReleasedValue<Name>};

export type Planned = EvidenceContext & {readonly plan: Plan};

/** Everything that anyone asks of a finding; its room is opened when it is asked for. */
export interface FindingRow<From extends string = string, Beside extends string = string> {
  /** as it is named in a sentence, in the study's own words */
  name(words: Pick<EvidenceContext, "unit" | "person">): string;
  /** what the plan's comparison compares */
  readonly compares: Comparison["compares"];
  /** whether the plan may name a change: where it could not be made it still counts among the comparisons */
  readonly change: boolean;
  /** the released tables and models without which there is nothing to say */
  readonly from: readonly From[];
  /** those that are read where they are there */
  readonly beside: readonly Beside[];
  /** what its plan may name */
  planned(measures: readonly DeclaredMeasure[]): PlannedColumns;
  /** @param planFor  the plan for another finding, whose least difference that matters is asked for */
  claim(
    values: ClaimValues<From, Beside>,
    planned: Planned,
    planFor: (finding: string) => Plan | null
  ): Promise<FindingDraft>;
  /** the claim as other comparisons have it, where a reader's choice cannot be estimated on what is released */
  otherWays?(values: ClaimValues<From, Beside>, planned: Planned): Promise<readonly OtherWay[]>;
  /** what its page draws beyond its claim, estimated once in the release; null where tables say it all */
  readonly derive: ((input: DeriveInput) => Promise<unknown>) | null;
  /** its figures, for its page and its card */
  exhibits(): Promise<FindingPage>;
  /** what a reader may change of it on its page; null where nothing that it reads is released */
  readonly answers: Answerable | null;
  advice(input: AdviceInput): readonly Advice[];
  /** how the report's headline calls its outcome, where that is not the measure's label */
  outcome?(context: EvidenceContext): string;
  /** its outcome is an answer on a scale */
  readonly scored?: true;
  /** what a reader is shown beside a claim of it, where that is another question than the plan's; null where it is not */
  claimed?(finding: Finding, tables: ReadonlyMap<string, ReleasedTable>): ClaimState | null;
  /** what cannot be shown of it where nothing is claimed, in place of its title */
  unshown?(words: Pick<EvidenceContext, "programme">): string;
  /** what is known of it in simulated studies; null where none has it */
  readonly simulated: SimulatedFinding | null;
}
