import {type Verdict, verdict, type VerdictInput} from "../../src/report/verdict.js";
import {comparable} from "../../src/evidence/comparable.js";
import type {Plan} from "../../src/evidence/context.js";
import {exposureOf} from "../../src/evidence/exposureOf.js";
import {measureNamed} from "../../src/evidence/measure.js";
import {unitsAndDepartments} from "../../src/released/departmentsIn.js";
import type {ReleasedRow} from "../../src/released/table.js";
import {exposurePhrases} from "../../src/words/exposure.js";
import {evidenceContext, planFor} from "./context.js";
import type {StudyRelease} from "./releaseStudy.js";

/** What the report's first lines say of a release. */
export function verdictOf(release: Pick<StudyRelease, "study" | "report" | "findings" | "tables">): Verdict {
  const {study, report, findings: released, tables} = release;
  const {findings, headline} = released.value;
  const rows = tables.get("department_years")?.value.rows ?? [];
  const counted = unitsAndDepartments(rows.map((row) => row.department_id));
  const planned = report.value.plan.status === "locked";
  const plan = planFor(study, "departments");
  const context = evidenceContext(study);
  const compared = plan && comparedOf(rows, plan, context);
  return verdict({findings, headline, plan, ...counted, compared, planned, synthetic: study.synthetic}, context);
}

/** What the planned comparison of units rests on: units, and rows with the exposure where it is there or not. */
function comparedOf(
  rows: readonly ReleasedRow[],
  plan: Plan,
  context: ReturnType<typeof evidenceContext>
): VerdictInput["compared"] {
  const {name} = plan.exposure;
  const used = comparable(rows, plan);
  const units = (some: readonly ReleasedRow[]): number => new Set(some.map((row) => row.department_id)).size;
  const having = (some: readonly ReleasedRow[]): number => some.filter((row) => row[name] === 1).length;
  return {
    units: units(used),
    of: units(rows),
    having:
      measureNamed(context.measures, name).unit === "0 or 1"
        ? {rows: having(used), of: having(rows), noun: exposurePhrases(exposureOf(plan, context), context).noun}
        : null
  };
}
