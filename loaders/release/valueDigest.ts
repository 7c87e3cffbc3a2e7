import {createHash} from "node:crypto";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";

/** characters, and numbers, that are gathered before they are digested */
const gathered = {characters: 1 << 16, numbers: 1 << 13};

/**
 * A digest of plain data by what they are: two that are alike have one, however the engine keeps their numbers and texts, and
 * whether or not a part that stands twice in them is the same object. Numbers are digested apart, as they are kept: to write
 * each as text would take most of the time.
 *
 * @throws {InvalidArgument} if there is more in them than plain data
 */
export function valueDigest(value: unknown): string {
  const hash = createHash("sha256");
  let text = "";
  const add = (part: string): void => {
    text += part;
    if (text.length < gathered.characters) return;
    hash.update(text);
    text = "";
  };
  const numbers = {hash: createHash("sha256"), at: new Float64Array(gathered.numbers), count: 0};
  const addNumber = (one: number): void => {
    add("n");
    numbers.at[numbers.count++] = Number.isNaN(one) ? NaN : one;
    if (numbers.count < gathered.numbers) return;
    numbers.hash.update(numbers.at);
    numbers.count = 0;
  };
  const addAll = (open: string, items: Iterable<unknown>): void => {
    add(open);
    for (const item of items) addValue(item);
    add(")");
  };
  const addValue = (one: unknown): void => {
    if (typeof one === "number") addNumber(one);
    else if (typeof one === "string") add(`s${one.length}:${one}`);
    else if (typeof one === "bigint") add(`i${one},`);
    else if (one === null || one === undefined || typeof one === "boolean") add(`${String(one)},`);
    else if (typeof one !== "object") refuse(typeof one);
    else if (Array.isArray(one)) addAll("array(", one);
    else if (one instanceof Map) addAll("map(", [...one].flat());
    else if (one instanceof Set) addAll("set(", one);
    else if (one instanceof Float64Array || one instanceof Int32Array) addAll(`${one.constructor.name}(`, one);
    else if (isPlain(one)) {
      add("object(");
      for (const name of Object.keys(one)) {
        addValue(name);
        addValue((one as Record<string, unknown>)[name]);
      }
      add(")");
    } else refuse(one.constructor.name);
  };
  addValue(value);
  numbers.hash.update(numbers.at.subarray(0, numbers.count));
  return hash.update(text).update(numbers.hash.digest()).digest("hex");
}

const isPlain = (one: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(one);
  return prototype === Object.prototype || prototype === null;
};

function refuse(kind: string): never {
  throw new InvalidArgument(`invalid value; ${kind} is no plain data; leave it out of what a model reads`);
}
