/**
 * A survey of any tool, a row a respondent: three columns or more whose answers are those of one scale, and a column of when
 * it was answered, or of its year. A scale is a usual one of agreement or frequency, or the few words that all these columns share. Free
 * texts and names are not read.
 */
import {isPersonal} from "../isPersonal.js";
import type {Preset} from "../preset.js";
import {isYear} from "../isYear.js";
import {scaleOf, surveySql} from "../surveySql.js";

const leastItems = 3;
/** answers that a scale has */
const [least, most] = [3, 7];
/** respondents under which a column's few answers say nothing */
const fewest = 20;

export const wideSurvey: Preset = {
  name: "a survey, wide by question",
  recognise({rows, types}) {
    const [names = [], ...records] = rows;
    const answersOf = (name: string): string[] =>
      [...new Set(records.map((row) => row[names.indexOf(name)] ?? ""))].filter((answer) => answer !== "");
    const known = names.filter((name) => answersOf(name).length > 2 && scaleOf(answersOf(name)) !== undefined);
    const asked = known.length > 0 || records.length < fewest ? known : sharing(names, answersOf);
    const items = asked.map((name) => ({
      id: name,
      wording: name.replace(/^[A-Z]?\d+[.:)]\s*/i, ""),
      answers: answersOf(name)
    }));
    const others = names.filter(
      (name) =>
        !asked.includes(name) &&
        !isPersonal(
          name,
          records.map((row) => row[names.indexOf(name)] ?? "")
        )
    );
    const moment =
      others.find((name) => /date|time|complet|submit|record|answered|日/i.test(name)) ??
      others.find((name) => answersOf(name).every((value) => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b/.test(value)));
    const year = others.find((name) => isYear(name) && answersOf(name).every((value) => /^(19|20)\d\d$/.test(value)));
    const answered = moment ?? year;
    if (items.length < leastItems || answered === undefined || types) return undefined;
    const respondent = others.find((name) => name !== answered && answersOf(name).length === records.length);
    if (respondent === undefined && known.length > 0 && records.length < fewest) return undefined;
    const left = others.filter((name) => name !== respondent && name !== answered && !isYear(name));
    const department =
      left.find((name) => /dep(ar)?t|division|unit|ward|team|branch|store|site|office|部/i.test(name)) ??
      left
        .filter((name) => answersOf(name).length > most && answersOf(name).length < records.length / 3)
        .toSorted((a, b) => answersOf(b).length - answersOf(a).length)[0];
    const named = department === undefined ? [] : [department];
    const numbers = respondent === undefined ? [] : [respondent];
    return {
      kind: "a survey, wide by question",
      headerRows: [1],
      columns: [...numbers, answered, ...named, ...items.map(({id}) => id)],
      texts: [...numbers, ...named, ...items.map(({id}) => id)],
      primaryKey: respondent === undefined ? [] : [respondent],
      adjust: ({constraints, ...field}) =>
        items.some(({id}) => id === field.name) || !constraints ? field : {...field, constraints},
      sql: (resource) => {
        const numbered = respondent === undefined || answersOf(respondent).every((value) => /^\d+$/.test(value));
        return surveySql({
          resource,
          respondent,
          respondents: records.length,
          numbered,
          answered,
          yearly: moment === undefined,
          department,
          items
        });
      }
    };
  }
};

/** The columns that share the answers of one scale: few, in words or as points, and the same in all of them. */
function sharing(names: readonly string[], answersOf: (name: string) => readonly string[]): string[] {
  const able = names.filter((name) => {
    const answers = answersOf(name);
    const points = answers.every((answer) => /^\d{1,2}$/.test(answer) && Number(answer) <= 10);
    const inWords = answers.every((answer) => /\p{L}{2}/u.test(answer));
    const asks = /\p{L}+ \p{L}+ \p{L}+|^[A-Z]?\d+\b/u.test(name.trim());
    return answers.length >= least && answers.length <= (points ? 11 : most) && (inWords || (points && asks));
  });
  const groups = able.map((name) => able.filter((other) => alike(answersOf(name), answersOf(other))));
  return groups.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** Whether one's answers are all among the other's, or the other way round. */
const alike = (one: readonly string[], other: readonly string[]): boolean => {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return few.every((answer) => many.includes(answer));
};
