import type {ReleasedTable} from "../../src/released/table.js";
import {AuditError, auditRelease} from "../disclosure/auditRelease.js";
import {behindOf} from "../disclosure/behind.js";
import type {Behind} from "../disclosure/behind.js";
import {writeRecord} from "../disclosure/releaseRecord.js";
import {loadSolver} from "../disclosure/loadSolver.js";
import type {ReleaseUnit} from "../disclosure/mergeUnits.js";
import type {Released} from "../disclosure/released.js";
import type {Study} from "../study/readStudy.js";
import {readStudy} from "../study/readStudy.js";
import {openWarehouse} from "../warehouse/openWarehouse.js";
import {controlRelease} from "./controlRelease.js";
import type {StudyReport} from "./describeStudy.js";
import {describeStudy} from "./describeStudy.js";
import type {Worlds} from "../../src/evidence/worlds/world.js";
import type {Findings} from "./findings.js";
import {findings} from "./findings.js";
import {make} from "./make.js";
import {moduleMeans} from "./tables/moduleMeans.js";
import {type PageEstimates, pageEstimates} from "./pageEstimates.js";
import {nullWorlds} from "./nullWorlds.js";
import {query} from "./query.js";
import {stewardReport} from "./stewardReport.js";
import {unitsOf} from "./unitsOf.js";

export {tableModules} from "./controlRelease.js";

export interface StudyRelease {
  readonly study: Study;
  readonly report: Released<StudyReport>;
  readonly findings: Released<Findings>;
  /** what pages draw beyond the findings and tables */
  readonly estimates: Released<PageEstimates>;
  readonly tables: ReadonlyMap<string, Released<ReleasedTable>>;
  /** simulated studies like this one; null where its folder has none */
  readonly worlds: Released<Worlds | null>;
  readonly units: readonly ReleaseUnit[];
  /** for the study's steward, and for nobody else; empty unless asked for */
  readonly steward: string;
  /** what goes on record of it; null where the rules on persons are lifted, or nothing is of persons */
  readonly record: string | null;
  readonly audited: {readonly cells: number; readonly estimates: number; readonly past: number};
}

export interface AuditedRelease extends StudyRelease {
  readonly behind: Behind;
}

/**
 * Everything that may leave a study: its tables, its findings, and what is said of its files, once the audit has passed.
 *
 * @throws {StudyError} if its data break a rule
 * @throws {AuditError} if what would be released tells more than it may
 */
export async function releaseStudy(folder: string, {withSteward = false} = {}): Promise<AuditedRelease> {
  const study = await readStudy(folder);
  const warehouse = await openWarehouse(study);
  try {
    const {context, tables: controlled, past} = await controlRelease(study, warehouse);
    const means = await make(moduleMeans, context);
    const tables = new Map([...controlled, ...(means ? [[moduleMeans.name, means] as const] : [])]);
    const found = await findings.make(context);
    const estimates = await pageEstimates(context, found);
    const report = await describeStudy.make(context);
    const worlds = await nullWorlds.make(context);
    const behind = behindOf([...tables.values(), found, estimates, report]);
    const persons = await query<{person: string}>(context, "sql/person_keys");
    const told = auditRelease(behind, {
      policy: context.policy,
      solve: await loadSolver(),
      past,
      persons: new Set(study.public_microdata ? [] : persons.map(({person}) => person))
    });
    if (told.length > 0) throw new AuditError(told);
    const units = await unitsOf(context);
    const steward = withSteward ? await stewardReport({context, tables, findings: found.value, units, behind}) : "";
    const cells = behind.tables.flatMap((table) => table.cells);
    const {"count.step": step} = context.policy;
    return {
      study,
      tables,
      findings: found,
      estimates,
      report,
      worlds,
      units,
      steward,
      record: step === null || cells.length === 0 ? null : writeRecord(cells, step),
      audited: {cells: cells.length, estimates: behind.estimates.length, past: past.length},
      behind
    };
  } finally {
    warehouse.close();
  }
}
