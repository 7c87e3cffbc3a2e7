/**
 * A survey of any tool, a row a respondent: three columns or more whose answers are those of one scale of agreement or
 * frequency, a column that names each respondent, and one of when it was answered. Free texts and names are not read.
 */
import {isPersonal} from "../isPersonal.js";
import type {Preset} from "../preset.js";
import {scaleOf, surveySql} from "../surveySql.js";

const leastItems = 3;

export const wideSurvey: Preset = {
  name: "a survey, wide by question",
  recognise({rows, types}) {
    const [names = [], ...records] = rows;
    const answersOf = (name: string): string[] =>
      [...new Set(records.map((row) => row[names.indexOf(name)] ?? ""))].filter((answer) => answer !== "");
    const items = names
      .map((id) => ({id, wording: id.replace(/^Q?\d+[.:)]\s*/i, ""), answers: answersOf(id)}))
      .filter(({answers}) => answers.length > 2 && scaleOf(answers) !== undefined);
    const others = names.filter((name) => !items.some(({id}) => id === name) && !isPersonal(name));
    const answered = others.find((name) => /date|time|complet|submit|record|answered|日/i.test(name));
    const respondent = others.find((name) => name !== answered && answersOf(name).length === records.length);
    if (items.length < leastItems || respondent === undefined || answered === undefined || types) return undefined;
    const department = others.find(
      (name) => name !== respondent && /dep(ar)?t|division|unit|ward|team|branch|store|site|office|部/i.test(name)
    );
    const named = department === undefined ? [] : [department];
    return {
      kind: "a survey, wide by question",
      headerRows: [1],
      columns: [respondent, answered, ...named, ...items.map(({id}) => id)],
      texts: [respondent, ...named, ...items.map(({id}) => id)],
      primaryKey: [respondent],
      adjust: ({constraints, ...field}) =>
        items.some(({id}) => id === field.name) || !constraints ? field : {...field, constraints},
      sql: (resource) => {
        const numbered = answersOf(respondent).every((value) => /^\d+$/.test(value));
        return surveySql({resource, respondent, numbered, answered, department, items});
      }
    };
  }
};
