/**
 * The raw files of a simulated study, as an analyst gets them: personnel files in CP932 with Japanese headers, an export
 * of the learning system with completions recorded twice, a survey in wide form under three header rows, accounts in
 * thousands of yen. What is looked up by hand (departments, modules, scales, items, events) is in the contract's form.
 */
import type {Random} from "../../src/stats/random.js";
import {contract} from "../study/contract.js";
import type {TableName} from "../study/contract.js";
import {japaneseDepartment, surveyItems} from "./catalogue.js";
import type {Parameters} from "./parameters.js";
import type {SimulatedRow, SimulatedTables} from "./simulate.js";

export interface ExtractField {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date";
  readonly [property: string]: unknown;
}

type Cells = readonly (string | number | boolean | null | undefined)[];

export interface Extract {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly encoding: "utf-8" | "cp932";
  readonly delimiter: string;
  /** rows above the records */
  readonly header: readonly Cells[];
  /** the header's properties in the Table Dialect */
  readonly dialect?: Readonly<Record<string, unknown>>;
  readonly fields: readonly ExtractField[];
  readonly primaryKey?: readonly string[];
  readonly missingValues: readonly string[];
  readonly foreignKeys?: readonly object[];
  /** made once for the whole study, not for each office */
  readonly once?: true;
  rows(tables: SimulatedTables, parameters: Parameters, source: Random): Iterable<Cells>;
}

const required = {constraints: {required: true}};
const slashed = (date: unknown): string => (typeof date === "string" ? date.replaceAll("-", "/") : "");
const field = (name: string, type: ExtractField["type"] = "string", rest: object = required): ExtractField => ({
  name,
  type,
  ...rest
});

/** A table in the contract's own form; `whole` names columns of numbers that are whole here. */
function plain(
  name: TableName,
  title: string,
  {once, whole = []}: {once?: true; whole?: readonly string[]} = {}
): Extract {
  const columns = Object.entries<{type: ExtractField["type"]; optional?: true}>(contract[name].columns);
  return {
    name,
    path: `${name}.csv`,
    title,
    encoding: "utf-8",
    delimiter: ",",
    header: [columns.map(([column]) => column)],
    fields: columns.map(([column, {type, optional}]) =>
      field(column, whole.includes(column) ? "integer" : type, optional ? {} : required)
    ),
    primaryKey: contract[name].key,
    missingValues: [""],
    once,
    *rows(tables) {
      for (const row of tables[name] ?? []) yield columns.map(([column]) => row[column]);
    }
  };
}

