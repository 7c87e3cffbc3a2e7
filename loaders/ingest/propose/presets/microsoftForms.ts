/**
 * Microsoft Forms, "Open in Excel": ID, start and completion, e-mail and name, then a column a question. Addresses and names
 * are not read.
 *
 * Source     support.microsoft.com: Check and share your form results
 */
import type {Preset} from "../preset.js";
import {surveySql} from "../surveySql.js";

const own = new Set(["ID", "Start time", "Completion time", "Email", "Name", "Last modified time", "Language"]);

export const microsoftForms: Preset = {
  name: "Microsoft Forms",
  recognise({rows}) {
    const [names = [], ...records] = rows;
    if (!["ID", "Start time", "Completion time", "Email", "Name"].every((name) => names.includes(name)))
      return undefined;
    const questions = names.filter((name) => !own.has(name));
    const department = questions.find((name) => /dep(ar)?t|division|unit|部/i.test(name));
    const items = questions
      .filter((name) => name !== department)
      .map((id) => ({id, wording: id, answers: [...new Set(records.map((row) => row[names.indexOf(id)] ?? ""))]}))
      .filter(({answers}) => answers.length <= 12);
    return {
      kind: "a survey of Microsoft Forms",
      headerRows: [1],
      columns: ["ID", "Completion time", ...(department ? [department] : []), ...items.map(({id}) => id)],
      texts: [...(department ? [department] : []), ...items.map(({id}) => id)],
      primaryKey: ["ID"],
      adjust: (field) => (field.name === "Completion time" ? {name: field.name, type: "datetime"} : field),
      sql: (resource) =>
        surveySql({
          resource,
          respondent: "ID",
          respondents: records.length,
          numbered: true,
          answered: "Completion time",
          department,
          items
        })
    };
  }
};
