/**
 * A field of a Table Schema as SQL over the text that stands in the file: its typed value, and the rules that a text may
 * break. Text is judged before it is cast, since a cast is lenient where a study must not be (3.7 as an integer is 4).
 */
import type {Field} from "../study/rawResource.js";
import {identifier, literal} from "../study/quote.js";

export interface FieldRule {
  /** SQL condition that is true where the rule is broken, and never null */
  readonly broken: string;
  readonly rule: string;
  readonly remedy: string;
}

export interface FieldRules {
  /** SQL of the typed value; null where missing or not of the type */
  readonly typed: string;
  readonly rules: readonly FieldRule[];
}

export interface FieldContext {
  /** texts that mean no value, unless the field declares its own */
  readonly missingValues: readonly string[];
  /** whether no value may be missing, as in a key */
  readonly required?: boolean;
  /** zone of times that name none */
  readonly timeZone?: string;
}

const correct = "Correct the source";

export function fieldRules(
  field: Field,
  {missingValues, required = false, timeZone = "UTC"}: FieldContext
): FieldRules {
  const {constraints} = field;
  const text = presentText(field, field.missingValues ?? missingValues);
  const typed = typedValue(field, text, timeZone);
  const rules: FieldRule[] = [];
  const add = (broken: string, rule: string, remedy = correct): number =>
    rules.push({broken: `coalesce(${broken}, false)`, rule, remedy});
  add(`${text} IS NOT NULL AND ${typed} IS NULL`, typeRule(field), typeRemedies[field.type]);
  if (constraints.required || required) {
    const optional = constraints.required ? ", or declare the field optional" : "";
    add(`${text} IS NULL`, "required", `Fill it in at the source${optional}`);
  }
  for (const [name, operator, words] of bounds) {
    const limit = constraints[name];
    if (limit !== undefined) add(`${typed} ${operator} ${limitValue(limit)}`, `${words} ${limit}`);
  }
  const {minLength, maxLength, pattern, enum: values} = constraints;
  if (minLength !== undefined) add(`length(${text}) < ${minLength}`, `at least ${minLength} characters`);
  if (maxLength !== undefined) add(`length(${text}) > ${maxLength}`, `at most ${maxLength} characters`);
  if (pattern !== undefined) add(`NOT regexp_full_match(${text}, ${literal(pattern)})`, `of the pattern ${pattern}`);
  if (values) {
    const numbers = ["integer", "number", "year"].includes(field.type);
    const listed = values.map((value) => (numbers ? String(Number(value)) : literal(String(value))));
    add(`${numbers ? typed : text} NOT IN (${listed.join(", ")})`, `one of ${values.join(", ")}`);
  }
  if (field.type === "number") {
    add(`NOT isfinite(${typed})`, "a finite number");
    const inexact = `abs(${typed}${field.unit ? ` / ${field.unit}` : ""}) >= 9007199254740992`;
    add(
      `${inexact} AND NOT contains(lower(${text}), 'e')`,
      "below 2^53 in size",
      "Declare it an integer, or a string if it is a name"
    );
  }
  if (field.type === "date" || field.type === "datetime") addCentury(field, typed, add);
  return {typed, rules};
}

const bounds = [
  ["minimum", "<", "at least"],
  ["maximum", ">", "at most"],
  ["exclusiveMinimum", "<=", "above"],
  ["exclusiveMaximum", ">=", "below"]
] as const;

const limitValue = (limit: number | string): string =>
  typeof limit === "number" ? String(limit) : `${limit.length > 10 ? "TIMESTAMPTZ" : "DATE"} ${literal(limit)}`;

/** A date far from any study is a slip, or an open end; a field's own bounds take the rule's place. */
function addCentury(
  {type, constraints}: Field,
  typed: string,
  add: (broken: string, rule: string, remedy: string) => void
): void {
  const {minimum, exclusiveMinimum, maximum, exclusiveMaximum} = constraints;
  const first = minimum === undefined && exclusiveMinimum === undefined ? 1950 : 1;
  const last = maximum === undefined && exclusiveMaximum === undefined ? 2060 : 9999;
  const rule = `a ${type} between ${first} and ${last}`;
  const remedy = "Correct the source, or, if the value means no end, declare it in the field's missingValues";
  add(`year(${typed}) NOT BETWEEN ${first} AND ${last}`, rule, remedy);
}

