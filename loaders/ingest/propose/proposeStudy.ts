/**
 * Files that nobody has described yet -> a data package and mapping SQL to finish. What only a person can say is marked
 * FINISH, and a study that still has such a mark is not built.
 */
import {basename} from "node:path";
import {greatestOf} from "../../../src/stats/description/greatestOf.js";
import {canonicalTable, tableNames, type TableName} from "../../study/contract.js";
import {joinHeader} from "../joinHeader.js";
import {doubtsOf} from "./doubtsOf.js";
import {headerOf} from "./headerOf.js";
import {namesPersons} from "../../study/namesPersons.js";
import {isPersonal} from "./isPersonal.js";
import {isYear} from "./isYear.js";
import {panel} from "./panel.js";
import {joinSql} from "./joinSql.js";
import {keyOf} from "./keyOf.js";
import type {Layout, Preset} from "./preset.js";
import {accounting} from "./presets/accounting.js";
import {microsoftForms} from "./presets/microsoftForms.js";
import {monthlyAccounts} from "./presets/monthlyAccounts.js";
import {moodle} from "./presets/moodle.js";
import {qualtrics} from "./presets/qualtrics.js";
import {successFactors} from "./presets/successFactors.js";
import {wideSurvey} from "./presets/wideSurvey.js";
import {proposeFields, type ProposedField} from "./proposeFields.js";
import {rowsOfPersons} from "./rowsOfPersons.js";
import type {Sample} from "./sampleFile.js";

export const presets: readonly Preset[] = [
  qualtrics,
  successFactors,
  microsoftForms,
  moodle,
  accounting,
  wideSurvey,
  monthlyAccounts
];

/** Tables to which several files add rows: a survey that has changed its tool goes on. */
const joined: ReadonlySet<string> = new Set(["survey_responses", "survey_items"]);

const whatToWrite =
  "SQL of a canonical table, in DuckDB's dialect, goes into sql/TABLE.sql. Which tables there are, and which a finding needs: page " +
  "bring-your-own-study.html#canonical-tables of any built site (npx longview build, then npx longview serve)";

export interface ProposedStudy {
  readonly description: Record<string, unknown>;
  /** canonical table -> mapping SQL */
  readonly sql: ReadonlyMap<string, string>;
  /** what is told to the analyst, a line each */
  readonly notes: readonly string[];
}

export async function proposeStudy(name: string, samples: readonly Sample[]): Promise<ProposedStudy> {
  const sql = new Map<string, string>();
  const notes: string[] = [];
  const resources: {readonly name: string}[] = [];
  const years: Years = {called: [], dated: []};
  let told: Readonly<Record<string, unknown>> = {};
  const persons = personsIn(samples);
  let unknown = false;
  const again: {readonly table: string; readonly note: string}[] = [];
  for (const sample of samples) {
    const layout = layoutOf(sample, persons);
    const {resource, fields, records} = await proposeResource(sample, layout, resources.length);
    resources.push(resource);
    unknown ||= layout.as === "unknown";
    for (const kind of ["called", "dated"] as const)
      for (const one of yearsIn(kind, fields, records)) years[kind].push(one);
    const file = basename(sample.path);
    const plain = file.startsWith(`${resource.name}.`) || layout.as === "canonical";
    const called = plain ? "" : ` (in SQL ${resource.name})`;
    notes.push(`${file}${called}: ${layout.kind}, ${fields.length} columns of ${records.length} rows looked at`);
    for (const one of sample.notes ?? []) notes.push(one);
    if (layout.unread && layout.unread.length > 0) notes.push(leftOut(file, layout.unread));
    for (const one of beyond(file, layout, fields)) notes.push(one);
    for (const one of doubtsOf(fields, records, file)) notes.push(one);
    const mappings = Object.entries(layout.sql(resource.name, fields));
    // departments are in many files: what else one gives decides whether the study is told by it
    if (mappings.some(([table]) => table !== "departments" && !sql.has(table)))
      told = {...layout.study?.(fields), ...told};
    for (const [table, text] of mappings) {
      const before = sql.get(table);
      if (before === undefined) sql.set(table, text);
      else if (joined.has(table)) sql.set(table, joinSql(before, text));
      else again.push({table, note: `sql/${table}.sql comes from an earlier file; ${file} could give it too`});
    }
  }
  const given = new Set(resources.map((resource) => resource.name));
  for (const table of given) sql.delete(table);
  for (const {note} of again.filter(({table}) => !given.has(table))) notes.push(note);
  if (unknown) notes.push(whatToWrite);
  const span = years.called.length > 0 ? years.called : years.dated;
  return {description: describe(name, resources, {years: span, told}), sql, notes};
}

