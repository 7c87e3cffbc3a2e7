/**
 * JSON lines -> records as text: an object a line, its values texts, numbers, true, false or null. A number stands as it
 * is written; one of more than 15 digits would lose some, and is refused.
 */
import {createReadStream} from "node:fs";
import {join} from "node:path";
import {createInterface} from "node:readline";
import type {Resource} from "../study/rawResource.js";
import {StudyError} from "../study/studyError.js";
import {copyText} from "./copyText.js";
import {matchHeader} from "./matchHeader.js";
import {numberedRecords, type NumberedRecord} from "./numberedRecords.js";
import type {RawRows} from "./rawRows.js";
import {refuseFile} from "./refuseFile.js";

/** @throws {StudyError} naming the line that is no such object */
export async function readJsonLines(folder: string, resource: Resource, scratch: string): Promise<RawRows> {
  const {path: file, name, schema} = resource;
  const fields = schema.fields.map((field) => field.name);
  const copy = await copyText(folder, resource, scratch);
  const seen = new Set<string>();
  const from = await numberedRecords(
    {path: join(scratch, `${name}.csv`), file: file},
    fields,
    fields,
    records(copy.path, resource, seen)
  );
  if (!copy.ended && resource.bytes === undefined && resource.hash === undefined) {
    refuseFile(
      file,
      "its last line has no end; is the file cut?",
      "Give the line an end, or declare the file's bytes or hash"
    );
  }
  const extra = matchHeader([...seen], {...resource, schema: {...schema, fieldsMatch: orderless(schema.fieldsMatch)}});
  return {from, above: null, extra, bytes: copy.bytes, encoding: copy.encoding};
}

const orderless = (match: Resource["schema"]["fieldsMatch"]): "equal" | "subset" =>
  match === "subset" ? match : "equal";

async function* records(
  path: string,
  {path: file, schema}: Resource,
  seen: Set<string>
): AsyncGenerator<NumberedRecord> {
  let row = 0;
  for await (const line of createInterface({input: createReadStream(path), crlfDelay: Infinity})) {
    row += 1;
    if (line.trim() === "") continue;
    const object = parseLine(line, file, row);
    for (const key of Object.keys(object)) seen.add(key);
    const valueOf = (name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);
    yield {row, values: schema.fields.map(({name}) => valueText(valueOf(name), file, row, name))};
  }
}

function parseLine(line: string, file: string, row: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return refuseFile(file, "not valid JSON", "Write one object a line", row);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refuseFile(file, "no object", "Write one object a line", row);
  }
  const outside = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  if (/[\d.]{16,}/.test(outside)) refuseFile(file, "a number of more than 15 digits", "Write it as a text", row);
  if ((outside.match(/""\s*:/g)?.length ?? 0) > Object.keys(value).length && !/[{[].*[{[]/.test(outside)) {
    refuseFile(file, "a name stands twice", "Keep one", row);
  }
  return value as Record<string, unknown>;
}

function valueText(value: unknown, file: string, row: number, column: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "object") return String(value);
  const rule = "an object or a list where one value is expected";
  throw new StudyError([{file, row, column, rule, remedy: "Write its parts as values of their own"}]);
}
