import {keepBehind} from "./behind.js";
import {Released} from "./released.js";

/** What each part of a description says: nothing else can be described. */
export type Described =
  /** texts and settings of the data package */
  | "words of the study"
  /** rows of whole files, rounded where they may be persons' */
  | "counts of files"
  /** names of tables, and rules of disclosure control */
  | "names and rules"
  /** simulated studies: nobody's data */
  | "simulated";

/**
 * What describes the study, its files and its tables, with no person's value and nothing by group: each part declares
 * what it says.
 */
export function releaseDescription<T extends object>(
  description: T,
  says: Readonly<Record<keyof T, Described>>
): Released<T> {
  const undeclared = Object.keys(description).find((part) => !Object.hasOwn(says, part));
  if (undeclared !== undefined) throw new RangeError(`undeclared part of a description; say what it is: ${undeclared}`);
  return keepBehind(Released.of(description, {made: "description", of: says}), {
    tables: [],
    estimates: [],
    descriptions: [description]
  });
}
