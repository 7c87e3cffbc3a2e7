import type * as z from "zod/mini";
import {leastOf} from "../../src/stats/description/leastOf.js";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {nearestName} from "../../src/stats/errors/nearestName.js";
import type {Specification} from "./table.js";

type Issue = z.core.$ZodIssue;

/**
 * A specification under a closed schema; an option that is null is one left out.
 *
 * @throws {InvalidArgument} naming the key, what it may be, and the known name that is nearest
 */
export function parseOptions<Schema extends z.core.$ZodType>(
  method: string,
  schema: Schema,
  specification: Specification
): z.output<Schema> {
  if (typeof specification !== "object" || specification === null || Array.isArray(specification))
    throw new InvalidArgument(`invalid specification; not an object of ${method}'s options: ${said(specification)}`);
  const given = Object.fromEntries(Object.entries(specification).filter(([, value]) => value !== null));
  const parsed = (schema as unknown as z.ZodMiniType<z.output<Schema>>).safeParse(given);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(closest);
  const first = issues.find(({code}) => code === "unrecognized_keys") ?? issues[0]!;
  throw new InvalidArgument(explain(first, method, given, schema));
}

/** Of a union, what is wrong with the branch that was meant: the one that got furthest. */
function closest(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const branches = issue.errors.map((branch) => branch.map(closest));
  const depth = (branch: readonly Issue[]): number =>
    leastOf(branch.map(({path, code}) => (code === "invalid_type" && path.length === 0 ? -1 : path.length)));
  const [best] = branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  const inner = best?.find(({code}) => code === "unrecognized_keys") ?? best?.[0];
  return inner ? ({...inner, path: [...issue.path, ...inner.path]} as Issue) : issue;
}

function explain(issue: Issue, method: string, given: Specification, schema: z.core.$ZodType): string {
  const place = issue.path.map(String).join(".");
  const value = issue.path.reduce<unknown>(
    (whole, key) => (whole as Record<PropertyKey, unknown> | undefined)?.[key],
    given
  );
  if (issue.code === "unrecognized_keys") {
    const [stray = ""] = issue.keys;
    const known = keysAt(schema, issue.path);
    return `unknown option of ${place || method}: ${stray}${nearest(stray, known)}${known.length > 0 ? `; it takes ${known.join(", ")}` : ""}`;
  }
  if (value === undefined) return `missing ${place}; ${method} needs it`;
  if (issue.code === "invalid_value") {
    const choices = issue.values.map(String);
    return `invalid ${place}; not one of ${choices.join(", ")}: ${said(value)}${typeof value === "string" ? nearest(value, choices) : ""}`;
  }
  if (issue.code === "invalid_type")
    return `invalid ${place}; not ${kinds[issue.expected] ?? issue.expected}: ${said(value)}`;
  return `invalid ${place}; ${issue.message}: ${said(value)}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object"
};

const said = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);

function nearest(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === undefined ? "" : `; did you mean ${near}?`;
}

interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly element?: z.core.$ZodType;
}

/** The keys that an object of the schema knows, data and method left out. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const {def} = schema as unknown as {readonly def: Definition};
  if (def.innerType) return keysAt(def.innerType, path);
  if (def.options) return [...new Set(def.options.flatMap((option) => keysAt(option, path)))];
  const [key, ...rest] = path;
  if (key !== undefined) {
    const next = def.shape?.[String(key)] ?? def.element;
    return next ? keysAt(next, rest) : [];
  }
  return Object.keys(def.shape ?? {}).filter((name) => name !== "method" && name !== "data");
}
