import {readFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {TableName} from "../../study/contract.js";
import {fillTemplate} from "../../study/fillTemplate.js";
import {isOfPersons} from "../../study/isOfPersons.js";
import {namesPersons} from "../../study/namesPersons.js";
import type {Field, Resource} from "../../study/rawResource.js";
import type {Study} from "../../study/readStudy.js";
import type {Mappings} from "../openMapping.js";
import {isLookedUp} from "./isLookedUp.js";
import {writtenIn} from "./writtenIn.js";

const sql = (name: string): URL => new URL(`./sql/${name}.sql`, import.meta.url);
/** whoever heads a unit may be named beside it: so many persons are no accounts any more */
const several = 10;
/** of a column that is called as persons are: so many values, in nearly as many rows, are no kinds of persons */
const many = {values: 20, share: 0.9};

export interface FilesOfPersons {
  /** files that persons' tables are made of, or with a column of persons' keys, each with why: what is made of them is traced */
  readonly keyed: ReadonlyMap<string, PersonsReason>;
}

/** Why a file's rows are persons': its column with their keys, or the canonical table that is made of it. */
export type PersonsReason = {readonly column: string} | {readonly table: TableName};

/**
 * Raw files whose rows are persons', all of them kept in `audit.persons`. Keys are known by their values, or by a name
 * such as "employee no"; a column called "staff" may have their names, one a row, or kinds of them. Of the files that a persons' table
 * is made of, those are left out in which it only looks something up.
 */
export async function filesOfPersons(
  connection: DuckDBConnection,
  study: Study,
  mappings: Mappings
): Promise<FilesOfPersons> {
  const keyed = new Map<string, PersonsReason>();
  const called = new Set<string>();
  // once for all columns: a file of answers has as many as it has respondents
  await connection.run(readFileSync(sql("keep_keys"), "utf8"));
  for (const {name} of study.resources) if (isOfPersons(name)) keyed.set(name, {table: name as TableName});
  for (const resource of study.resources.filter(({name}) => !keyed.has(name))) {
    const {found, column} = await personsIn(connection, resource, study.words.person.one);
    if (found === "keys") keyed.set(resource.name, {column});
    if (found === "persons") called.add(resource.name);
  }
  for (const [table, mapping] of mappings) {
    if (!isOfPersons(table)) continue;
    for (const name of mapping.read)
      if (!keyed.has(name) && !(await isLookedUp(connection, study, {table, mapping, name}))) keyed.set(name, {table});
  }
  for (const resource of new Set([...keyed.keys(), ...called]))
    await connection.run(readFileSync(sql("record_persons"), "utf8"), {resource});
  return {keyed};
}

type Found = ReturnType<typeof namesPersons>;

async function personsIn(
  connection: DuckDBConnection,
  {name, schema}: Resource,
  person: string
): Promise<{found: Found; column: string}> {
  const fields = schema.fields.filter(({type}) => able.has(type));
  if (fields.length === 0) return {found: undefined, column: ""};
  const written = writtenIn(
    name,
    fields.map((field) => field.name)
  );
  const read = await connection.runAndReadAll(fillTemplate(sql("count_named"), {written}));
  const counted = new Map((read.getRowObjectsJS() as unknown as Counted[]).map((one) => [one.place, one]));
  const all = fields.map((field, place) => {
    const values = counted.get(place);
    return {
      found: values && personsBy(field, values, namesPersons(field.name, person)),
      column: field.name
    };
  });
  const by = (wanted: Found) => all.find(({found}) => found === wanted);
  return by("keys") ?? by("persons") ?? {found: undefined, column: ""};
}

const able: ReadonlySet<string> = new Set(["string", "integer", "number"]);

interface Counted {
  /** of the column, among those that are asked about */
  readonly place: number;
  /** values that are keys of persons, and of the kind of unit, session or item that most are keys of */
  readonly named: number;
  readonly others: number;
  readonly distinct: number;
  readonly rows: number;
  readonly managers: number;
  /** whether all values are whole numbers, or years */
  readonly number: boolean;
  readonly years: boolean;
  /** of the shortest key of a person */
  readonly digits: number;
}

/** An amount may be somebody's number by chance: numbers tell keys only where most managers are there and hardly others. */
function personsBy({type}: Pick<Field, "type">, counted: Counted, called: Found): Found {
  const {named, others, distinct, rows, managers, number, years, digits} = counted;
  if (distinct < several) return undefined;
  if (called === "keys") return "keys";
  const most = named >= 0.9 * distinct && named >= 0.5 * managers && !years;
  const tells = !number || (most && (called === "persons" || digits >= 4));
  if (named >= several && tells && (called === "persons" || named > others)) return "keys";
  if (type !== "string") return undefined;
  return called === "persons" && distinct >= many.values && distinct >= many.share * rows ? "keys" : called;
}
