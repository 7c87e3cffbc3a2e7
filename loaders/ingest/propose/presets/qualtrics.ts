/**
 * Qualtrics, "Export data" as CSV: three header rows (names, wordings, import ids); choices as texts or numbers; previews
 * and unfinished responses among the rows.
 *
 * Source     qualtrics.com/support: Exporting response data; Understanding your data set
 */
import type {Preset} from "../preset.js";
import {surveySql} from "../surveySql.js";

/** Columns that every export has; those that name a person are not read. */
const own = new Set([
  ..."StartDate EndDate Status IPAddress Progress Finished RecordedDate ResponseId RecipientLastName".split(" "),
  ..."RecipientFirstName RecipientEmail ExternalReference LocationLatitude LocationLongitude".split(" "),
  ..."DistributionChannel UserLanguage".split(" "),
  "Duration (in seconds)"
]);

export const qualtrics: Preset = {
  name: "Qualtrics",
  recognise({rows}) {
    const [names = [], wordings = [], ids = [], ...records] = rows;
    if (!ids[0]?.startsWith('{"ImportId"') || !names.includes("ResponseId")) return undefined;
    const department = names.find((name) => !own.has(name) && /dep(ar)?t|division|unit|部/i.test(name));
    const answersOf = (name: string): string[] => [...new Set(records.map((row) => row[names.indexOf(name)] ?? ""))];
    const items = names
      .filter((name) => /^Q?\d|^Q[A-Z_]|_\d+$/.test(name) && !own.has(name) && !name.endsWith("_TEXT"))
      .filter((name) => answersOf(name).length <= 12)
      .map((id) => ({id, wording: wordings[names.indexOf(id)] ?? id, answers: answersOf(id)}));
    const kept = ["Status", "Finished", "RecordedDate"].filter((name) => names.includes(name));
    const counts = [
      ...(kept.includes("Finished") ? ["Finished"] : []),
      ...(kept.includes("Status") ? ["\"Status\" NOT IN ('Survey Preview', 'Spam', '1', '8')"] : [])
    ].join(" AND ");
    return {
      kind: "a survey of Qualtrics",
      headerRows: [1],
      commentRows: [2, 3],
      columns: ["ResponseId", ...kept, ...(department ? [department] : []), ...items.map(({id}) => id)],
      texts: ["Status", ...(department ? [department] : []), ...items.map(({id}) => id)],
      primaryKey: ["ResponseId"],
      adjust: (field) =>
        field.name === "Finished"
          ? {...field, type: "boolean", trueValues: ["True", "TRUE", "1"], falseValues: ["False", "FALSE", "0"]}
          : field,
      sql: (resource) =>
        surveySql({
          resource,
          respondent: "ResponseId",
          respondents: records.length,
          answered: "RecordedDate",
          department,
          counts,
          items
        })
    };
  }
};
