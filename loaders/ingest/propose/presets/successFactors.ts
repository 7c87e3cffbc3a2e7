/**
 * SAP SuccessFactors, Employee Central's job information as CSV: two header rows (field codes, labels), a row each time that
 * something changed, an end in 9999 where it has not.
 *
 * Source     help.sap.com: Importing employee data; effective-dated entities
 */
import {identifier} from "../../../study/quote.js";
import type {Preset} from "../preset.js";
import {departmentsSql} from "../surveySql.js";

export const successFactors: Preset = {
  name: "SuccessFactors",
  recognise({rows}) {
    const [codes = [], labels = []] = rows;
    const find = (pattern: RegExp): string | undefined => codes.find((code) => pattern.test(code));
    const [user, start] = [find(/^user[-_]?id$/i), find(/^start[-_]?date$/i)];
    if (!user || !start || !/user/i.test(labels[codes.indexOf(user)] ?? "")) return undefined;
    const end = find(/^end[-_]?date$/i);
    const department = find(/^department$/i);
    const grade = find(/^(pay[-_]?grade|job[-_]?level|grade)$/i);
    const columns = [user, start, end, department, grade].filter((name) => name !== undefined);
    return {
      kind: "job information of SuccessFactors",
      headerRows: [1],
      commentRows: [2],
      columns,
      texts: [user, department, grade].filter((name) => name !== undefined),
      primaryKey: [user, start],
      sql: (resource) => historySql({resource, user, start, end, department, grade})
    };
  }
};

interface History {
  readonly resource: string;
  readonly user: string;
  readonly start: string;
  readonly end: string | undefined;
  readonly department: string | undefined;
  readonly grade: string | undefined;
}

function historySql({resource, user, start, end, department, grade}: History): Record<string, string> {
  const head = (grain: string): string[] => [
    `-- grain       ${grain}`,
    `-- inputs      ${resource}`,
    "-- parameters  none",
    "-- units       none"
  ];
  const managers = [
    ...head("one row a manager, as of the earliest record"),
    "-- FINISH: say who is a manager, and where the first day as one and the last day stand",
    "SELECT",
    `  ${identifier(user)} AS manager_id,`,
    `  min(${identifier(start)}) AS hired${grade ? "," : ""}`,
    ...(grade ? [`  arg_max(${identifier(grade)}, ${identifier(start)}) AS grade`] : []),
    `FROM ${identifier(resource)}`,
    "GROUP BY manager_id",
    "ORDER BY manager_id",
    ""
  ].join("\n");
  if (!department) return {managers};
  const assignments = [
    ...head("one row a manager's stay in a department"),
    "SELECT",
    `  ${identifier(user)} AS manager_id,`,
    `  ${identifier(department)} AS department_id,`,
    `  ${identifier(start)} AS valid_from${end ? "," : ""}`,
    ...(end ? [`  ${identifier(end)} AS valid_to`] : []),
    `FROM ${identifier(resource)}`,
    "ORDER BY manager_id, valid_from",
    ""
  ].join("\n");
  return {managers, assignments, departments: departmentsSql(resource, department)};
}
