import {InvalidArgument} from "./invalidArgument.js";
import {nearestName} from "./nearestName.js";

/** Those of a method that takes none. */
export type NoOptions = Readonly<Record<string, never>>;

/**
 * @param given  options, or those that are left once the known ones are taken
 * @throws {InvalidArgument} naming an option that is not among the known, and the known one that is nearest
 */
export function closedOptions(of: string, given: object, known: readonly string[]): void {
  for (const name in given) {
    if (known.includes(name) || (given as Record<string, unknown>)[name] === undefined) continue;
    const taken = known.length === 0 ? "none" : known.join(", ");
    throw new InvalidArgument(`unknown option of ${of}: ${meant(name, known)}; it takes ${taken}`);
  }
}

/** @throws {InvalidArgument} naming a value that an option does not take, and the one it takes that is nearest */
export function oneOf(option: string, value: unknown, choices: readonly string[]): void {
  if (typeof value === "string" && choices.includes(value)) return;
  const said = typeof value === "string" ? meant(value, choices) : JSON.stringify(value);
  throw new InvalidArgument(`invalid ${option}; not one of ${choices.join(", ")}: ${said}`);
}

/** @throws {InvalidArgument} unless a switch is true or false */
export function trueOrFalse(option: string, value: unknown): void {
  if (typeof value !== "boolean")
    throw new InvalidArgument(`invalid ${option}; not true or false: ${JSON.stringify(value)}`);
}

function meant(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === undefined ? name : `${name}; did you mean ${near}?`;
}
