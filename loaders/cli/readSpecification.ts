import {text as readAll} from "node:stream/consumers";
import {parseJson} from "../study/parseJson.js";
import {readNamed} from "../study/readNamed.js";
import {tellError} from "../study/tellError.js";

/**
 * What a file of JSON asks for; `-` is standard input.
 *
 * @throws {RangeError} that names the file, line and column where it is no JSON
 */
export async function readSpecification(file: string): Promise<unknown> {
  const text = file === "-" ? await readAll(process.stdin) : await readNamed(file);
  try {
    return parseJson(text);
  } catch (error) {
    throw new RangeError(`${file}: ${tellError(error)}`, {cause: error});
  }
}
