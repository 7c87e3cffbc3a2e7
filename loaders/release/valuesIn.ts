/** The values that a rule compares with, and the words in its texts; names of columns stand in double quotes. */
export function valuesIn(rule: string): string[] {
  const bare = rule.replaceAll(/"(?:[^"]|"")*"/g, " ");
  const texts = [...bare.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = ""]) => text.replaceAll("''", "'"));
  return [...texts, ...bare.split(/[^\p{L}\p{N}_.@-]+/u)];
}
