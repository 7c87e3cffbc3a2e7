import {japaneseDepartment} from "../catalogue.js";
import type {SimulatedRow} from "../simulate.js";
import {type Cells, type Extract, field, required} from "./extract.js";

const unit = {groupChar: ",", negativeMark: "△", unit: 1000};

export const accounts: Extract = {
  name: "segment_accounts",
  path: "finance/segment-accounts.csv",
  title: "Accounts by department (部門別損益), thousands of yen",
  encoding: "utf-8",
  delimiter: ",",
  header: [
    ["部門別損益（単位：千円）", "", "", "", "", "", ""],
    ["決算期", "部門コード", "部門名", "区分", "人員", "売上高", "営業利益"]
  ],
  dialect: {headerRows: [2]},
  fields: [
    field("決算期", "string", {constraints: {required: true, pattern: "\\d{4}年3月期"}}),
    field("部門コード"),
    field("部門名"),
    field("区分", "string", {constraints: {required: true, enum: ["確定", "修正再表示"]}}),
    field("人員", "integer", {groupChar: ",", ...required}),
    field("売上高", "number", {...unit, ...required}),
    field("営業利益", "number", {...unit, ...required})
  ],
  primaryKey: ["決算期", "部門コード", "区分"],
  foreignKeys: [{fields: "部門コード", reference: {resource: "departments", fields: "department_id"}}],
  missingValues: [""],
  *rows({department_years: years = [], departments = []}, {restatedYear, restatement}) {
    const names = new Map(departments.map((row) => [row.department_id, String(row.name)]));
    const line = (row: SimulatedRow, state: string, profit: number): Cells => [
      `${Number(row.fiscal_year) + 1}年3月期`,
      row.department_id,
      japaneseDepartment(names.get(row.department_id ?? null) ?? ""),
      state,
      grouped(Number(row.headcount)),
      thousands(Number(row.revenue)),
      thousands(profit)
    ];
    for (const row of years) {
      const profit = Number(row.profit);
      const restated = row.fiscal_year === restatedYear;
      yield line(row, "確定", restated ? profit + restatement * Number(row.revenue) : profit);
      if (restated) yield line(row, "修正再表示", profit);
    }
  }
};

/** 1234567 yen -> "1,235", -2000000 -> "△2,000" */
function thousands(value: number): string {
  const whole = Math.round(value / 1000);
  return `${whole < 0 ? "△" : ""}${grouped(Math.abs(whole))}`;
}

function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}
