import {curve} from "../../../loaders/estimate/runCurve.js";
import {estimate} from "../../../loaders/estimate/runEstimate.js";
import type {Expected} from "./fieldCase.js";

export interface Answer {
  readonly error?: {readonly message: string};
  readonly warnings?: readonly string[];
  readonly terms?: readonly (Readonly<Record<string, unknown>> & {readonly term: string})[];
  readonly points?: readonly object[];
  readonly dropped?: readonly {readonly n: number}[];
  readonly clusters?: Readonly<Record<string, number>>;
  readonly fit?: Readonly<Record<string, unknown>>;
}

export interface Asked {
  readonly spec?: Expected;
  readonly input?: Expected;
}

export async function answerTo({spec, input}: Asked): Promise<Answer> {
  if (spec) return (await estimate(spec as never)) as Answer;
  try {
    return (await curve(input as never, {threads: 1})) as Answer;
  } catch (error) {
    return {error: error as Error};
  }
}

/** What was found under each path of what is expected; as expected where it is near enough. */
export function found(answer: Answer, expected: Expected, tolerance = 1e-6): Record<string, unknown> {
  if (answer.error) return {refuse: part(expected.refuse, answer.error.message)};
  return Object.fromEntries(
    Object.entries(expected).map(([path, value]) => [path, near(value, foundAt(answer, path, value), tolerance)])
  );
}

export function foundAt(answer: Answer, path: string, value: unknown): unknown {
  const {warnings = [], dropped = [], points, clusters, fit, terms} = answer;
  if (path === "warning") return part(value, warnings.join("; "));
  if (path === "dropped") return typeof value === "number" ? dropped.reduce((sum, {n}) => sum + n, 0) : dropped;
  if (path === "points") return points?.length;
  if (path === "clusters" && typeof value === "number") return Object.values(clusters ?? {})[0];
  if (path === "terms") return Object.fromEntries(terms!.map(({term, estimate: given}) => [term, given]));
  if (path === "sum(weight*estimate)")
    return (fit!.comparisons as {weight: number; estimate: number}[]).reduce(
      (sum, one) => sum + one.weight * one.estimate,
      0
    );
  return at(answer, path);
}

const part = (wanted: unknown, message: string): unknown =>
  wanted === true || message.includes(String(wanted)) ? wanted : message;

/** A number as written is good to half a unit of its last digit. */
function near(wanted: unknown, value: unknown, tolerance: number): unknown {
  if (typeof wanted === "object" && wanted !== null && !Array.isArray(wanted))
    return Object.fromEntries(
      Object.entries(wanted).map(([key, each]) => [key, near(each, (value as Expected)[key], tolerance)])
    );
  if (typeof wanted !== "number" || typeof value !== "number") return value;
  const digits = /^-?\d+\.(\d+)$/.exec(String(wanted))?.[1]?.length;
  const written = digits === undefined ? 0 : 0.5 * 10 ** -digits;
  return Math.abs(value - wanted) <= Math.max(written, tolerance * Math.max(1, Math.abs(wanted))) ? wanted : value;
}

/** `terms.<name>.<field>`, a field of the fit, of the whole, or of the last term. */
function at(answer: Answer, path: string): unknown {
  const term = /^terms\.(.*)\.(\w+)$/.exec(path);
  if (term) return answer.terms?.find((each) => each.term === term[1])?.[term[2]!];
  const dig = (from: unknown): unknown =>
    path.split(".").reduce<unknown>((whole, key) => (whole as Expected | undefined)?.[key], from);
  return [answer.fit, answer, answer.terms?.at(-1)].map(dig).find((value) => value !== undefined);
}
