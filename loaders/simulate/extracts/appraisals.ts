import {type Extract, field, required} from "./extract.js";

const marks = ["D", "C", "B", "A", "S"];

export const appraisals: Extract = {
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
