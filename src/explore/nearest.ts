import {nearestName} from "../stats/errors/nearestName.js";

/** The name that a link or a formula may have meant: the shortest that it begins, else one up to half of its letters apart. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const begun = name.length < 3 ? [] : known.filter((one) => one.startsWith(name));
  return begun.length > 0
    ? begun.toSorted((a, b) => a.length - b.length)[0]
    : nearestName(name, known, Math.max(2, Math.ceil(name.length / 2)));
}
