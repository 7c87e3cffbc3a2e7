import {releaseDescription} from "../disclosure/releaseDescription.js";
import {rules} from "../disclosure/policy.js";
import type {RuleName} from "../disclosure/policy.js";
import {contract} from "../study/contract.js";
import type {TableName} from "../study/contract.js";
import type {Study} from "../study/readStudy.js";
import {query} from "./query.js";
import type {ReleaseModule} from "./releaseModule.js";

export interface FileCount {
  readonly file: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly deduplicated: number;
  /** columns read past, since the schema does not know them */
  readonly extra: number;
}

export interface StudyReport {
  readonly study: Omit<Study, "folder" | "resources" | "mappings">;
  readonly files: readonly FileCount[];
  readonly rejected: readonly {file: string; column: string | null; rule: string; rows: number}[];
  readonly tables: readonly {table: TableName; grain: string; present: boolean; mapped: boolean}[];
  readonly rules: readonly {rule: RuleName; label: string; value: number | null; source: string}[];
}

/** What was loaded, from which files, what was rejected, and the rules of disclosure control in force. */
export const describeStudy: ReleaseModule<StudyReport> = {
  name: "study",
  needs: [],
  async make(context) {
    const {folder: _folder, resources: _resources, mappings, ...study} = context.study;
    const counted = await query<Omit<FileCount, "extra"> & {extra_columns: string[] | null}>(context, "resources");
    const rejected = await query<StudyReport["rejected"][number]>(context, "rejected_rules");
    const tables = Object.entries(contract).map(([table, {grain}]) => ({
      table: table as TableName,
      grain,
      present: study.tables.includes(table as TableName),
      mapped: mappings.has(table as TableName)
    }));
    return releaseDescription({
      study,
      files: counted.map(({extra_columns, ...file}) => ({...file, extra: extra_columns?.length ?? 0})),
      rejected,
      tables,
      rules: Object.entries(rules).map(([rule, {label, source}]) => ({
        rule: rule as RuleName,
        label,
        value: context.policy[rule as RuleName],
        source
      }))
    });
  }
};
