/**
 * `estimate spec.json`: one specification or an array of them -> one result or an array, as JSON on standard output.
 * What can't be estimated yields its error in its place; the others still run.
 */
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {nearestName} from "../../src/stats/errors/nearestName.js";
import {NotIdentified} from "../../src/stats/errors/notIdentified.js";
import {methods} from "./methods.js";
import {readTable} from "./readTable.js";
import type {Specification} from "./table.js";

/** @returns the exit code: 1 if any specification failed */
export async function runEstimate(asked: unknown): Promise<number> {
  const results = [];
  for (const specification of [asked].flat()) results.push(await estimate((specification ?? {}) as Specification));
  process.stdout.write(`${JSON.stringify(Array.isArray(asked) ? results : results[0], null, 2)}\n`);
  return results.some((result) => "error" in result) ? 1 : 0;
}

/** One specification's result, or its error. */
export async function estimate(specification: Specification): Promise<object> {
  const name = String(specification.method ?? "");
  try {
    const load = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!load) throw new InvalidArgument(unknownMethod(name), "unknown_method");
    const method = await load();
    const table = await readTable(specification.data);
    const rows = Object.values(table)[0]?.length;
    return finite({...method(specification, table), method: name, ...(rows === undefined ? {} : {rows})});
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {method: name, error: {code: codeOf(error), message: error.message, ...whyNot(error)}};
  }
}

function unknownMethod(name: string): string {
  if (name === "") return `missing method; one of ${Object.keys(methods).join(", ")}`;
  const near = nearestName(name, Object.keys(methods));
  const hint = near === undefined ? "" : `; did you mean ${near}?`;
  return `unknown method; one of ${Object.keys(methods).join(", ")}: ${name}${hint}`;
}

function codeOf(error: Error): string {
  if (error.cause instanceof Error && "code" in error.cause && error.cause.code === "ENOENT") return "no_such_file";
  if (error instanceof InvalidArgument) return error.code;
  if (!(error instanceof NotIdentified)) return "invalid";
  const {reason} = error;
  return reason === "not converged" || reason === "not feasible" ? reason.replace(" ", "_") : "not_identified";
}

/** Why, for whoever tells a reader: no name is part of it. */
const whyNot = (error: Error): object => (error instanceof NotIdentified ? {reason: error.reason, ...error.short} : {});

/** A number that is not finite becomes null, its field named among the warnings. */
function finite(result: object): object {
  const undefinedFields: string[] = [];
  const text = JSON.stringify(result, (key, value: unknown) => {
    if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
    if (typeof value !== "number" || Number.isFinite(value)) return value;
    undefinedFields.push(key);
    return null;
  });
  const plain = JSON.parse(text) as {warnings?: string[]};
  if (undefinedFields.length === 0) return plain;
  return {...plain, warnings: [...(plain.warnings ?? []), `undefined: ${[...new Set(undefinedFields)].join(", ")}`]};
}
