import {findingTables as words} from "../../../src/words/en/data.js";
import {measuresToo} from "../../../src/words/en/site.js";
import type {z} from "zod";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import {htmlMark, type Marks} from "../../../src/components/parts/mark.js";
import {findingIds, registry} from "../../../src/findings/registry.js";
import {sources} from "../../release/sources.js";
import {canonicalTable, tableNames} from "../../study/contract.js";
import {dataPackage} from "../../study/dataPackage.js";
import {anchorOf} from "../../study/paragraphOf.js";

/** The data package's reference and the canonical tables' dictionary, out of the schema and the contract themselves. */
export function referenceMarks({document}: {document: Document}): Marks {
  const {study, resources} = shapeOf(dataPackage);
  return {
    "reference.study": htmlMark(propertyTable(study, {caption: "The study block", prefix: "study."}, document)),
    "reference.resource": htmlMark(propertyTable(resources, {caption: "A raw file", prefix: "resource."}, document)),
    "reference.findings": htmlMark(findingsTable(document)),
    "reference.tables": htmlMark(...tableNames.flatMap((name) => tableParts(name, document)))
  };
}

/** Which canonical tables each finding cannot do without, and which it reads too. */
function findingsTable(document: Document): Element {
  const rows = findingIds.map((finding) => {
    const modules = registry[finding].from.map((name) => sources[name]);
    const needs = new Set(modules.flatMap((module) => module.needs));
    const reads = new Set(modules.flatMap(({reads: more = []}) => more.filter((name) => !needs.has(name))));
    return {finding, needs: [...needs].join(", "), reads: [...reads].join(", ") || "none"};
  });
  const columns = [
    {name: "finding", label: "Finding"},
    {name: "needs", label: words.needs},
    {name: "reads", label: words.reads}
  ];
  return dataTable(rows, columns, {caption: words.caption, document});
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly in?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly defaultValue?: unknown;
  readonly items?: readonly z.ZodType[];
  readonly options?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

interface Property {
  readonly property: string;
  readonly meaning: string;
  readonly kind: string;
  readonly needed: string;
}

function propertyTable(
  schema: z.ZodType | undefined,
  {caption, prefix}: {readonly caption: string; readonly prefix: string},
  document: Document
): Element | null {
  if (!schema) return null;
  const columns = [
    {name: "property", label: "Property"},
    {name: "meaning", label: "What it is"},
    {name: "kind", label: "Kind"},
    {name: "needed", label: "Needed"}
  ];
  return dataTable(
    [...properties(schema, "")].map((row) => ({...row})),
    columns,
    {caption, document, rowId: ({property}) => anchorOf(`${prefix}${property}`)}
  );
}

/** Every property, those of objects and lists in objects one below the other; what is for readers alone has no meaning here. */
function* properties(schema: z.ZodType, path: string): Iterable<Property> {
  for (const [name, value] of Object.entries(shapeOf(schema))) {
    const property = `${path}${name}`;
    if (value.description) {
      yield {property, meaning: value.description, kind: kindOf(value), needed: neededOf(value)};
    }
    const list = isList(value);
    if (Object.keys(shapeOf(value)).length > 0) yield* properties(value, `${property}${list ? "[]" : ""}.`);
  }
}

function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
  const {shape, innerType, element: inner, in: before} = definitionOf(schema);
  const next = innerType ?? inner ?? before;
  return shape ?? (next ? shapeOf(next) : {});
}

function isList(schema: z.ZodType): boolean {
  const {type, innerType, in: before} = definitionOf(schema);
  const next = innerType ?? before;
  return type === "array" || (next ? isList(next) : false);
}

function neededOf(schema: z.ZodType): string {
  const {type, defaultValue} = definitionOf(schema);
  if (type === "optional") return "no";
  if (type !== "default" && type !== "prefault") return "yes";
  const text = JSON.stringify(defaultValue);
  return text === "{}" || text === "[]" ? "no" : `no; ${text}`;
}

function kindOf(schema: z.ZodType): string {
  const {type, innerType, element: inner, in: before, entries, values, items, options, ...rest} = definitionOf(schema);
  const {shape, keyType, valueType} = rest;
  if (entries) return Object.values(entries).map(visible).join(", ");
  if (values) return values.join(", ");
  if (type === "tuple") return `list of ${items?.length ?? 0}`;
  if (type === "array" && inner) return `list of ${kindOf(inner)}`;
  if (options) return [...new Set(options.map(kindOf))].join(" or ");
  if (shape) return objectOf(Object.entries(shape).map(([name, part]) => [name, part] as const));
  if (keyType && valueType) return `object of ${namesOf(keyType)}, each ${kindOf(valueType)}`;
  const next = innerType ?? before;
  return next ? kindOf(next) : (kinds[type] ?? type);
}

/** An object by its keys, each with its kind. */
function objectOf(parts: readonly (readonly [string, z.ZodType])[]): string {
  const keys = parts.map(([name, part]) => {
    const may = definitionOf(part).type === "optional" || neededOf(part).startsWith("no");
    return `${name}: ${kindOf(part)}${may ? ", not needed" : ""}`;
  });
  return `object (${keys.join("; ")})`;
}

/** The keys that a record may have, or that any may be one. */
const namesOf = (schema: z.ZodType): string =>
  definitionOf(schema).entries ? `some of ${kindOf(schema)}` : "names of your choice";

/** A line's end as it is written in JSON. */
const visible = (value: string): string => (/\s$/.test(value) ? JSON.stringify(value) : value);

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  object: "object",
  record: "object",
  boolean: "true or false"
};

function tableParts(name: string, document: Document): Element[] {
  const table = canonicalTable(name);
  if (!table) return [];
  const rows = Object.entries(table.columns).map(
    ([column, {type, description, optional, minimum, maximum, values, references}]) => ({
      column,
      meaning: description,
      type,
      rule: [
        optional ? "may be absent" : "needed",
        ...(minimum === undefined ? [] : [`at least ${minimum}`]),
        ...(maximum === undefined ? [] : [`at most ${maximum}`]),
        ...(values ? [`one of ${values.join(", ")}`] : []),
        ...(references ? [`in ${references}`] : [])
      ].join("; ")
    })
  );
  const columns = [
    {name: "column", label: "Column"},
    {name: "meaning", label: "What it is"},
    {name: "type", label: "Kind"},
    {name: "rule", label: "Rules"}
  ];
  const more = table.measures ? measuresToo : "";
  return [
    element(document, "h3", {id: `table-${name}`}, name),
    element(
      document,
      "p",
      {},
      `${table.grain.charAt(0).toUpperCase()}${table.grain.slice(1)}. Key: ${table.key.join(", ")}.${more}`
    ),
    dataTable(rows, columns, {caption: name, document})
  ];
}
