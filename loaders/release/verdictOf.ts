import {type Verdict, verdict} from "../../src/report/verdict.js";
import {unitsAndDepartments} from "../../src/released/departmentsIn.js";
import {evidenceContext, planFor} from "./context.js";
import type {StudyRelease} from "./releaseStudy.js";

/** What the report's first lines say of a release. */
export function verdictOf({
  study,
  report,
  findings: released,
  tables
}: Pick<StudyRelease, "study" | "report" | "findings" | "tables">): Verdict {
  const {findings, headline} = released.value;
  const counted = unitsAndDepartments(
    (tables.get("department_years")?.value.rows ?? []).map((row) => row.department_id)
  );
  const planned = report.value.plan.status === "locked";
  return verdict(
    {findings, headline, plan: planFor(study, "departments"), ...counted, planned, synthetic: study.synthetic},
    evidenceContext(study)
  );
}
