import {readFile} from "node:fs/promises";
import {tellError} from "./tellError.js";

/**
 * The text of a file that somebody has named.
 *
 * @throws {RangeError} that names it: the system does not where it is a folder
 */
export async function readNamed(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const said = tellError(error);
    throw new RangeError(said.startsWith(file) ? said : `${file}: ${said}`, {cause: error});
  }
}
