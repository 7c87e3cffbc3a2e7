let table: ReadonlyMap<string, readonly number[]> | undefined;

/**
 * Text in CP932, which Node can read but not write: the table is what its decoder makes of every byte and pair of bytes.
 *
 * @throws {RangeError} naming a character that CP932 lacks
 */
export function encodeCp932(text: string): Buffer {
  table ??= invert();
  const bytes: number[] = [];
  for (const character of text) {
    const code = table.get(character);
    if (!code) throw new RangeError(`not a character of CP932: ${character}`);
    for (const one of code) bytes.push(one);
  }
  return Buffer.from(bytes);
}

function invert(): Map<string, readonly number[]> {
  const decoder = new TextDecoder("windows-31j", {fatal: true});
  const found = new Map<string, readonly number[]>();
  const see = (bytes: readonly number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !found.has(text)) found.set(text, bytes);
    } catch {
      // no character stands at these bytes
    }
  };
  for (let byte = 0; byte < 256; byte++) see([byte]);
  for (let lead = 0x81; lead <= 0xfc; lead++) for (let trail = 0x40; trail <= 0xfc; trail++) see([lead, trail]);
  return found;
}
