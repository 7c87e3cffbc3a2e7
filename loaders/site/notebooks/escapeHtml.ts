/** The text in markup, for Framework too: a dollar sign would begin code. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"'$]/g, (character) => `&#${character.codePointAt(0)};`);
}
