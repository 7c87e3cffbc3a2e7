import type {StudyWords} from "../evidence/evidenceContext.js";
import type {Finding} from "../evidence/finding.js";
import type {DeclaredPlan} from "../evidence/planOf.js";
import type {Names, StudyKept} from "../words/language.js";
import type {OtherWay} from "../findings/otherWay.js";
import type {FindingId} from "../findings/registry.js";

/** The study and its findings, as the site's own files have them. */
export interface AnsweringStudy {
  readonly study: StudyWords &
    StudyKept & {
      readonly names?: Names;
      readonly plan: readonly (DeclaredPlan & {readonly finding: string})[];
    };
  readonly findings: {
    readonly findings: readonly Finding[];
    readonly absent: readonly {readonly finding: FindingId}[];
    readonly otherWays: Readonly<Partial<Record<string, readonly OtherWay[]>>>;
  };
}
