/** What a proposed mapping's header says of a file's rows; nothing where a name in it takes two lines. */
export const headerLine = (says: "rows" | "leaves out", resource: string, text: string): string[] =>
  /[\n\r\u2028\u2029]/.test(text) ? [] : [`-- ${says.padEnd(11)} ${resource}: ${text}`];
