/** What became of the raw files, and how the tables agree with one another: for the data page, with no person's value. */
import type {Cell} from "../../src/released/cell.js";
import {personKeys} from "../disclosure/personKeys.js";
import type {TableName} from "../study/contract.js";
import {isOfPersons} from "../study/isOfPersons.js";
import {type TableRuleName, tableRules} from "../study/tableRules.js";
import {query, queryOnce} from "./query.js";
import type {ReleaseContext} from "./releaseModule.js";

export interface Account {
  /** raw files, each with a canonical table that is made from it */
  /** persons: the file's rows are persons' */
  readonly lineage: readonly {readonly file: string; readonly table: TableName; readonly persons: boolean}[];
  /** rules between tables, and how many rows break them */
  readonly checks: readonly {
    readonly rule: string;
    readonly table: TableName;
    readonly severity: string;
    readonly broken: Cell;
    readonly allowed: number;
  }[];
  /** raw rows that a mapping leaves out, by the rule that it names */
  readonly leftOut: readonly {
    readonly mapping: string;
    readonly file: string;
    readonly rule: string;
    readonly rows: Cell;
  }[];
  /** mappings that do not tell what became of a raw file's rows */
  readonly uncounted: readonly {readonly mapping: string; readonly file: string}[];
  /** how many units passed their people on to others, by fiscal year */
  readonly reorganised: readonly {readonly fiscal_year: number; readonly departments: number}[];
}

interface CheckedRule {
  readonly rule: TableRuleName;
  readonly table: TableName;
  readonly severity: string;
  readonly broken: number;
  readonly allowed: number;
}

/** @param toCell  how a number of rows that may be persons' is published */
export async function accountOf(context: ReleaseContext, toCell: (rows: number) => Cell): Promise<Account> {
  const lineage = await query<Account["lineage"][number]>(context, "sql/lineage");
  const checks = await query<CheckedRule>(context, "sql/table_rules");
  const [has] = await query<{managers: boolean}>(context, "sql/has_managers");
  const {many} = context.study.words.person;
  const leftOut = await query<{mapping: string; file: string; rule: string; rows: number}>(context, "sql/left_out");
  const people = leftOut.length === 0 ? [] : await queryOnce<{person: string}>(context, "sql/person_keys");
  const keys = personKeys(people.map(({person}) => person));
  return {
    lineage,
    uncounted: await query(context, "sql/uncounted"),
    reorganised: await query(context, "sql/reorganisations"),
    checks: checks
      .filter(({rule}) => has?.managers === true || !rule.startsWith("managers_"))
      .map((one) => ({
        ...one,
        rule: tableRules[one.rule].rule.replace(/\bmanagers\b/, many),
        broken: isOfPersons(one.table) ? toCell(one.broken) : one.broken
      })),
    leftOut: leftOut.map((one) => ({
      ...one,
      rule: keys.hiddenIn(one.rule) ? "a rule that may name somebody" : one.rule,
      rows: toCell(one.rows)
    }))
  };
}