const personnel: Extract = {
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

const marks = ["D", "C", "B", "A", "S"];

const appraisals: Extract = {
  name: "hr_appraisals",
  path: "hr/jinji-koka.csv",
  title: "Personnel: appraisals (人事考課)",
  encoding: "cp932",
  delimiter: ",",
  header: [["社員番号", "年度", "制度", "評価", "昇格"]],
  fields: [
    field("社員番号"),
    field("年度", "string", {constraints: {required: true, pattern: "\\d{4}年度"}}),
    field("制度", "string", {constraints: {required: true, enum: ["相対", "絶対"]}}),
    field("評価", "string", {constraints: {required: true, pattern: "[SABCD]|[1-7]"}}),
    field("昇格", "boolean", {trueValues: ["○"], falseValues: ["－"], ...required})
  ],
  primaryKey: ["社員番号", "年度"],
  missingValues: [""],
  *rows({performance_ratings: ratings = []}) {
    for (const {manager_id: id, fiscal_year: year, scale_id: scale, rating, grade_changed: promoted} of ratings) {
      const relative = scale === "relative";
      const mark = relative ? marks[Number(rating) - 1] : rating;
      yield [id, `${String(year)}年度`, relative ? "相対" : "絶対", mark, promoted === true ? "○" : "－"];
    }
  }
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const courses: Extract = {
  name: "lms_sessions",
  path: "lms/sessions.csv",
  title: "Learning system: sessions held",
  encoding: "utf-8",
  delimiter: ",",
  header: [["Session", "Cohort", "Course Code", "Week", "Held On", "Duration"]],
  fields: [
    field("Session"),
    field("Cohort"),
    field("Course Code"),
    field("Week", "integer"),
    field("Held On", "date", {format: "%d-%b-%Y", ...required}),
    field("Duration", "string", {constraints: {required: true, pattern: "\\d+ min"}})
  ],
  primaryKey: ["Session"],
  missingValues: [""],
  *rows({sessions = []}) {
    for (const {session_id: id, group_id: group, module_id: module, position, held_on: held, minutes} of sessions) {
      const [year = "", month = "", day = ""] = String(held).split("-");
      yield [id, group, module, position, `${day}-${months[Number(month) - 1]}-${year}`, `${String(minutes)} min`];
    }
  }
};

const completions: Extract = {
  name: "lms_completions",
  path: "lms/completions.csv",
  title: "Learning system: registrations and completions",
  encoding: "utf-8",
  delimiter: ",",
  header: [["Learner", "Session", "Status", "Recorded At"]],
  fields: [
    field("Learner"),
    field("Session"),
    field("Status", "string", {constraints: {required: true, enum: ["Completed", "No show"]}}),
    field("Recorded At", "string", {constraints: {required: true, pattern: "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}"}})
  ],
  primaryKey: ["Learner", "Session", "Status", "Recorded At"],
  missingValues: [""],
  *rows({sessions = [], attendance = []}, {recordedTwice, exportedTwice}, source) {
    const present = new Map<unknown, Set<string>>();
    const members = new Map<unknown, Set<string>>();
    const groupOf = new Map(sessions.map((row) => [row.session_id, row.group_id]));
    for (const {session_id: session = null, manager_id: manager} of attendance) {
      const group = groupOf.get(session);
      present.set(session, (present.get(session) ?? new Set()).add(String(manager)));
      members.set(group, (members.get(group) ?? new Set()).add(String(manager)));
    }
    const clock = (): string => `${16 + source.below(4)}:${String(source.below(60)).padStart(2, "0")}`;
    for (const {session_id: session, group_id: group, held_on: held} of sessions) {
      for (const learner of members.get(group) ?? []) {
        const status = present.get(session)?.has(learner) ? "Completed" : "No show";
        const row = [learner, String(session), status, `${String(held)} ${clock()}`];
        yield row;
        if (source.uniform() < exportedTwice) yield row;
        if (status === "Completed" && source.uniform() < recordedTwice) {
          yield [learner, String(session), status, `${String(held)} 2${source.below(4)}:${10 + source.below(50)}`];
        }
      }
    }
  }
};

const keys = ["year", "respondent", "department", "staff"];

const answers: Extract = {
  name: "survey_answers",
  path: "survey/answers.csv",
  title: "Survey: one row a respondent, items side by side",
  encoding: "utf-8",
  delimiter: ",",
  header: [
    [
      "About you",
      "",
      "",
      "",
      ...surveyItems.map(({measure}, i) => (surveyItems[i - 1]?.measure === measure ? "" : measure))
    ],
    ["Fiscal year", "Respondent", "Department", "You are", ...surveyItems.map(({wording}) => wording)],
    [...keys, ...surveyItems.map(({id}) => id)]
  ],
  dialect: {headerRows: [3]},
  fields: [
    field("year", "integer"),
    field("respondent"),
    field("department"),
    field("staff", "string", {constraints: {required: true, enum: ["manager", "other"]}}),
    ...surveyItems.map(({id}) => field(id, "integer", {constraints: {minimum: 1, maximum: 5}}))
  ],
  primaryKey: ["year", "respondent"],
  missingValues: ["", "99"],
  *rows({survey = []}) {
    for (const row of survey) {
      const {fiscal_year: year, respondent_id: id, department_id: department, respondent_group: group} = row;
      yield [year, id, department, group, ...surveyItems.map((item) => answerOf(row, item.id))];
    }
  }
};

/** 99: the respondent passed over the item; empty: it was not asked in that year */
function answerOf(row: SimulatedRow, item: string): SimulatedRow[string] {
  return Object.hasOwn(row, item) ? (row[item] ?? 99) : null;
}

const unit = {groupChar: ",", negativeMark: "△", unit: 1000};

const accounts: Extract = {
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

const sector: Extract = {
  name: "sector_index",
  path: "finance/sector-index.csv",
  title: "Sector: index of revenue, 2009 = 100",
  encoding: "utf-8",
  delimiter: ";",
  header: [["year", "index"]],
  dialect: {delimiter: ";"},
  fields: [field("year", "integer"), field("index", "number", {decimalChar: ",", ...required})],
  primaryKey: ["year"],
  missingValues: [""],
  once: true,
  *rows({sector_years: years = []}) {
    for (const {fiscal_year: year, comparator} of years) yield [year, Number(comparator).toFixed(1).replace(".", ",")];
  }
};

export const extracts: readonly Extract[] = [
  plain("departments", "Departments"),
  plain("department_lineage", "Departments merged and split"),
  plain("modules", "Modules of the programme", {once: true}),
  plain("rating_scales", "Rating scales", {once: true}),
  plain("survey_items", "Survey items", {once: true}),
  plain("survey_invitations", "Survey invitations"),
  plain("events", "Events", {once: true}),
  plain("session_ratings", "Ratings of sessions", {whole: ["rating"]}),
  personnel,
  appraisals,
  courses,
  completions,
  answers,
  accounts,
  sector
];
