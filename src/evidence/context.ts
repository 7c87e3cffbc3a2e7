import type {PlannedModel} from "../stats/formula/plannedModel.js";
import type {ClusterType} from "../stats/regression/coefficientVariance.js";
import type {Assignment} from "./verdict/designLevel.js";
import type {MeasureDescription} from "./measure.js";
import type {ExposureKind} from "../words/exposure.js";

export interface Words {
  readonly one: string;
  readonly many: string;
}

/** What every finding needs to know of the study. */
export interface EvidenceContext {
  readonly programme: string;
  readonly unit: Words;
  readonly person: Words;
  /** what units belong to, where the study has a word of its own for it */
  readonly division?: Words;
  readonly assignment: Assignment;
  /** first and last fiscal year of the programme */
  readonly programmeYears: readonly [number, number];
  readonly measures: ReadonlyMap<string, MeasureDescription>;
  /** the business purpose that the learning served, and the survey measures that speak of it */
  readonly purpose?: {readonly label: string; readonly measures: readonly string[]};
  /** what units are exposed to, where the study says it and it is no share of participants */
  readonly exposure?: ExposureDeclared;
  /** the plan's specification for the finding */
  readonly plan?: Plan;
}

export interface ExposureDeclared {
  readonly kind: ExposureKind;
  readonly one: string;
  readonly step?: number;
  /** how that step is said, where the unit alone reads badly: "10 cents a case" */
  readonly stepSaid?: string;
  /** which units those with it are compared with: "regular classes" */
  readonly against?: string;
}

/** One finding's primary specification, read: whoever needs a part of its formula takes it from here. */
export interface Plan extends PlannedModel {
  /** the smallest difference in the outcome's unit that would matter, and why a smaller one would not */
  readonly worthwhile: number;
  readonly worthwhileBecause?: string;
  /** estimates of the same data by others, as they printed them */
  readonly published?: Published;
}

export interface Published {
  readonly citation: string;
  readonly vcov: "iid" | "HC1" | ClusterType;
  readonly terms: readonly {readonly term: string; readonly estimate: string; readonly se: string}[];
  /** why ours cannot be the same to the digit */
  readonly differs?: string;
}
