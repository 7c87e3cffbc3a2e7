/** A column's name as words: in lower case, one space where capitals, digits or marks part them. */
export function wordsOf(column: string): string {
  return column
    .normalize("NFKC")
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}
