import {parse, type ParseError, visit} from "jsonc-parser";

const strict = {disallowComments: true, allowTrailingComma: false};

/**
 * A JSON text's value; a byte order mark before it is passed over.
 *
 * @throws {SyntaxError} that names the place as an editor does, lines and columns from 1, and quotes nothing: where it is no
 *         JSON, and where an object has a property twice, of which JSON.parse would take the last
 */
export function parseJson(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, "");
  const value = parsed(plain);
  const twice = doubledAt(plain);
  if (twice !== null) throw new SyntaxError(`a property stands twice, again in ${placeOf(plain, twice)}; keep one`);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError(`not valid JSON from ${placeOf(text, faultAt(text))}`);
  }
}

function faultAt(text: string): number {
  const errors: ParseError[] = [];
  parse(text, errors, strict);
  return errors[0]?.offset ?? 0;
}

/** Where the first property is that its object has already. */
function doubledAt(text: string): number | null {
  const open: Set<string>[] = [];
  let found: number | null = null;
  visit(
    text,
    {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty(name, offset) {
        if (open.at(-1)?.has(name)) found ??= offset;
        open.at(-1)?.add(name);
      }
    },
    strict
  );
  return found;
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
