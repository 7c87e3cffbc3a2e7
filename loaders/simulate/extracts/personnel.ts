import {japaneseDepartment} from "../catalogue.js";
import {type Extract, field, required, slashed} from "./extract.js";

export const personnel: Extract = {
  name: "hr_postings",
  path: "hr/jinji-ido.csv",
  title: "Personnel: postings (人事異動)",
  encoding: "cp932",
  delimiter: ",",
  header: [
    ["社員", "社員", "社員", "社員", "所属", "所属", "所属", "所属"],
    ["番号", "登用日", "退職日", "等級", "部門コード", "部門名", "発令日", "終了日"]
  ],
  dialect: {headerRows: [1, 2], headerJoin: "・"},
  fields: [
    field("社員・番号"),
    field("社員・登用日", "date", {format: "%Y/%m/%d", ...required}),
    field("社員・退職日", "date", {format: "%Y/%m/%d"}),
    field("社員・等級"),
    field("所属・部門コード"),
    field("所属・部門名"),
    field("所属・発令日", "date", {format: "%Y/%m/%d", ...required}),
    field("所属・終了日", "date", {format: "%Y/%m/%d"})
  ],
  primaryKey: ["社員・番号", "所属・発令日"],
  foreignKeys: [{fields: "所属・部門コード", reference: {resource: "departments", fields: "department_id"}}],
  missingValues: ["", "―"],
  *rows({managers = [], assignments = [], departments = []}) {
    const people = new Map(managers.map((row) => [row.manager_id, row]));
    const names = new Map(departments.map((row) => [row.department_id, String(row.name)]));
    for (const {manager_id: id = null, department_id: department = null, valid_from, valid_to} of assignments) {
      const person = people.get(id);
      const left = person?.left;
      yield [
        id,
        slashed(person?.hired),
        typeof left === "string" ? slashed(left) : "―",
        person?.grade,
        department,
        japaneseDepartment(names.get(department) ?? ""),
        slashed(valid_from),
        typeof valid_to === "string" ? slashed(valid_to) : "―"
      ];
    }
  }
};
