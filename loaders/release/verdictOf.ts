import {type Verdict, verdict} from "../../src/report/verdict.js";
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
  const units = new Set(tables.get("department_years")?.value.rows.map((row) => row.department_id)).size;
  const planned = report.value.plan.status === "locked";
  return verdict(
    {findings, headline, plan: planFor(study, "departments"), units, planned, synthetic: study.synthetic},
    evidenceContext(study)
  );
}
