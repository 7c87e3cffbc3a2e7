import type {Measure, PlannedSpecification, StudyDescription} from "../dataPackage.js";

/** What a plan for a finding may name. */
export interface PlannedColumns {
  /** the contract's columns, what is derived of them, and the study's own measures */
  readonly columns: readonly string[];
  /** what may stand on the left, where the finding has an outcome of its own */
  readonly outcomes?: readonly string[];
}

type FindingName = PlannedSpecification["finding"];

const keys = ["department_id", "fiscal_year"];
const accounts = ["headcount", "managers", "revenue", "profit", "margin"];
const ratings = ["manager_id", "fiscal_year", "tenure", "z", "taken_part", "eve", "dose"];
const starts = ["z_after", "started", "z_before", "z_earlier"];
const exposures = ["participation", "stock", "dose"];

const named: Readonly<Record<FindingName, (study: StudyDescription) => PlannedColumns>> = {
  purpose: () => ({columns: ["other_line", "fiscal_year"], outcomes: ["other_line"]}),
  departments: (study) => ({columns: ofDepartments(study)}),
  organisation: (study) => ({
    columns: ["fiscal_year", "participation", ...accounts, "comparator", ...declared(study, "organisation_years")]
  }),
  sessions: () => ({
    columns: ["rating", "reflective", "position", "module_id", "group_id", "manager_id"],
    outcomes: ["rating"]
  }),
  managers: () => ({
    columns: [...ratings, ...starts],
    outcomes: ["z", "z_after"]
  }),
  engagement: (study) => ({columns: ["mean", ...ofDepartments(study)], outcomes: ["mean"]})
};

export function plannedColumns(finding: FindingName, study: StudyDescription): PlannedColumns {
  return named[finding](study);
}

function ofDepartments(study: StudyDescription): string[] {
  return [...keys, "division", ...exposures, ...accounts, "profit_per_head", ...declared(study, "department_years")];
}

function declared({measures}: StudyDescription, table: Measure["table"]): string[] {
  return measures.filter((measure) => measure.table === table).map(({name}) => name);
}
