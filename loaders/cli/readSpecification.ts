import {readFile} from "node:fs/promises";
import {text as readAll} from "node:stream/consumers";
import {parseJson} from "../study/parseJson.js";
import {tellError} from "../study/tellError.js";

/**
 * What a file of JSON asks for; `-` is standard input.
 *
 * @throws {RangeError} that names the file, line and column where it is no JSON
 */
export async function readSpecification(file: string): Promise<unknown> {
  const text = file === "-" ? await readAll(process.stdin) : await readFile(file, "utf8");
  try {
    return parseJson(text);
  } catch (error) {
    throw new RangeError(`${file}: ${tellError(error)}`, {cause: error});
  }
}
