import {unitColumn} from "../../src/evidence/panel/departmentPanel.js";
import {planOf} from "../../src/evidence/planOf.js";
import {planFor} from "../release/context.js";
import type {StudyRelease} from "../release/releaseStudy.js";

/**
 * What pages and their passages may need, as far as a study has it: its tables and findings; robustness, where analyses are
 * varied; and whether the plan's units are compared with themselves over years ("units.followed") or are seen once.
 */
export function hadBy({study, findings, estimates}: StudyRelease): ReadonlySet<string> {
  const planned = planFor(study, "departments");
  const followed = planned !== null && planOf(planned).absorbed.includes(unitColumn);
  return new Set([
    ...study.tables,
    ...findings.value.findings.map(({id}) => `findings.${id}`),
    ...(estimates.value.robustness ? ["robustness"] : []),
    ...(planned ? [followed ? "units.followed" : "units.once"] : [])
  ]);
}
