import type {EvidenceContext, Plan} from "../evidence/context.js";
import {evidenceContext, type StudyWords} from "../evidence/evidenceContext.js";
import {exposureOf} from "../evidence/exposureOf.js";
import type {FindingId} from "../evidence/finding.js";
import {measureNamed} from "../evidence/measure.js";
import {inPrint} from "../evidence/panel/inPrint.js";
import {type DeclaredPlan, planOf} from "../evidence/planOf.js";
import {exposurePhrases} from "../words/en/exposure.js";
import {limit} from "../words/en/numbers.js";
import {differencePer, overAllYears} from "../words/en/plan.js";

/** the unit of estimates whose outcome is the finding's own */
const units: ReadonlyMap<FindingId, string> = new Map([
  ["purpose", "share"],
  ["organisation", "r"],
  ["sessions", "points"],
  ["managers", "standard deviations"],
  ["engagement", "points"]
]);

/** The smallest difference that matters as a plan gives it: for 1 of what the term is measured in. */
export function worthwhileSaid(planned: DeclaredPlan & {readonly finding: FindingId}, study: StudyWords): string {
  const context = evidenceContext(study);
  const plan = planOf(planned);
  const {scale, unit} = printed(planned.finding, plan, context);
  const difference = limit(scale * planned.worthwhile, unit);
  switch (planned.finding) {
    case "purpose":
      return differencePer(difference, overAllYears);
    case "departments":
    case "engagement": {
      const exposure = {...exposureOf(plan, context), step: 1, stepSaid: undefined};
      return differencePer(difference, exposurePhrases(exposure, context).step);
    }
    default:
      return difference;
  }
}

function printed(finding: FindingId, {outcome}: Plan, {measures}: EvidenceContext): {scale: number; unit: string} {
  const own = units.get(finding);
  if (own !== undefined) return inPrint(own);
  return outcome.taken === "in log"
    ? {scale: 100, unit: "log points"}
    : inPrint(measureNamed(measures, outcome.name).unit);
}
