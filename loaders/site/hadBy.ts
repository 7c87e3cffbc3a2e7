import {unitColumn} from "../../src/evidence/panel/departmentPanel.js";
import {planOf} from "../../src/evidence/planOf.js";
import {planFor} from "../release/context.js";
import type {StudyRelease} from "../release/releaseStudy.js";

/**
 * What pages and their passages may need, as far as a study has it: its tables and findings; robustness, where analyses are
 * varied; whether the plan's units are compared with themselves over years ("units.followed") or are seen once; whether
 * a share is published in steps; and whether several comparisons are adjusted together.
 */
export function hadBy({study, findings, estimates}: StudyRelease): ReadonlySet<string> {
  const planned = planFor(study, "departments");
  const followed = planned !== null && planOf(planned).absorbed.includes(unitColumn);
  return new Set([
    ...study.tables,
    ...findings.value.findings.map(({id}) => `findings.${id}`),
    ...(estimates.value.robustness ? ["robustness"] : []),
    ...(findings.value.findings.some(({checks}) => checks.some(({id}) => id === "steps")) ? ["steps"] : []),
    ...(Object.keys(findings.value.headline.adjusted).length > 1 ? ["several"] : []),
    ...(planned ? [followed ? "units.followed" : "units.once"] : [])
  ]);
}
