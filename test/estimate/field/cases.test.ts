/**
 * Inputs drawn from public bug reports of this field, each with its right answer, and as many again of the same kinds. A
 * case: what it was drawn from, a specification of `estimate` or an input of `curve`, a CSV text where it reads one.
 */
import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {curve} from "../../../loaders/estimate/runCurve.js";
import {estimate} from "../../../loaders/estimate/runEstimate.js";
import type {FieldCase} from "./fieldCase.js";
import {invented} from "./invented.js";

interface Result {
  readonly error?: {readonly message: string};
  readonly warnings?: readonly string[];
  readonly terms?: readonly (Readonly<Record<string, unknown>> & {readonly term: string})[];
  readonly points?: readonly object[];
  readonly dropped?: readonly object[];
  readonly fit?: Readonly<Record<string, unknown>>;
}

const folder = mkdtempSync(join(tmpdir(), "field-"));
const drawn = JSON.parse(readFileSync("test/estimate/field/cases.json", "utf8")) as FieldCase[];

describe("estimate and curve on what has gone wrong elsewhere", () => {
  it.each([...drawn, ...invented].map((one) => [one.id, one] as const))("%s", async (_, one) => {
    expect(found(await run(one), one)).toEqual(one.expected);
  });
});

/** What was found under each path, as expected where it is near enough. */
function found(result: Result, {expected, tolerance = 1e-6}: FieldCase): Record<string, unknown> {
  if (result.error) return {refuse: part(expected.refuse, result.error.message)};
  return Object.fromEntries(
    Object.entries(expected).map(([path, value]) => [path, near(value, foundAt(result, path, value), tolerance)])
  );
}

function foundAt(result: Result, path: string, value: unknown): unknown {
  if (path === "warning") return part(value, result.warnings?.join("; ") ?? "");
  if (path === "dropped") return result.dropped;
  if (path === "points") return result.points?.length;
  return at(result, path);
}

const part = (wanted: unknown, message: string): unknown => (message.includes(String(wanted)) ? wanted : message);

function near(wanted: unknown, value: unknown, tolerance: number): unknown {
  if (typeof wanted !== "number" || typeof value !== "number") return value;
  return Math.abs(value - wanted) <= tolerance * Math.max(1, Math.abs(wanted)) ? wanted : value;
}

async function run({id, spec, input, file}: FieldCase): Promise<Result> {
  const path = join(folder, `${id}.csv`);
  if (file !== undefined) writeFileSync(path, file);
  const data = file === undefined ? {} : {data: path};
  if (spec) return (await estimate({...spec, ...data})) as Result;
  try {
    return (await curve({...input, ...data}, {threads: 1})) as Result;
  } catch (error) {
    return {error: error as Error};
  }
}

/** `terms.<name>.<field>`, a field of the fit, of the whole, or of the last term. */
function at(result: Result, path: string): unknown {
  const term = /^terms\.(.*)\.(\w+)$/.exec(path);
  if (term) return result.terms?.find((each) => each.term === term[1])?.[term[2]!];
  const dig = (from: unknown): unknown =>
    path.split(".").reduce<unknown>((whole, key) => (whole as Record<string, unknown> | undefined)?.[key], from);
  return [result.fit, result, result.terms?.at(-1)].map(dig).find((value) => value !== undefined);
}
