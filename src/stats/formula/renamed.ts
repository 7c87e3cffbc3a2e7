import {named} from "./parseFormula.js";

/**
 * A formula, or a part of one, with other columns in the place of some; functions keep their names.
 *
 * @param written  how a name is put: as a formula has it, or bare, as a term's label has it
 */
export function renamed(
  source: string,
  names: ReadonlyMap<string, string>,
  written: (name: string) => string = named
): string {
  return source.replaceAll(
    /`([^`]+)`|[\p{L}_][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.]|\s*\()/gu,
    (word: string, quoted: string | undefined) => {
      const name = names.get(quoted ?? word);
      return name === undefined ? word : written(name);
    }
  );
}
