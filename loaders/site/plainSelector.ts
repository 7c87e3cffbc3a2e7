/** Selectors as far as drawings ask by them: names, classes and attributes, below one another, several in a row. */
export interface Selected {
  readonly localName: string;
  readonly parentElement: Selected | null;
  getAttribute(name: string): string | null;
}

type Test = (node: Selected) => boolean;

const known = new Map<string, Test>();
/** a name, a class, or an attribute that is there, is a value or begins with one; each perhaps not */
const part = /^(?:(\*|[\w-]+)|\.([\w-]+)|\[([\w-]+)(?:(\^?=)(?:"([^"]*)"|([^"\]]*)))?\]|:not\(([^()]+)\))/;

/** @throws {Error} naming a selector that is beyond these */
export function matches(node: Selected, selector: string): boolean {
  const test = known.get(selector) ?? anyOf(selector);
  known.set(selector, test);
  return test(node);
}

function anyOf(selector: string): Test {
  const tests = split(selector, ",").map((one) => below(split(one.trim(), " ").filter(Boolean).map(compound)));
  return (node) => tests.some((test) => test(node));
}

/** At the commas or spaces that stand in no brackets. */
function split(text: string, at: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if (character === "[" || character === "(") depth++;
    if (character === "]" || character === ")") depth--;
    if (character === at && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

function below(tests: readonly Test[]): Test {
  const [last, ...above] = tests.toReversed();
  return (node) => {
    if (!last?.(node)) return false;
    const waiting = [...above];
    for (let next = node.parentElement; next && waiting.length > 0; next = next.parentElement)
      if (waiting[0]?.(next)) waiting.shift();
    return waiting.length === 0;
  };
}

function compound(selector: string): Test {
  const tests: Test[] = [];
  for (let rest = selector; rest !== "";) {
    const found = part.exec(rest);
    if (!found) throw new Error(`invalid selector; not one that a drawing asks by: ${selector}`);
    tests.push(simple(found));
    rest = rest.slice(found[0].length);
  }
  return (node) => tests.every((test) => test(node));
}

function simple([, name, kind, attribute, how, quoted, plain, other]: RegExpExecArray): Test {
  if (name !== undefined) return ({localName}) => name === "*" || localName === name;
  if (kind !== undefined) return (node) => (node.getAttribute("class") ?? "").split(/\s+/).includes(kind);
  if (other !== undefined) {
    const test = compound(other);
    return (node) => !test(node);
  }
  const value = quoted ?? plain ?? "";
  return (node) => {
    const own = node.getAttribute(attribute ?? "");
    if (own === null || how === undefined) return own !== null;
    return how === "=" ? own === value : value !== "" && own.startsWith(value);
  };
}
