import {basename} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {identifier, literal} from "../../study/quote.js";
import type {Field} from "../../study/rawResource.js";
import {fitting} from "../readParquet.js";
import {mostSampled} from "./mostSampled.js";
import {refuseSample} from "./refuseSample.js";
import type {SampledRows} from "./sampledRows.js";

/** A Parquet file's first rows as texts, and the types that it declares. */
export async function sampleParquet(path: string): Promise<SampledRows> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const file = basename(path);
  const from = `read_parquet(${literal(path)})`;
  try {
    const described = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`)).getRowsJS();
    const given = described.map(([name, type]) => ({name: String(name), type: fieldType(String(type))}));
    const known = given.flatMap(({name, type}) => (type ? [{name, type}] : []));
    const texts = known.map(({name}) => `${identifier(name)}::VARCHAR AS ${identifier(name)}`).join(", ");
    const rows = (await connection.runAndReadAll(`SELECT ${texts} FROM ${from} LIMIT ${mostSampled}`)).getRowsJS();
    return {
      format: "parquet",
      rows: [known.map(({name}) => name), ...rows.map((row) => row.map((value) => String(value ?? "")))],
      types: new Map(known.map(({name, type}) => [name, type])),
      notes: given
        .filter(({type}) => !type)
        .map(({name}) => `${file}, ${name}: read past, as it holds no single value; write its parts as columns`)
    };
  } catch {
    return refuseSample(file, "a damaged or cut Parquet file", "Export it again");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const order = ["integer", "number", "boolean", "date", "datetime", "string"] as const;

const fieldType = (given: string): Field["type"] | undefined => order.find((type) => fitting[type].test(given));
