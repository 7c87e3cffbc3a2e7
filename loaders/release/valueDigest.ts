import {createHash} from "node:crypto";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";

/** characters that are gathered before they are digested */
const gathered = 1 << 16;

/**
 * A digest of plain data by what they are: two that are alike have one, however the engine keeps their numbers and texts, and
 * whether or not a part that stands twice in them is the same object.
 *
 * @throws {InvalidArgument} if there is more in them than plain data
 */
export function valueDigest(value: unknown): string {
  const hash = createHash("sha256");
  let text = "";
  const add = (part: string): void => {
    text += part;
    if (text.length < gathered) return;
    hash.update(text);
    text = "";
  };
  const addAll = (open: string, items: Iterable<unknown>): void => {
    add(open);
    for (const item of items) addValue(item);
    add(")");
  };
  const addValue = (one: unknown): void => {
    if (typeof one === "number") add(Object.is(one, -0) ? "n-0," : `n${one},`);
    else if (typeof one === "string") add(`s${one.length}:${one}`);
    else if (typeof one === "bigint") add(`i${one},`);
    else if (one === null || one === undefined || typeof one === "boolean") add(`${String(one)},`);
    else if (typeof one !== "object") refuse(typeof one);
    else if (Array.isArray(one)) addAll("array(", one);
    else if (one instanceof Map) addAll("map(", [...one].flat());
    else if (one instanceof Set) addAll("set(", one);
    else if (one instanceof Float64Array || one instanceof Int32Array) addAll(`${one.constructor.name}(`, one);
    else if (isPlain(one)) addAll("object(", Object.entries(one).flat());
    else refuse(one.constructor.name);
  };
  addValue(value);
  return hash.update(text).digest("hex");
}

const isPlain = (one: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(one);
  return prototype === Object.prototype || prototype === null;
};

function refuse(kind: string): never {
  throw new InvalidArgument(`invalid value; ${kind} is no plain data; leave it out of what a model reads`);
}
