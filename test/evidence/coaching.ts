import type {EvidenceContext} from "../../src/evidence/context.js";
import {describeMeasures} from "../../src/evidence/measure.js";
import {planOf} from "../../src/evidence/planOf.js";

/** What a finding of the made studies is told beside its tables: nine years of coaching in departments. */
export const coaching: EvidenceContext = {
  programme: "coaching",
  unit: {one: "department", many: "departments"},
  person: {one: "manager", many: "managers"},
  assignment: {how: "voluntary", what: "none", exposure: null, record: null},
  programmeYears: [2011, 2019],
  measures: describeMeasures([], "yen")
};

/** The same with the plan of the departments' finding. */
export const plannedCoaching = {
  ...coaching,
  plan: planOf({
    specification: "margin ~ participation | department_id + fiscal_year",
    term: "participation",
    worthwhile: 0.01
  })
};
