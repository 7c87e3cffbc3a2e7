import {evidenceContext, planFor} from "../../loaders/release/context.js";
import {publish} from "../../loaders/release/publish.js";
import {type DepartmentPanel, departmentPanel} from "../../src/evidence/panel/departmentPanel.js";
import type {EvidenceContext, Plan} from "../../src/evidence/context.js";
import type {Finding} from "../../src/evidence/finding.js";
import type {ReleasedTable} from "../../src/released/table.js";

export interface PublicPanel {
  readonly table: ReleasedTable;
  readonly context: EvidenceContext & {readonly plan: Plan};
  readonly panel: DepartmentPanel;
  readonly finding: Finding;
  readonly findings: readonly Finding[];
}

/** A shipped study as it is published, and what its departments' finding is made of. */
export async function publicPanel(folder: string): Promise<PublicPanel> {
  const release = await publish(folder);
  const {findings} = release.findings.value;
  const [finding, plan] = [findings.find(({id}) => id === "departments"), planFor(release.study, "departments")];
  const table = release.tables.get("department_years")?.value as ReleasedTable | undefined;
  if (!finding || !plan || !table) throw new RangeError(`no departments in ${folder}; choose a study that has them`);
  const context = {...evidenceContext(release.study), plan};
  return {table, context, panel: departmentPanel(table, context), finding, findings};
}