function presentText({name}: Field, missingValues: readonly string[]): string {
  const column = identifier(name);
  const tokens = missingValues.map(literal).join(", ");
  return missingValues.length ? `CASE WHEN ${column} IN (${tokens}) THEN NULL ELSE ${column} END` : column;
}

function typedValue(field: Field, text: string, timeZone: string): string {
  switch (field.type) {
    case "string":
      return text;
    case "boolean":
      return booleanValue(field, text);
    case "date":
      return dateValue(field, text);
    case "datetime":
      return momentValue(field, text, field.timeZone ?? timeZone);
    case "year":
      return `CASE WHEN regexp_full_match(${text}, '\\d{4}') THEN try_cast(${text} AS INTEGER) END`;
    default:
      return numberValue(field, text);
  }
}

const trueTexts = ["true", "True", "TRUE", "1"];
const falseTexts = ["false", "False", "FALSE", "0"];

function booleanValue({trueValues = trueTexts, falseValues = falseTexts}: Field, text: string): string {
  const [yes, no] = [trueValues, falseValues].map((values) => values.map(literal).join(", "));
  return `CASE WHEN ${text} IN (${yes}) THEN true WHEN ${text} IN (${no}) THEN false END`;
}

/** A number's text is stripped of its marks from the outside in; what is left must be digits, in groups of three. */
function numberValue(field: Field, text: string): string {
  const {type, groupChar, decimalChar = ".", unit, percent} = field;
  const [group, point] = [groupChar ?? "", decimalChar].map((mark) => mark.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const whole = groupChar ? `(\\d{1,3}(${group}\\d{3})+|\\d+)` : "\\d+";
  const digits = type === "integer" ? whole : `(${whole}(${point}\\d*)?|${point}\\d+)([eE][+-]?\\d{1,3})?`;
  const signed = signedText(field, bareText(field, text));
  const ungrouped = groupChar ? `replace(${signed}, ${literal(groupChar)}, '')` : signed;
  const plain = decimalChar === "." ? ungrouped : `replace(${ungrouped}, ${literal(decimalChar)}, '.')`;
  const asked = percent ? `ends_with(rtrim(${text}, ')'), '%') AND ` : "";
  const scaled = `${percent ? " / 100" : ""}${unit === undefined ? "" : ` * ${unit}`}`;
  const cast = `try_cast(${plain} AS ${type === "integer" ? "BIGINT" : "DOUBLE"})`;
  return `CASE WHEN ${asked}regexp_full_match(${signed}, ${literal(`[+-]?${digits}`)}) THEN ${cast}${scaled} END`;
}

/** The text without its percent sign and its currency's mark, which may stand inside the parentheses. */
function bareText({percent, currencyMark}: Field, text: string): string {
  const bare = percent ? `regexp_replace(${text}, ' ?%(\\)?)$', '\\1')` : text;
  if (currencyMark === undefined) return bare;
  const mark = currencyMark.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const before = `regexp_replace(${bare}, ${literal(`^([+-]|\\()?${mark} ?`)}, '\\1')`;
  return `CASE WHEN ${before} <> ${bare} THEN ${before} ELSE regexp_replace(${bare}, ${literal(` ?${mark}(-|\\))?$`)}, '\\1') END`;
}

/** The text with a plain minus where it is marked as negative in the declared way. */
function signedText({negative = "leading", negativeMark}: Field, text: string): string {
  if (negative === "parentheses") {
    return `CASE WHEN regexp_full_match(${text}, '\\(.*\\)') THEN '-' || substr(${text}, 2, length(${text}) - 2) ELSE ${text} END`;
  }
  const mark = negativeMark ?? "-";
  const length = [...mark].length;
  if (negative === "trailing") {
    return `CASE WHEN ends_with(${text}, ${literal(mark)}) THEN '-' || substr(${text}, 1, length(${text}) - ${length}) ELSE ${text} END`;
  }
  if (mark === "-") return text;
  return `CASE WHEN starts_with(${text}, ${literal(mark)}) THEN '-' || substr(${text}, ${length + 1}) ELSE ${text} END`;
}

const epochs: Readonly<Record<string, string>> = {excel1900: "1899-12-30", excel1904: "1904-01-01"};

function dateValue({format, twoDigitYearsFrom}: Field, text: string): string {
  if (format === "default") {
    return `CASE WHEN regexp_full_match(${text}, '\\d{4}-\\d{2}-\\d{2}') THEN try_cast(${text} AS DATE) END`;
  }
  const epoch = epochs[format];
  // Excel's 60 is the 29th of February 1900, a day that never was
  if (epoch) {
    const first = format === "excel1900" ? 61 : 0;
    return `CASE WHEN regexp_full_match(${text}, '\\d{1,7}') AND try_cast(${text} AS INTEGER) BETWEEN ${first} AND 2958465 THEN DATE '${epoch}' + try_cast(${text} AS INTEGER) END`;
  }
  const day = `${trimless(text)} THEN try_strptime(${text}, ${literal(format)})::DATE END`;
  if (twoDigitYearsFrom === undefined) return day;
  const year = `${twoDigitYearsFrom} + (year(${day}) % 100 - ${twoDigitYearsFrom % 100} + 100) % 100`;
  return `try_cast(printf('%04d', ${year}) || strftime(${day}, '-%m-%d') AS DATE)`;
}

/** DuckDB reads past blanks around a date; a file that has them is asked for another format. */
const trimless = (text: string): string => `CASE WHEN regexp_full_match(${text}, '\\S(.*\\S)?')`;

function momentValue({format, twoDigitYearsFrom}: Field, text: string, timeZone: string): string {
  const local = (moment: string): string => `timezone(${literal(timeZone)}, ${moment})`;
  if (format === "default") {
    const clock = "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?";
    const zoned = `WHEN regexp_full_match(${text}, '${clock} ?(Z|[+-]\\d{2}(:?\\d{2})?)') THEN try_cast(${text} AS TIMESTAMPTZ)`;
    return `CASE WHEN regexp_full_match(${text}, '${clock}') THEN ${local(`try_cast(${text} AS TIMESTAMP)`)} ${zoned} END`;
  }
  const epoch = epochs[format];
  if (epoch) {
    const seconds = `to_seconds(round(try_cast(${text} AS DOUBLE) * 86400)::BIGINT)`;
    return `CASE WHEN regexp_full_match(${text}, '\\d{1,6}(\\.\\d+)?') THEN ${local(`TIMESTAMP '${epoch}' + ${seconds}`)} END`;
  }
  const moment = `${trimless(text)} THEN try_strptime(${text}, ${literal(format)}) END`;
  if (format.includes("%z")) return moment;
  if (twoDigitYearsFrom === undefined) return local(moment);
  const year = `${twoDigitYearsFrom} + (year(${moment}) % 100 - ${twoDigitYearsFrom % 100} + 100) % 100`;
  return local(`try_cast(printf('%04d', ${year}) || strftime(${moment}, '-%m-%d %H:%M:%S.%f') AS TIMESTAMP)`);
}

function typeRule(field: Field): string {
  const {type, format, trueValues = trueTexts, falseValues = falseTexts} = field;
  if (type === "date") return `a date as ${format === "default" ? "YYYY-MM-DD" : (serials[format] ?? format)}`;
  if (type === "datetime")
    return `a date and time as ${format === "default" ? "YYYY-MM-DDThh:mm:ss" : (serials[format] ?? format)}`;
  if (type === "boolean") return `one of ${[...trueValues, ...falseValues].join(", ")}`;
  if (type === "integer") return "a whole number";
  return type === "year" ? "a year of four digits" : `a ${type}`;
}

const serials: Readonly<Record<string, string>> = {
  excel1900: "a serial number of Excel's (1900)",
  excel1904: "a serial number of Excel's (1904)"
};

const numberRemedy =
  "Correct the source, or declare how it is written: groupChar, decimalChar, negative, currencyMark, percent, missingValues";
const dateRemedy = "Correct the source, or declare its format";

const typeRemedies: Readonly<Record<Field["type"], string>> = {
  string: correct,
  integer: numberRemedy,
  number: numberRemedy,
  boolean: "Correct the source, or declare trueValues and falseValues",
  date: dateRemedy,
  datetime: dateRemedy,
  year: correct
};
