interface Literal {
  readonly text: string;
  /** what stands before it in the code */
  readonly before: string;
}

/** Strings and templates of a source, without comments; what a template fills in is a blank. */
export function literalsIn(source: string): Literal[] {
  const found: Literal[] = [];
  let at = 0;
  const template = (from: number): number => {
    let text = "";
    let i = from + 1;
    while (i < source.length && source[i] !== "`") {
      if (source[i] === "\\") i += 2;
      else if (source.startsWith("${", i)) {
        text += "…";
        i = code(i + 2, "}") + 1;
      } else text += source[i++];
    }
    found.push({text, before: source.slice(Math.max(0, from - 60), from)});
    return i + 1;
  };
  const quoted = (from: number): number => {
    let i = from + 1;
    while (i < source.length && source[i] !== source[from] && source[i] !== "\n") i += source[i] === "\\" ? 2 : 1;
    found.push({text: source.slice(from + 1, i), before: source.slice(Math.max(0, from - 60), from)});
    return i + 1;
  };
  const code = (from: number, end: string): number => {
    let i = from;
    for (let depth = 0; i < source.length;) {
      if (source[i] === end && depth === 0) return i;
      if (source.startsWith("//", i)) i = lineEnd(source, i);
      else if (source.startsWith("/*", i)) i = source.indexOf("*/", i) + 2;
      else if (source[i] === "`") i = template(i);
      else if (source[i] === '"') i = quoted(i);
      else if (source[i] === "/" && /[(,=:?&|!{[]\s*$/.test(source.slice(Math.max(0, i - 20), i)))
        i = pattern(source, i);
      else {
        if (source[i] === "{") depth += 1;
        if (source[i] === "}") depth -= 1;
        i += 1;
      }
    }
    return i;
  };
  at = code(at, "");
  return at >= 0 ? found : [];
}

const lineEnd = (source: string, from: number): number => {
  const end = source.indexOf("\n", from);
  return end === -1 ? source.length : end;
};

/** The end of a regular expression. */
function pattern(source: string, from: number): number {
  let inClass = false;
  for (let i = from + 1; i < source.length && source[i] !== "\n"; i++) {
    if (source[i] === "\\") i += 1;
    else if (source[i] === "[") inClass = true;
    else if (source[i] === "]") inClass = false;
    else if (source[i] === "/" && !inClass) return i + 1;
  }
  return from + 1;
}

/** asked of `say`, which has each in every language; what simulated studies are asked, for who reads the code; thrown at who writes code; an address, a style, a drawing's path */
const elsewhere =
  /(?:\b(?:say|sayName)\(\s*|(?:Error|InvalidArgument|NotIdentified)\(\s*|\bfrom |\bimport\(|\b(?:asked|class|style|d|transform|fill|stroke|font)"?: )$/;

/** What reads like a sentence or a part of one: a capital and a full stop, or more than four words. */
export const sentencesIn = (source: string): string[] =>
  literalsIn(source)
    .filter(({before}) => !elsewhere.test(before))
    .map(({text}) => text)
    .filter((text) => /^[A-Z].* .*[.?!]$/s.test(text.trim()) || wordsIn(text) > 4);

const wordsIn = (text: string): number =>
  /var\(|:\/\/|^\s*<|[{};]|--/.test(text) ? 0 : (text.match(/(?<![\w-.#/])[A-Za-z]{2,}(?![\w-/=(])/g) ?? []).length;
