import {nearestName} from "../stats/errors/nearestName.js";

/** The name that a link or a formula may have meant: up to half of its letters apart. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  return nearestName(name, known, Math.max(2, Math.ceil(name.length / 2)));
}
