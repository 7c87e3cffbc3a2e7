import {parse, type ParseError} from "jsonc-parser";

/**
 * A JSON text's value; a byte order mark before it is passed over.
 *
 * @throws {SyntaxError} that names the place as an editor does, lines and columns from 1, and quotes nothing
 */
export function parseJson(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(plain);
  } catch {
    const before = plain.slice(0, faultAt(plain)).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new SyntaxError(`not valid JSON from line ${before.length}, column ${column}`);
  }
}

function faultAt(text: string): number {
  const errors: ParseError[] = [];
  parse(text, errors, {disallowComments: true, allowTrailingComma: false});
  return errors[0]?.offset ?? 0;
}
