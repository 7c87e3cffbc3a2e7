/**
 * A panel: a row a unit and year. Its numbers are proposed as measures of units; which of them is the outcome and which the
 * exposure, no file says.
 */
import {identifier} from "../../study/quote.js";
import {besideMeasures, calculated, contract, type Column} from "../../study/contract.js";
import {namesPersons} from "../../study/namesPersons.js";
import {areKnown} from "./areKnown.js";
import {isPersonal} from "./isPersonal.js";
import {isYear} from "./isYear.js";
import type {Layout} from "./preset.js";
import {identifies, type ProposedField} from "./proposeFields.js";
import {departmentsSql} from "./surveySql.js";

type Records = readonly (readonly string[])[];

interface PanelColumns {
  readonly unit: string;
  readonly year: string;
  /** columns that say the same of a unit in every year: its name, and what it belongs to */
  readonly name?: string;
  readonly division?: string;
}

const yearly = /^(19|20)\d\d$/;
const twoValued = /^[01]?$/;
const numeric = /^-?[\d.,]+$/;

/**
 * @param names    the file's columns
 * @param records  its rows below the header, in the columns' order
 * @param persons  keys of persons that other files have
 * @returns undefined where no column names units whose every year has one row, or where what it names are persons
 */
export function panel(
  headerRows: readonly number[],
  names: readonly string[],
  records: Records,
  persons: ReadonlySet<string> = new Set()
): Layout | undefined {
  const columns = columnsOf(names, records, persons);
  if (!columns) return undefined;
  const valuesOf = (name: string): string[] => records.map((row) => row[names.indexOf(name)] ?? "");
  const unread = names.filter((name) => isPersonal(name, valuesOf(name)));
  const read = names.filter((name) => name !== "" && !unread.includes(name));
  const binary = new Set(read.filter((name) => valuesOf(name).every((value) => twoValued.test(value))));
  return {
    kind: `a panel, one row for each ${columns.unit} and ${columns.year}`,
    headerRows,
    columns: read,
    unread,
    texts: [columns.unit, columns.name, columns.division].filter((name) => name !== undefined),
    primaryKey: [columns.unit, columns.year],
    sql: (resource, fields) => {
      const measures = measured(fields, columns, binary);
      const counted = countedIn(fields);
      return {
        ...(measures.length > 0 ? {department_years: yearsSql(resource, columns, measures)} : {}),
        ...(counted ? {participation_years: participationSql(resource, columns, counted)} : {}),
        departments: departmentsSql(resource, columns.unit, columns)
      };
    },
    study: (fields) => studyOf(measured(fields, columns, binary), countedIn(fields) !== undefined)
  };
}

/** Columns that count who took part and who could have, as such files call them. */
interface Counted {
  readonly participants: string;
  readonly eligible: string;
  readonly hours: string | undefined;
}

const counts = {
  participants: /^(participants?|participated|took[ _]part|attended|attendees|trained)$/i,
  eligible: /^(eligible|could[ _](have|take[ _]part|attend)|invited)$/i,
  hours: /^hours$/i
};

function countedIn(fields: readonly ProposedField[]): Counted | undefined {
  const called = (pattern: RegExp): string | undefined =>
    fields.find(({name, type}) => pattern.test(name.trim()) && (type === "integer" || type === "number"))?.name;
  const [participants, eligible] = [called(counts.participants), called(counts.eligible)];
  return participants && eligible ? {participants, eligible, hours: called(counts.hours)} : undefined;
}

function participationSql(
  resource: string,
  {unit, year}: PanelColumns,
  {participants, eligible, hours}: Counted
): string {
  return [
    "-- grain       one row a unit and year",
    `-- inputs      ${resource}`,
    "-- parameters  none",
    `-- units       ${hours ? "people, hours" : "people"}`,
    "SELECT",
    [
      `  ${identifier(unit)} AS department_id`,
      `  ${identifier(year)} AS fiscal_year`,
      `  ${identifier(participants)} AS participants`,
      `  ${identifier(eligible)} AS eligible`,
      ...(hours ? [`  ${identifier(hours)} AS hours`] : [])
    ].join(",\n"),
    `FROM ${identifier(resource)}`,
    "ORDER BY department_id, fiscal_year",
    ""
  ].join("\n");
}

function columnsOf(names: readonly string[], records: Records, persons: ReadonlySet<string>): PanelColumns | undefined {
  const valuesOf = (name: string): string[] => records.map((row) => row[names.indexOf(name)] ?? "");
  const years = names.filter((name) => records.length > 0 && valuesOf(name).every((value) => yearly.test(value)));
  const year = years.find(isYear) ?? years[0];
  if (year === undefined) return undefined;
  const moments = valuesOf(year);
  const able = names.filter((name) => {
    const values = valuesOf(name);
    const units = new Set(values).size;
    const once = new Set(values.map((value, i) => `${value}\n${moments[i]}`)).size === values.length;
    return name !== year && once && units > 1 && units * 2 <= values.length && values.every((value) => value !== "");
  });
  const unit =
    able.find((name) => identifies.test(name) || !valuesOf(name).every((value) => numeric.test(value))) ??
    able.find((name) => fills(valuesOf(name), moments));
  if (unit === undefined || namesPersons(unit) || isPersonal(unit, valuesOf(unit))) return undefined;
  const units = valuesOf(unit);
  if (areKnown(units, persons)) return undefined;
  const lasting = names.flatMap((name) => {
    const values = valuesOf(name);
    const pairs = new Set(values.map((value, i) => `${units[i]}\n${value}`)).size;
    const text = !values.some((value) => numeric.test(value) || value === "");
    const kinds = new Set(values).size;
    return name !== unit && !isPersonal(name, values) && text && pairs === new Set(units).size && kinds > 1
      ? [{name, kinds}]
      : [];
  });
  const all = new Set(units).size;
  const name = lasting.find(({kinds}) => kinds === all)?.name;
  const division = lasting.find(({kinds}) => kinds * 2 <= all)?.name;
  return {unit, year, ...(name ? {name} : {}), ...(division ? {division} : {})};
}

