import type {CellKind} from "./publishedCell.js";
import type {Round} from "./round.js";

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Of which kind a column is, and therefore what it must declare: a rule that lacks a part does not compile. */
export type ColumnRule = KeyRule | ScaleRule | FinanceRule | HeadcountRule | PersonsRule | ActivityRule;

/** Names the row, or says in words what it is of. */
export interface KeyRule {
  readonly kind: "key";
}

/** A bound of the scale that others are measured on: the same for everybody. */
export interface ScaleRule {
  readonly kind: "scale";
  readonly unit: string;
}

/** A magnitude of the organisation, not of persons. */
export interface FinanceRule {
  readonly kind: "finance";
  readonly unit: string;
  readonly grain: number;
}

/** A number of people that the organisation's accounts name: rounded, never withheld. */
export interface HeadcountRule {
  readonly kind: "headcount";
  readonly unit: string;
  readonly grain: 1;
  /** null: the rule is lifted */
  readonly round: Round | null;
}

/** Anything that is computed from rows of persons. */
export interface PersonsRule {
  readonly kind: "survey" | "appraisal" | "rating" | "model" | "count";
  /** what is counted behind the cell: managers, respondents, ratings */
  readonly unit: string;
  /** column that holds their number */
  readonly persons: string;
  /** fewer than this suppress the cell; null: the rule is lifted */
  readonly minimum: number | null;
  /** what the cell is of them */
  readonly statistic: CellKind;
  /** column that holds among how many they are whom others can count, so that it is not told that they are all; null: unknown */
  readonly within: string | null;
  /** between what one's value may be; where everyone's is an end, the end is not shown */
  readonly range: readonly [number, number];
  /** smallest step of one's value; 0 where it has none */
  readonly grain: number;
  /** brings a value to the precision that may be published; null: the rule is lifted, or the value came rounded */
  readonly round: Round | null;
}

/** Who took part, or how far. */
export interface ActivityRule extends Omit<PersonsRule, "kind"> {
  readonly kind: "activity";
  /** totals that one who knows the number of persons must have to choose from; null: the rule is lifted */
  readonly totals: number | null;
  /** rows in which everybody's value can only be 0, as everybody knows: a 0 there is shown as it is, and tells of nobody */
  readonly zeroWhere: (row: Row) => boolean;
}
