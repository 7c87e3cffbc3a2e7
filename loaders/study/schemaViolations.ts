import type {z, ZodError} from "zod";
import {dataPackage} from "./dataPackage.js";
import {nearestName} from "../../src/stats/errors/nearestName.js";
import {notSupported} from "./rawResource.js";
import type {Violation} from "./violation.js";

/** How a file is parsed whose violations are told: a schema's own words go before these. */
export const inOurWords: z.core.ParseContext<z.core.$ZodIssue> = {
  reportInput: true,
  error: (issue) => (issue.code === "invalid_value" ? `one of ${issue.values?.join(", ")}` : undefined)
};

/** What zod found, in our words: a property that is not known is named, with the nearest that is. No value is quoted. */
export function schemaViolations({issues}: Pick<ZodError, "issues">, file: string): Violation[] {
  return issues.flatMap((issue): Violation[] => {
    const column = issue.path.join(".") || undefined;
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownProperty(key, issue.path, file));
    if (issue.code === "invalid_type") {
      const missing = issue.input === undefined;
      return [
        {
          file,
          column: column ?? "the whole file",
          rule: missing ? "missing" : `not ${article(issue.expected)}`,
          remedy: missing ? "Declare it" : "Correct it"
        }
      ];
    }
    if (issue.code === "invalid_value") return [{file, column, rule: issue.message, remedy: "Correct it"}];
    if (issue.code === "invalid_union") return ofUnion(issue, file);
    return [{file, column, rule: issue.message}];
  });
}

/** Of the ways in which a value may be written, what is wrong with the one that was meant. */
function ofUnion({path, errors, message}: z.core.$ZodIssueInvalidUnion, file: string): Violation[] {
  const meant = errors.find((branch) => branch.some((one) => one.path.length > 0 || one.code === "unrecognized_keys"));
  if (!meant) return [{file, column: path.join("."), rule: message, remedy: "Declare it"}];
  return schemaViolations({issues: meant.map((one) => ({...one, path: [...path, ...one.path]}))}, file);
}

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

function unknownProperty(key: string, path: readonly PropertyKey[], file: string): Violation {
  const column = [...path.map(String), key].join(".");
  const instead = Object.hasOwn(notSupported, key) ? notSupported[key] : undefined;
  if (instead !== undefined && path[0] === "resources") {
    return {file, column, rule: "part of the standard, and not supported here", remedy: sentence(instead)};
  }
  const known = propertiesAt(dataPackage, path);
  const near = nearestName(key, known);
  const remedy = near === undefined ? `The known ones are ${known.join(", ")}` : `Did you mean ${near}?`;
  return {file, column, rule: "not a known property", remedy};
}

/** Properties that a record of any names would pass over: an object's prototype is written so. */
export function strayPrototypes(value: unknown, file: string, path: readonly string[] = []): Violation[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const column = [...path, key].join(".");
    if (key === "__proto__") return [{file, column, rule: "not a known property", remedy: "Leave it out"}];
    return strayPrototypes(inner, file, [...path, key]);
  });
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Definition {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly items?: readonly z.core.$ZodType[];
  readonly options?: readonly z.core.$ZodType[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly entries?: Readonly<Record<string, string>>;
}

/** Names of the properties that the schema knows at a path. */
function propertiesAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const {def: definition} = schema as unknown as {readonly def: Definition};
  const {innerType, element, items, options, shape, keyType, valueType, entries} = definition;
  const [step, ...rest] = path;
  if (innerType) return propertiesAt(innerType, path);
  if (definition.in) return propertiesAt(definition.in, path);
  if (options) return options.flatMap((option) => propertiesAt(option, path));
  if (step === undefined) return keyType ? propertiesAt(keyType, path) : Object.keys(shape ?? entries ?? {});
  const next = shape?.[String(step)] ?? valueType ?? element ?? items?.[Number(step)];
  return next ? propertiesAt(next, rest) : [];
}
