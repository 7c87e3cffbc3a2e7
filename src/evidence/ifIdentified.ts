import {NotIdentified} from "../stats/errors/notIdentified.js";

/** What a fit gives, or null where the data do not identify it: too few rows, or a column that does not vary. */
export function ifIdentified<T>(fit: () => T): T | null {
  try {
    return fit();
  } catch (error) {
    if (error instanceof NotIdentified) return null;
    throw error;
  }
}
