/** Text as HTML in which nothing is markup, nor code to Framework. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"'$]/g, (character) => `&#${character.codePointAt(0)};`);
