/** in characters */
const longest = 4000;

/** A value as text, for instance for the list of variables. */
export function inWords(value: unknown): string {
  if (value === undefined) return "undefined";
  if (typeof value === "function") return `function ${value.name}`;
  if (value instanceof Element) return `<${value.tagName.toLowerCase()}>`;
  if (value instanceof Error) return value.message;
  if (value instanceof Map || value instanceof Set) return inWords([...value]);
  try {
    const text = JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? Number(part) : part), 2);
    return text.length > longest ? `${text.slice(0, longest)} …` : text;
  } catch {
    return String(value);
  }
}
