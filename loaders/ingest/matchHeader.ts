import {nearestName} from "../../src/stats/errors/nearestName.js";
import type {Resource} from "../study/rawResource.js";
import {StudyError} from "../study/studyError.js";
import type {Violation} from "../study/violation.js";
import {headerRules, namedTwice} from "./headerRules.js";

const delimiters = [";", "\t", "|", ","];

/**
 * Holds a file's column names against the schema, and gives those that the schema does not know.
 *
 * @param row the header's last row, where the file has rows
 * @throws {StudyError} naming what is missing, double, unknown or out of order
 */
export function matchHeader(names: readonly string[], {path: file, schema}: Resource, row?: number): readonly string[] {
  const fields = schema.fields.map((field) => field.name);
  const missing = fields.filter((field) => !names.includes(field));
  const meant = ({name, earlier}: {name: string; earlier: string}): boolean =>
    name === earlier ? fields.includes(name) : fields.includes(name) !== fields.includes(earlier);
  const double = new Set(
    namedTwice(names)
      .filter(meant)
      .map(({name}) => name)
  );
  const extra = names.filter((name) => !fields.includes(name));
  if (missing.length === fields.length) {
    const other = delimiters.find((each) =>
      names.some((name) => name.split(each).some((part) => fields.includes(part)))
    );
    if (other) {
      const remedy = `Declare dialect.delimiter ${JSON.stringify(other)}`;
      throw new StudyError([{file, row, rule: "the header is separated by another delimiter", remedy}]);
    }
    const rule = "no column of the schema in the header; is the header row there?";
    throw new StudyError([{file, row, rule, remedy: "Declare dialect.headerRows, or the schema's own names"}]);
  }
  const violations: Violation[] = [
    ...missing.map((column) => ({file, row, column, ...missingRule(column, extra)})),
    ...[...double].map((column) => ({file, row, column, ...headerRules.twice}))
  ];
  if (schema.fieldsMatch !== "subset")
    for (const one of extra.map((name) => unknown(file, name, row))) violations.push(one);
  if (schema.fieldsMatch === "exact" && violations.length === 0) {
    const at = names.findIndex((name, i) => name !== fields[i]);
    const rule = "not in the schema's order, which fieldsMatch declares exact";
    if (at >= 0) violations.push({file, row, column: fields[at], rule, remedy: 'Declare "equal" or "subset"'});
  }
  if (violations.length) throw new StudyError(violations, "a header is not as declared");
  return extra;
}

function missingRule(column: string, extra: readonly string[]): {rule: string; remedy: string} {
  const rule = "the header lacks this column";
  if (extra.length === 0) return {rule, remedy: "Export it with the column"};
  const near = nearestName(column, extra) ?? (extra.length === 1 ? extra[0] : undefined);
  const known = `it has ${extra.length} that the schema does not know`;
  return near === undefined
    ? {rule: `${rule}; ${known}: ${listed(extra)}`, remedy: "If one is it, rename it"}
    : {rule: `${rule}; ${known}, ${shortened(near)} among them`, remedy: "If that is it, rename it"};
}

const unknown = (file: string, name: string, row: number | undefined): Violation => ({
  file,
  row,
  ...(name === ""
    ? headerRules.nameless
    : {
        column: shortened(name),
        rule: "the schema does not know this column",
        remedy: 'Add it to the schema, or declare fieldsMatch "subset"'
      })
});

const shortened = (name: string): string => (name.length > 40 ? `${name.slice(0, 39)}…` : name);

const listed = (names: readonly string[]): string =>
  `${names.slice(0, 5).map(shortened).join(", ")}${names.length > 5 ? ", …" : ""}`;
