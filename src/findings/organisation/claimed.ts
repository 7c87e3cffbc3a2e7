import {answerOf} from "../../evidence/answerOf.js";
import type {Finding} from "../../evidence/finding.js";
import {isClear} from "../../evidence/isClear.js";
import type {ClaimState} from "../../words/claimed.js";

/** Two series that rose together were claimed to belong together: where nothing else is clear, that is all that is seen. */
export function claimed(finding: Finding): ClaimState | null {
  const [levels] = finding.evidence;
  const rose = levels && isClear(levels) && levels.estimate > 0;
  return answerOf(finding) === "none" && finding.primary && rose ? {state: "all rose"} : null;
}
