import type {FindingId} from "../../src/findings/registry.js";
import type {Control} from "../disclosure/control.js";
import type {OfPersons, Standing} from "../disclosure/standing.js";
import type {Policy} from "../disclosure/policy.js";
import type {Released} from "../disclosure/released.js";
import type {TableName} from "../study/contract.js";
import type {Study} from "../study/readStudy.js";
import type {Warehouse} from "../warehouse/warehouse.js";

export interface ReleaseContext {
  readonly study: Study;
  readonly warehouse: Warehouse;
  readonly policy: Policy;
  /** cells that are withheld to protect others, and columns that are printed to wider steps */
  readonly control?: Control;
  /** leaves out the checks on which no estimate depends, for those who ask of hundreds of studies what was estimated */
  readonly estimatesOnly?: boolean;
  /** findings that are not asked for, by those who ask of hundreds of studies */
  readonly without?: readonly FindingId[];
  /** what was published before, by which a release is bound; without it everything is made afresh */
  readonly standing?: Standing;
  /** where results of models are kept on this machine; without it each is made */
  readonly models?: string;
}

/** One released table or result: query -> estimate -> disclosure control. */
export interface ReleaseModule<T> {
  /** its file among the pages' data, without the ending */
  readonly name: string;
  /** canonical tables without which there is nothing to release */
  readonly needs: readonly TableName[];
  /** canonical tables that it reads too, where the study has them */
  readonly reads?: readonly TableName[];
  /** of which sources its figures of persons are; without it, it has none of its own */
  readonly persons?: OfPersons;
  make(context: ReleaseContext): Promise<Released<T>>;
}
