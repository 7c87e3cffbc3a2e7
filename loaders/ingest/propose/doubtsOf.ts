import type {ProposedField} from "./proposeFields.js";

type Look = (fields: readonly ProposedField[], records: readonly (readonly string[])[], file: string) => string[];

/** What of a file could be read in two ways, or be counted twice, a line each. */
export const doubtsOf: Look = (fields, records, file) =>
  [ambiguous, thousands, totals].flatMap((look) => look(fields, records, file));

/** Dates whose every day could be a month. */
function ambiguous(fields: readonly ProposedField[], records: readonly (readonly string[])[], file: string): string[] {
  return fields.flatMap(({name, format}, i) => {
    if (typeof format !== "string" || !/^%d[/-]%m/.test(format)) return [];
    const clear = records.some((row) => Number(row[i]?.split(/[/-]/)[0]) > 12);
    return clear ? [] : [`${file}, column ${name}: day first is assumed; check it`];
  });
}

/** Numbers with three digits after each point: a part, or thousands. */
function thousands(fields: readonly ProposedField[], records: readonly (readonly string[])[], file: string): string[] {
  return fields.flatMap(({name, type, groupChar}, i) => {
    const values = records.map((row) => row[i] ?? "").filter((value) => value.includes("."));
    const either = type === "number" && groupChar === undefined && values.length > 0;
    return either && values.every((value) => /^-?[1-9]\d{0,2}\.\d{3}$/.test(value))
      ? [`${file}, column ${name}: a point before the decimals is assumed, not thousands; check it`]
      : [];
  });
}

const total = /^((grand |sub-?)?totals?|sum|合計|総計|小計|計|gesamt|summe)$/i;

/** Rows that add up others, beside them. */
function totals(fields: readonly ProposedField[], records: readonly (readonly string[])[], file: string): string[] {
  return fields.flatMap(({name, type}, i) => {
    const rows = type === "string" ? records.filter((row) => total.test((row[i] ?? "").trim())).length : 0;
    const said = rows === 1 ? "1 row is a total" : `${rows} rows are totals`;
    return rows > 0
      ? [
          `${file}, column ${name}: ${said} by its name; leave ${rows === 1 ? "it" : "them"} out in SQL, or what they add up is counted twice`
        ]
      : [];
  });
}
