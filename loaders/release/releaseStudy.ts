import type {ReleasedTable} from "../../src/released/table.js";
import {policyFor} from "../disclosure/policy.js";
import type {Released} from "../disclosure/released.js";
import type {Study} from "../study/readStudy.js";
import {readStudy} from "../study/readStudy.js";
import {openWarehouse} from "../warehouse/openWarehouse.js";
import {departmentYears} from "./departmentYears.js";
import type {StudyReport} from "./describeStudy.js";
import {describeStudy} from "./describeStudy.js";
import type {Findings} from "./findings.js";
import {findings} from "./findings.js";
import {make} from "./make.js";
import {mixing} from "./mixing.js";
import {moduleRatings} from "./moduleRatings.js";
import {organisationYears} from "./organisationYears.js";
import {ratingYears} from "./ratingYears.js";
import type {ReleaseModule} from "./releaseModule.js";
import {surveyMeasures} from "./surveyMeasures.js";

/** The tables that a study may release, by name; one not there is one whose raw tables the study lacks. */
export const tableModules: readonly ReleaseModule<ReleasedTable>[] = [
  departmentYears,
  organisationYears,
  mixing,
  moduleRatings,
  ratingYears,
  surveyMeasures
];

export interface StudyRelease {
  readonly study: Study;
  readonly report: Released<StudyReport>;
  readonly findings: Released<Findings>;
  readonly tables: ReadonlyMap<string, Released<ReleasedTable>>;
}

/**
 * Everything that may leave a study: its tables, its findings, and what is said of its files.
 *
 * @throws {StudyError} if its data break a rule
 */
export async function releaseStudy(folder: string): Promise<StudyRelease> {
  const study = await readStudy(folder);
  const policy = policyFor(study);
  const warehouse = await openWarehouse(study);
  try {
    const context = {study, warehouse, policy};
    const tables = new Map<string, Released<ReleasedTable>>();
    for (const module of tableModules) {
      const table = await make(module, context);
      if (table) tables.set(module.name, table);
    }
    return {study, tables, findings: await findings.make(context), report: await describeStudy.make(context)};
  } finally {
    warehouse.close();
  }
}
