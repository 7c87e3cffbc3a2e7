/**
 * Rules between the rows of canonical tables, each counted and kept in `audit.table_rules`, with how many broken rows the
 * study allows. A message names table, rule and first row, and no value.
 */
import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {fillTemplate} from "../../study/fillTemplate.js";
import {identifier} from "../../study/quote.js";
import type {Study} from "../../study/readStudy.js";
import {StudyError} from "../../study/studyError.js";
import {type TableRule, type TableRuleName, tableRuleNames, tableRules} from "../../study/tableRules.js";
import {describeViolation, type Violation} from "../../study/violation.js";
import type {Mappings} from "../openMapping.js";
import {accountRows} from "./accountRows.js";
import {fileOf} from "./fileOf.js";
import {filesOfPersons} from "./filesOfPersons.js";
import {findGaps} from "./findGaps.js";
import {profileTables} from "./profileTables.js";
import {traceMeasures} from "./traceMeasures.js";

const sql = (name: string): URL => new URL(`./${name}.sql`, import.meta.url);

/** @throws {StudyError} naming file, rule and number of rows of everything that breaks one beyond what is allowed */
export async function checkTables(connection: DuckDBConnection, study: Study, mappings: Mappings): Promise<void> {
  await connection.run(readFileSync(sql("sql/create_rules"), "utf8"));
  await profileTables(connection, study);
  const {keyed} = await filesOfPersons(connection, study, mappings);
  await findGaps(connection, study);
  const violations = [
    ...(await accountRows(connection, study, mappings)),
    ...(await traceMeasures(connection, study, {theirs: keyed, mappings}))
  ];
  for (const name of tableRuleNames) {
    const broken = study.tables.includes(tableRules[name].table) ? await checkRule(connection, study, name) : null;
    if (broken) violations.push(broken);
  }
  if (violations.length > 0) throw new StudyError(violations, "tables contradict one another");
}

interface Counted {
  readonly broken: number;
  readonly first_row: number | null;
  readonly years: string | null;
  readonly rows: number;
}

async function checkRule(connection: DuckDBConnection, study: Study, name: TableRuleName): Promise<Violation | null> {
  const {table, ...rule}: TableRule = tableRules[name];
  const years = rule.dated ? `string_agg(DISTINCT "year"::VARCHAR, ', ' ORDER BY "year"::VARCHAR)` : "NULL";
  const parts = {broken: readFileSync(sql(name), "utf8"), table: `canonical.${identifier(table)}`, years};
  const read = await connection.runAndReadAll(fillTemplate(sql("sql/count_broken"), parts));
  const {broken, first_row, rows, ...found} = read.getRowObjectsJS()[0] as unknown as Counted;
  const {count = 0, share = 0, severity = rule.severity} = study.rules[name] ?? {};
  const allowed = Math.max(count, Math.floor(share * rows));
  const file = fileOf(study, table);
  const said: Violation = {
    file,
    row: first_row ?? undefined,
    rule: `${rule.rule}, in ${broken} of ${rows} rows${found.years === null ? "" : `, of ${found.years}`}`,
    remedy: `${rule.remedy}; or declare in study.rules.${name} how many are expected, and why`
  };
  const isBeyond = broken > allowed;
  const message = isBeyond ? describeViolation(said) : "";
  const values = {rule: name, table, file, severity, broken, rows, allowed, message};
  await connection.run(readFileSync(sql("sql/record_rule"), "utf8"), values);
  return isBeyond && severity === "error" ? said : null;
}