/** Whole numbers that number units: with few gaps each has every year, as amounts do not. */
function fills(values: readonly string[], years: readonly string[]): boolean {
  const cells = new Set(values).size * new Set(years).size;
  return values.every((value) => /^\d+$/.test(value)) && cells <= 1.5 * values.length;
}

interface Measured {
  readonly column: string;
  readonly name: string;
  /** a column that the canonical table has, so that no measure is declared */
  readonly known: boolean;
  /** written as true and false */
  readonly flag: boolean;
  /** of two values: there, or not */
  readonly binary: boolean;
  /** written in percent, and read as a share */
  readonly share: boolean;
}

const canonical = contract.department_years;
const has: Readonly<Record<string, Column>> = canonical.columns;

function measured(
  fields: readonly ProposedField[],
  {unit, year}: PanelColumns,
  binary: ReadonlySet<string>
): Measured[] {
  const taken = new Set<string>([...canonical.key, ...besideMeasures, ...Object.keys(calculated)]);
  const counted: readonly (string | undefined)[] = Object.values(countedIn(fields) ?? {});
  return fields.flatMap(({name: column, type, percent}, i) => {
    if (column === unit || column === year || counted.includes(column)) return [];
    if (!["integer", "number", "boolean"].includes(type)) return [];
    const plain = plainName(column) ?? `measure_${i + 1}`;
    // what the table has under this name may be of another kind: a headcount with decimals is no headcount
    const holds = (name: string): boolean => has[name]?.type === "number" || has[name]?.type === type;
    const name =
      Object.hasOwn(has, plain) && !holds(plain) ? freeName(`${plain}_given`, taken) : freeName(plain, taken);
    taken.add(name);
    return [
      {
        column,
        name,
        known: Object.hasOwn(has, name),
        flag: type === "boolean",
        binary: binary.has(column) || type === "boolean",
        share: percent === true
      }
    ];
  });
}

/** A column's name in plain letters, as a measure may be called; undefined where it begins with none. */
function plainName(column: string): string | undefined {
  const plain = column
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/ß/g, "ss")
    .replaceAll(/[^a-zA-Z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .toLowerCase();
  return /^[a-z]/.test(plain) && !(plain in Object.prototype) ? plain : undefined;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const given = name.endsWith("_given") ? name : `${name}_given`;
  const others = Array.from({length: taken.size}, (_, i) => `${given}_${i + 2}`);
  return [name, given, ...others].find((one) => !taken.has(one)) ?? name;
}

const asThere = "as the file has them";

function yearsSql(resource: string, {unit, year}: PanelColumns, measures: readonly Measured[]): string {
  const columns = [
    `${identifier(unit)} AS department_id`,
    `${identifier(year)} AS fiscal_year`,
    ...measures.map(({column, name, flag}) => `${identifier(column)}${flag ? "::INTEGER" : ""} AS ${identifier(name)}`)
  ];
  const shares = measures.flatMap(({name, share}) => (share ? [name] : []));
  const units = shares.length > 0 ? `${shares.join(", ")}: shares, 0.07 of 7 %; others as the file has them` : asThere;
  return [
    "-- grain       one row a unit and year",
    `-- inputs      ${resource}`,
    "-- parameters  none",
    `-- units       ${units}`,
    "SELECT",
    columns.map((column) => `  ${column}`).join(",\n"),
    `FROM ${identifier(resource)}`,
    "ORDER BY department_id, fiscal_year",
    ""
  ].join("\n");
}

const unitAsked =
  'FINISH: its unit, as dollars or per 1,000 people; "share" of what lies from 0 to 1, printed in percent';

/** @param counted  people took part, so that participation is the exposure */
function studyOf(measures: readonly Measured[], counted: boolean): Record<string, unknown> {
  if (measures.length === 0) return {};
  const exposure = {
    kind: "FINISH: share, sessions, money (that units receive), yes or no, law, or amount (as a tax)",
    one: "FINISH: what units are exposed to, with its article, as the beer tax"
  };
  return {
    ...(counted ? {} : {exposure}),
    measures: measures
      .filter(({known}) => !known)
      .map(({name, column, binary, share}) => ({
        name,
        table: "department_years",
        label: labelOf(column),
        unit: binary ? "0 or 1" : share ? "share" : unitAsked,
        direction: "FINISH: higher or lower, the way hoped for",
        role: "FINISH: outcome, negative control, exposure or context; or take the measure out"
      })),
    plan: [
      {
        finding: "departments",
        dated: "FINISH: day on which it was planned, as 2026-04-01",
        specification: `FINISH: OUTCOME ~ ${counted ? "participation" : "EXPOSURE"} | department_id + fiscal_year, of the measures above`,
        term: counted ? "participation" : "FINISH: the exposure",
        worthwhile: "FINISH: the smallest difference, in the outcome's unit, that would matter",
        worthwhileBecause: "FINISH: why a smaller one would not"
      }
    ]
  };
}

/** A column's name as readers see it: on one line, in plain spaces. */
function labelOf(column: string): string {
  const plain = column.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s_]+/gu, " ").trim();
  return `${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}`;
}
