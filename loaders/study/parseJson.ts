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
  const twice = propertiesIn(plain) === propertiesOf(value) ? null : doubledAt(plain);
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

/** Properties as they are written: in a text that is JSON, the colons outside strings. */
function propertiesIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === colon) count += 1;
    else if (code === quote) at = endOfString(text, at);
  }
  return count;
}

const [quote, colon, backslash] = [34, 58, 92];

/** Where the string ends that begins at a quote. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}

/** Properties that its objects have: of one that is written twice, the last alone. */
function propertiesOf(value: unknown): number {
  let count = 0;
  const left = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== "object" || one === null) continue;
    const inside: unknown[] = Array.isArray(one) ? one : Object.values(one);
    if (inside !== one) count += inside.length;
    for (const each of inside) if (typeof each === "object") left.push(each);
  }
  return count;
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
