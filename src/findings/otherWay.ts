import type {FindingDraft} from "../evidence/finding.js";

/** A finding's comparison made in another way that the release has estimated: on rows that do not leave it. */
export interface OtherWay {
  /** its name in an address */
  readonly value: string;
  readonly label: string;
  readonly finding: FindingDraft;
}
