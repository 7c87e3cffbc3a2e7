/**
 * A field of a Table Schema as SQL over the text that stands in the file: its typed value, and the rules that a text may
 * break. Text is judged before it is cast, since a cast is lenient where a study must not be (3.7 as an integer is 4).
 */
import type {Field, Resource} from "../study/dataPackage.js";
import {identifier, literal} from "../study/quote.js";

export interface FieldRules {
  /** SQL of the typed value; null where missing or not of the type */
  readonly typed: string;
  /** what may be broken: an SQL condition, and the rule in words */
  readonly rules: readonly {readonly broken: string; readonly rule: string}[];
}

const sqlTypes = {
  string: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  year: "INTEGER"
} as const;

const patterns = {integer: "[+-]?\\d{1,18}", number: "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?", year: "\\d{4}"};

export function fieldRules(field: Field, {missingValues}: Resource["schema"]): FieldRules {
  const text = presentText(field, field.missingValues ?? missingValues);
  const typed = typedValue(field, text);
  const {required, minimum, maximum, minLength, maxLength, pattern, enum: values} = field.constraints;
  const rules = [{broken: `${text} IS NOT NULL AND ${typed} IS NULL`, rule: typeRule(field)}];
  const add = (broken: string, rule: string): number => rules.push({broken: `coalesce(${broken}, false)`, rule});
  if (required) add(`${text} IS NULL`, "required");
  if (minimum !== undefined) add(`${typed} < ${minimum}`, `at least ${minimum}`);
  if (maximum !== undefined) add(`${typed} > ${maximum}`, `at most ${maximum}`);
  if (minLength !== undefined) add(`length(${text}) < ${minLength}`, `at least ${minLength} characters`);
  if (maxLength !== undefined) add(`length(${text}) > ${maxLength}`, `at most ${maxLength} characters`);
  if (pattern !== undefined) add(`NOT regexp_full_match(${text}, ${literal(pattern)})`, `of the pattern ${pattern}`);
  if (values) {
    add(`${text} NOT IN (${values.map((value) => literal(String(value))).join(", ")})`, `one of ${values.join(", ")}`);
  }
  if (field.type === "number") add(`NOT isfinite(${typed})`, "a finite number");
  if (field.type === "date") add(`year(${typed}) NOT BETWEEN 1950 AND 2060`, "a date between 1950 and 2060");
  return {typed, rules};
}

function presentText({name}: Field, missingValues: readonly string[]): string {
  const column = identifier(name);
  const tokens = missingValues.map(literal).join(", ");
  return missingValues.length ? `CASE WHEN ${column} IN (${tokens}) THEN NULL ELSE ${column} END` : column;
}

function typedValue(field: Field, text: string): string {
  const {type, format, groupChar, decimalChar, negativeMark, unit} = field;
  if (type === "string") return text;
  if (type === "boolean") {
    const [yes, no] = [field.trueValues, field.falseValues].map((values) => values.map(literal).join(", "));
    return `CASE WHEN ${text} IN (${yes}) THEN true WHEN ${text} IN (${no}) THEN false END`;
  }
  if (type === "date") {
    if (format !== "default" && format !== "any") return `try_strptime(${text}, ${literal(format)})::DATE`;
    return `CASE WHEN regexp_full_match(${text}, '\\d{4}-\\d{2}-\\d{2}') THEN try_cast(${text} AS DATE) END`;
  }
  const ungrouped = groupChar ? `replace(${text}, ${literal(groupChar)}, '')` : text;
  const decimal = decimalChar === "." ? ungrouped : `replace(${ungrouped}, ${literal(decimalChar)}, '.')`;
  const plain = negativeMark ? signed(decimal, negativeMark) : decimal;
  const scaled = unit === undefined ? "" : ` * ${unit}`;
  return `CASE WHEN regexp_full_match(${plain}, ${literal(patterns[type])}) THEN try_cast(${plain} AS ${sqlTypes[type]})${scaled} END`;
}

function signed(text: string, mark: string): string {
  return `CASE WHEN starts_with(${text}, ${literal(mark)}) THEN '-' || substr(${text}, ${[...mark].length + 1}) ELSE ${text} END`;
}

function typeRule({type, format, trueValues, falseValues}: Field): string {
  if (type === "date") return format === "default" ? "a date as YYYY-MM-DD" : `a date as ${format}`;
  if (type === "boolean") return `one of ${[...trueValues, ...falseValues].join(", ")}`;
  if (type === "integer") return "a whole number";
  return type === "year" ? "a year of four digits" : `a ${type}`;
}