/** Values of columns that are called persons' keys, in any of the files: what they name elsewhere are persons too. */
function personsIn(samples: readonly Sample[]): Set<string> {
  const keys = samples.flatMap((sample) => {
    const above = headerOf(sample.rows);
    const names = namesIn(sample, above);
    const below = recordsBelow(sample, above, names);
    return names.flatMap((name, i) => (namesPersons(name) === "keys" ? below.map((row) => row[i] ?? "") : []));
  });
  return new Set(keys.filter((key) => key !== ""));
}

function layoutOf(sample: Sample, persons: ReadonlySet<string>): Layout {
  for (const preset of presets) {
    const layout = preset.recognise(sample);
    if (layout) return layout;
  }
  const headerRows = headerOf(sample.rows);
  const names = namesIn(sample, headerRows);
  const columns = [...new Set(names)].filter((cell) => cell !== "");
  const table = tableNames.find((candidate) => isTable(candidate, columns));
  const below = recordsBelow(sample, headerRows, names);
  const found = table
    ? undefined
    : (panel(headerRows, names, below, persons) ?? rowsOfPersons(headerRows, names, below, persons));
  if (found) return found;
  const valuesOf = (column: string): string[] => below.map((row) => row[names.indexOf(column)] ?? "");
  const unread = table ? [] : columns.filter((column) => isPersonal(column, valuesOf(column)));
  return {
    kind: table ? `the canonical table ${table}` : "a table of no known kind; write SQL that maps it",
    as: table ? "canonical" : "unknown",
    headerRows,
    columns: columns.filter((column) => !unread.includes(column)),
    unread,
    sql: () => ({})
  };
}

const recordsBelow = ({rows}: Sample, above: readonly number[], header: readonly string[]): (readonly string[])[] =>
  rows.slice(greatestOf(above)).filter((row) => row.length === header.length);

const namesIn = ({rows}: Sample, headerRows: readonly number[]): string[] =>
  joinHeader(rows, {headerRows: [...headerRows], headerJoin: " "});

/** Whether a file has a canonical table's every column that must be there. */
function isTable(name: TableName, columns: readonly string[]): boolean {
  const needed = Object.entries(canonicalTable(name)?.columns ?? {}).filter(([, {optional}]) => !optional);
  return needed.length > 1 && needed.every(([column]) => columns.includes(column));
}

async function proposeResource(sample: Sample, layout: Layout, index: number) {
  const {headerRows, commentRows, columns, adjust, primaryKey} = layout;
  const header = namesIn(sample, headerRows);
  const records = recordsBelow(sample, [...headerRows, ...(commentRows ?? [])], header).map((row) =>
    columns.map((name) => row[header.indexOf(name)] ?? "")
  );
  const table = tableNames.find((candidate) => isTable(candidate, columns));
  const contract = table && canonicalTable(table);
  const kept = contract ? columns.filter((column) => Object.hasOwn(contract.columns, column)) : columns;
  const texts = new Set([
    ...(layout.texts ?? []),
    ...kept.filter((column) => contract?.columns[column]?.type === "string")
  ]);
  const used = records.map((row) => kept.map((name) => row[columns.indexOf(name)] ?? ""));
  const proposed = (await proposeFields(kept, used, texts)).map((field) => asDeclared(field, sample));
  const fields = proposed.map((field) => adjust?.(field) ?? field);
  const key = primaryKey ?? (contract ? contract.key : keyOf(fields, used));
  const dialect = {
    ...(sample.sheetName === undefined ? {} : {sheetName: sample.sheetName}),
    ...(headerRows.join() === "1" ? {} : {headerRows}),
    ...(commentRows ? {commentRows} : {}),
    ...(sample.delimiter && sample.delimiter !== "," && sample.format === "csv" ? {delimiter: sample.delimiter} : {})
  };
  const resource = {
    name: table ?? rawName(sample.name, index),
    path: `raw/${basename(sample.path)}`,
    format: sample.format,
    ...(sample.compression ? {compression: sample.compression} : {}),
    ...(sample.encoding && sample.encoding !== "utf-8" ? {encoding: sample.encoding} : {}),
    ...(Object.keys(dialect).length > 0 ? {dialect} : {}),
    schema: {fields, ...(key && key.length > 0 ? {primaryKey: key} : {})}
  };
  return {resource, fields, records: used};
}

