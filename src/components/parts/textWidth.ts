const narrow = /[ijlftrI.,:;'|!()[\]\s-]/;
const digit = /[0-9+−=<>]/;
const broad = /[mwMW%@—A-Z]/;

/** The width of a text in pixels, near enough to lay a figure out where nothing can be measured. */
export function textWidth(text: string, {size = 12}: {size?: number} = {}): number {
  let em = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    em += code >= 0x2e80 ? 1 : widthOf(character);
  }
  return em * size;
}

function widthOf(character: string): number {
  if (narrow.test(character)) return 0.33;
  if (digit.test(character)) return 0.65;
  return broad.test(character) ? 0.74 : 0.58;
}
