import type {EvidenceContext, Plan} from "../../src/evidence/context.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import {planOf} from "../../src/evidence/planOf.js";

/** What a finding of the made studies is told beside its tables: nine years of coaching, and its plan. */
export function plannedContext(planned: Parameters<typeof planOf>[0]): EvidenceContext & {readonly plan: Plan} {
  return {
    programme: "coaching",
    unit: {one: "department", many: "departments"},
    person: {one: "manager", many: "managers"},
    assignment: {how: "voluntary", what: "none", exposure: null, record: null},
    programmeYears: [2011, 2019],
    measures: describeMeasures([], "yen"),
    plan: planOf(planned)
  };
}
