const narrow = /[ijlftrI.,:;'|!()[\]\s-]/;
const broad = /[mwMW%@—A-Z]/;

/** The width of a text in pixels, near enough to lay a figure out where nothing can be measured. */
export function textWidth(text: string, {size = 12}: {size?: number} = {}): number {
  let em = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    em += code >= 0x2e80 ? 1 : narrow.test(character) ? 0.33 : broad.test(character) ? 0.74 : 0.58;
  }
  return em * size;
}
