import {releaseDescription} from "../disclosure/releaseDescription.js";
import {rules} from "../disclosure/policy.js";
import type {RuleName} from "../disclosure/policy.js";
import {contract} from "../study/contract.js";
import type {TableName} from "../study/contract.js";
import {diffPlans} from "../study/plan/diffPlans.js";
import {type PlanHistory, type PlanVersion, readPlanHistory} from "../study/plan/planHistory.js";
import type {Study} from "../study/readStudy.js";
import type {Cell} from "../../src/released/cell.js";
import {roundTo} from "../disclosure/round.js";
import {dueDate} from "../study/dueDate.js";
import {type Account, accountOf} from "./accountOf.js";
import {canonicalTable} from "../study/contract.js";
import {query} from "./query.js";
import type {ReleaseModule} from "./releaseModule.js";
import {language} from "../../src/words/language.js";

/** Rows of a raw file; where they may be persons', as counts of persons are published. */
export interface FileCount {
  readonly file: string;
  readonly read: Cell;
  readonly accepted: Cell;
  readonly rejected: Cell;
  readonly deduplicated: Cell;
  /** columns read past, since the schema does not know them */
  readonly extra: number;
  /** the day to which it reports, and by which the next is due */
  readonly asOf: string | null;
  readonly due: string | null;
}

export interface StudyReport extends Account {
  readonly study: Omit<Study, "folder" | "resources" | "mappings">;
  readonly files: readonly FileCount[];
  readonly rejected: readonly {file: string; column: string | null; rule: string; rows: Cell}[];
  readonly tables: readonly {table: TableName; grain: string; present: boolean; mapped: boolean}[];
  /** the analysis plan's versions, and whether the present one is the last of them */
  readonly plan: {
    readonly status: PlanHistory["status"];
    readonly altered: readonly string[];
    readonly versions: readonly (Pick<PlanVersion, "version" | "locked" | "known" | "reason" | "hash"> & {
      /** what it decides otherwise than the version before */
      readonly changes: readonly string[];
    })[];
  };
  readonly rules: readonly {rule: RuleName; label: string; value: number | null; source: string}[];
}

/** What was loaded, from which files, what was rejected, and the rules of disclosure control in force. */
export const describeStudy: ReleaseModule<StudyReport> = {
  name: "study",
  needs: [],
  async make(context) {
    const {folder, resources, mappings, names, ...others} = context.study;
    // names in a language that nobody is spoken to in would weigh on every page that reads the study
    const study = {...others, names: Object.fromEntries(Object.entries(names).filter(([one]) => one === language()))};
    const counted = await query<CountedFile>(context, "sql/resources");
    const rejected = await query<{file: string; column: string | null; rule: string; rows: number}>(
      context,
      "sql/rejected_rules"
    );
    const history = await readPlanHistory(folder, study.plan);
    const step = context.policy["count.step"];
    const cellFor = new Map(counted.map(({resource, file}) => [file, toCell(holdsPersons(resource) ? step : null)]));
    const tables = Object.entries(contract).map(([table, {grain}]) => ({
      table: table as TableName,
      grain,
      present: study.tables.includes(table as TableName),
      mapped: mappings.has(table as TableName)
    }));
    const description = {
      ...(await accountOf(context, toCell(step))),
      study,
      files: counted.map(({resource, file, read, accepted, rejected: refused, deduplicated, extra_columns}) => {
        const cell = cellFor.get(file) ?? toCell(step);
        const declared = resources.find(({name}) => name === resource);
        return {
          file,
          read: cell(read),
          accepted: cell(accepted),
          rejected: cell(refused),
          deduplicated: cell(deduplicated),
          extra: extra_columns?.length ?? 0,
          asOf: declared?.asOf ?? null,
          due: declared ? dueDate(declared) : null
        };
      }),
      rejected: rejected.map((one) => ({...one, rows: (cellFor.get(one.file) ?? toCell(step))(one.rows)})),
      tables,
      plan: {
        status: history.status,
        altered: history.altered,
        versions: history.versions.map(({version, locked, known, reason, hash, plan}, i) => ({
          version,
          locked,
          known,
          reason,
          hash,
          changes: i === 0 ? [] : diffPlans(history.versions[i - 1]?.plan ?? [], plan)
        }))
      },
      rules: Object.entries(rules).map(([rule, {label, source}]) => ({
        rule: rule as RuleName,
        label,
        value: context.policy[rule as RuleName],
        source
      }))
    };
    return releaseDescription(description, {
      study: "words of the study",
      files: "counts of files",
      rejected: "counts of files",
      lineage: "names and rules",
      checks: "counts of files",
      leftOut: "counts of files",
      uncounted: "names and rules",
      reorganised: "words of the study",
      plan: "words of the study",
      tables: "names and rules",
      rules: "names and rules"
    });
  }
};

/** A file's rows as they were counted. */
export interface CountedFile {
  readonly resource: string;
  readonly file: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly deduplicated: number;
  readonly extra_columns: readonly string[] | null;
}

/** Whether a file's rows may be persons': not if it is a canonical table without them, as every raw extract may be. */
function holdsPersons(resource: string): boolean {
  const table = canonicalTable(resource);
  return !table || ["manager_id", "respondent_id"].some((column) => Object.hasOwn(table.columns, column));
}

/** Rounds a number of rows to a step; so few that they would round to nothing or to one step are withheld. */
function toCell(step: number | null): (rows: number) => Cell {
  return (rows) => {
    if (step === null || rows === 0) return rows;
    return rows < 2 * step ? {suppressed: `fewer than ${2 * step}`} : roundTo(rows, step);
  };
}
