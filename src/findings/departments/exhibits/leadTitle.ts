import {signedEvidence} from "../../../evidence/signedEvidence.js";
import type {FindingInput} from "../../findingPage.js";

export function leadTitle({finding, context}: FindingInput): string {
  const [naive] = finding.evidence;
  return naive && finding.primary
    ? `Pooled ${signedEvidence(naive)}, within ${context.unit.many} ${signedEvidence(finding.primary)}: two pictures of the same cells`
    : "Participation and outcome";
}
