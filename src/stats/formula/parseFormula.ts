/** A value computed row by row: a column, a number, or a function of others. */
export type Expression =
  | {readonly kind: "column"; readonly name: string}
  | {readonly kind: "number"; readonly value: number}
  | {readonly kind: "call"; readonly name: string; readonly args: readonly Expression[]}
  | {readonly kind: "operation"; readonly operator: string; readonly left: Expression; readonly right: Expression};

/** A term: the product of its parts. */
export interface FormulaTerm {
  readonly label: string;
  readonly parts: readonly Expression[];
}

export interface Formula {
  readonly left: Expression;
  readonly terms: readonly FormulaTerm[];
  readonly intercept: boolean;
  /** fixed effects after the bar, each the crossing of its columns */
  readonly effects: readonly (readonly string[])[];
}

interface Token {
  readonly text: string;
  readonly kind: "name" | "number" | "sign";
}

/**
 * Reads `y ~ x1 + x2:x3 + log(z) | fe1 + fe2`.
 *
 * Knows      + - : * ( ), log exp sqrt abs, I(), factor(), l(x, k) lagged, d(x) differenced, 0 and -1 for no intercept
 * Not here   random terms, nesting by /, powers of sums
 *
 * @throws {SyntaxError} naming the place
 */
export function parseFormula(source: string): Formula {
  const sides = source.split("~");
  if (sides.length !== 2) throw new SyntaxError(`invalid formula; needs one ~: ${source}`);
  const [right = "", bar, more] = splitBars(sides[1] ?? "");
  if (more !== undefined) throw new SyntaxError(`invalid formula; more than one |: ${source}`);
  const reader = new Reader(sides[0] ?? "", source);
  const left = reader.sum();
  reader.end();
  const {terms, intercept} = readTerms(right, source);
  const effects =
    bar === undefined ? [] : bar.split("+").map((effect) => effect.split(/[:^]/).map((name) => name.trim()));
  if (effects.flat().some((name) => !/^[\p{L}_.][\p{L}\p{N}_.]*$/u.test(name)))
    throw new SyntaxError(`invalid formula; fixed effects are columns joined by +: ${source}`);
  return {left, terms, intercept: intercept && effects.length === 0, effects};
}

/** The columns that an expression reads. */
export function columnsIn(expression: Expression): string[] {
  switch (expression.kind) {
    case "column":
      return [expression.name];
    case "number":
      return [];
    case "call":
      return expression.args.flatMap(columnsIn);
    case "operation":
      return [...columnsIn(expression.left), ...columnsIn(expression.right)];
  }
}

/** The expression as it is written in a term's label. */
export function labelOf(expression: Expression): string {
  switch (expression.kind) {
    case "column":
      return expression.name;
    case "number":
      return String(expression.value);
    case "call":
      return `${expression.name}(${expression.args.map(labelOf).join(", ")})`;
    case "operation":
      return `${labelOf(expression.left)}${expression.operator}${labelOf(expression.right)}`;
  }
}

function splitBars(text: string): string[] {
  return text.split("|").map((part) => part.trim());
}

function readTerms(text: string, source: string): {terms: FormulaTerm[]; intercept: boolean} {
  const reader = new Reader(text, source);
  const terms = new Map<string, FormulaTerm>();
  const seen: string[] = [];
  let intercept = true;
  let sign = reader.take("-") ? "-" : "+";
  do {
    const product = reader.product();
    if (product.length === 1 && product[0]?.length === 1 && product[0][0]?.kind === "number") {
      intercept = (product[0][0].value === 1) === (sign === "+");
    } else {
      for (const each of product) {
        const parts = ordered(each, seen);
        const label = parts.map(labelOf).join(":");
        if (sign === "-") terms.delete(label);
        else terms.set(label, {label, parts});
      }
    }
    sign = reader.take("-") ? "-" : reader.take("+") ? "+" : "";
  } while (sign !== "");
  reader.end();
  return {terms: [...terms.values()], intercept};
}

/** A product's parts in the order in which the formula first names them, each once, so that a:b and b:a are one term. */
function ordered(parts: readonly Expression[], seen: string[]): Expression[] {
  const byLabel = new Map(parts.map((part) => [labelOf(part), part]));
  for (const label of byLabel.keys()) if (!seen.includes(label)) seen.push(label);
  return [...byLabel].toSorted(([a], [b]) => seen.indexOf(a) - seen.indexOf(b)).map(([, part]) => part);
}

class Reader {
  readonly #tokens: Token[];
  readonly #source: string;
  #at = 0;

  constructor(text: string, source: string) {
    this.#source = source;
    this.#tokens = Array.from(
      text.matchAll(/(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)|([\p{L}_][\p{L}\p{N}_.]*|`[^`]+`)|(\S)/gu),
      ([all, number, name]) => ({
        text: name?.startsWith("`") ? all.slice(1, -1) : all,
        kind: number !== undefined ? "number" : name !== undefined ? "name" : "sign"
      })
    );
  }

  take(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || token.text !== sign) return false;
    this.#at += 1;
    return true;
  }

  end(): void {
    const token = this.#tokens[this.#at];
    if (token) throw new SyntaxError(`invalid formula; unexpected ${token.text}: ${this.#source}`);
  }

  /** a*b as a + b + a:b, where a and b may be interactions, which bind closer */
  product(): Expression[][] {
    let terms: Expression[][] = [this.interaction()];
    while (this.take("*")) {
      const next = this.interaction();
      terms = [...terms, next, ...terms.map((parts) => [...parts, ...next])];
    }
    return terms;
  }

  interaction(): Expression[] {
    const parts = [this.atom()];
    while (this.take(":")) parts.push(this.atom());
    return parts;
  }

  sum(): Expression {
    return this.#chain(["+", "-"], () => this.#chain(["*", "/"], () => this.#power()));
  }

  atom(): Expression {
    const token = this.#tokens[this.#at];
    if (token) this.#at += 1;
    if (token?.kind === "number") return {kind: "number", value: Number(token.text)};
    if (token?.kind === "name") {
      if (!this.take("(")) return {kind: "column", name: token.text};
      const args = [this.sum()];
      while (this.take(",")) args.push(this.sum());
      this.#close();
      return {kind: "call", name: token.text, args};
    }
    if (token?.text === "(") {
      const inner = this.sum();
      this.#close();
      return inner;
    }
    throw new SyntaxError(`invalid formula; ${token ? `unexpected ${token.text}` : "ends too early"}: ${this.#source}`);
  }

  #close(): void {
    if (!this.take(")")) throw new SyntaxError(`invalid formula; a ) is missing: ${this.#source}`);
  }

  #chain(operators: readonly string[], next: () => Expression): Expression {
    let left = next();
    for (;;) {
      const operator = operators.find((sign) => this.take(sign));
      if (operator === undefined) return left;
      left = {kind: "operation", operator, left, right: next()};
    }
  }

  #power(): Expression {
    if (this.take("-"))
      return {kind: "operation", operator: "-", left: {kind: "number", value: 0}, right: this.#power()};
    const base = this.atom();
    return this.take("^") ? {kind: "operation", operator: "^", left: base, right: this.#power()} : base;
  }
}