/** A field of the type that the file itself declares, where it does. */
function asDeclared(field: ProposedField, {types}: Sample): ProposedField {
  const type = types?.get(field.name);
  if (!type) return field;
  return {name: field.name, type, ...(field.constraints ? {constraints: field.constraints} : {})};
}

/** What a file is called in SQL; a name of a canonical table, which it is not, would be taken for that table. */
function rawName(name: string, index: number): string {
  if (tableNames.some((table) => table === name)) return `${name}_raw`;
  return index === 0 || name !== "extract" ? name : `extract_${index + 1}`;
}

/** Years of the columns that are called so, and those of days and moments. */
type Years = Readonly<Record<"called" | "dated", number[]>>;

function yearsIn(
  kind: keyof Years,
  fields: readonly ProposedField[],
  records: readonly (readonly string[])[]
): number[] {
  const asked = fields.filter(({name, type}) =>
    kind === "called" ? isYear(name) : type === "date" || type === "datetime"
  );
  return asked.flatMap((field) => {
    const i = fields.indexOf(field);
    return records.flatMap(
      (row) =>
        /(19[5-9]|20[0-5])\d/
          .exec(row[i] ?? "")
          ?.map(Number)
          .slice(0, 1) ?? []
    );
  });
}

/** Columns that a canonical table does not have, so that its proposed fields leave them out. */
function beyond(file: string, {columns}: Layout, fields: readonly ProposedField[]): string[] {
  const passed = columns.filter((column) => !fields.some(({name}) => name === column) && !isPersonal(column));
  const [what, them] = passed.length === 1 ? ["column", "it is"] : ["columns", "they are"];
  return passed.length === 0
    ? []
    : [
        `${file}, ${what} ${passed.join(", ")}: not read, as ${them} none of the table; a number that readers should see goes into ` +
          "the fields and into study.measures"
      ];
}

function leftOut(file: string, columns: readonly string[]): string {
  const what = columns.length === 1 ? "column" : "columns";
  const they = columns.length === 1 ? "it names or describes" : "they name or describe";
  return `${file}, ${what} ${columns.join(", ")}: not read, as ${they} a person; add to the fields what is needed`;
}

function describe(
  name: string,
  resources: readonly object[],
  {years, told}: {readonly years: readonly number[]; readonly told: Readonly<Record<string, unknown>>}
): Record<string, unknown> {
  // days of birth and of hire are years, too
  const [first, last] = [years.reduce((a, b) => Math.min(a, b), Infinity), years.reduce((a, b) => Math.max(a, b), 0)];
  const seen = years.length > 0 ? `; the first rows of the files have years from ${first} to ${last}` : "";
  const span = [`FINISH: the programme's first fiscal year, a number${seen}`, "FINISH: its last"];
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name,
    title: "FINISH: what the study is called",
    resources,
    study: {
      title: "FINISH: what the study is called, in a few words",
      organisation: "FINISH: whose data these are",
      summary: "FINISH: what was done, and the question, in one or two sentences",
      fiscalYearStart: "FINISH: month and day on which a year begins, as 04-01",
      timeZone: "FINISH: where the days are counted, as Asia/Tokyo or Europe/London",
      currency: {code: "FINISH: three letters, as JPY", label: "FINISH: as yen"},
      words: {
        unit: {one: "FINISH: what is compared, as department or state", many: "FINISH: several of them"},
        division: {one: "FINISH: what units belong to, as region; if nothing, take it out", many: "FINISH: several"},
        person: {one: "FINISH: who is in them, as manager or resident", many: "FINISH: several of them"},
        programme: "FINISH: what people take part in, or what units are exposed to"
      },
      programmeYears: span,
      assignment: "unknown",
      measures: [],
      plan: [],
      ...told
    }
  };
}
