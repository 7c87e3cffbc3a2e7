import {InvalidFormula} from "../errors/invalidFormula.js";

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
 * Knows      + - : * ( ) ^, log exp sqrt abs, I(), factor(), l(x, k) lagged, d(x, k) differenced, 0 and -1 for no intercept
 * Order      R's: lower orders first, a product's parts in the order in which the formula first names them
 * Not here   random terms, nesting by /
 *
 * @throws {InvalidFormula} naming the place
 */
export function parseFormula(source: string): Formula {
  const sides = source.split("~");
  if (sides.length !== 2) throw new InvalidFormula(`invalid formula; needs one ~: ${source}`);
  const [right = "", bar, more] = splitBars(sides[1] ?? "");
  if (more !== undefined) throw new InvalidFormula(`invalid formula; more than one |: ${source}`);
  const reader = new Reader(sides[0] ?? "", source);
  const left = reader.sum();
  reader.end();
  const {terms, intercept} = readTerms(right, source);
  const effects =
    bar === undefined ? [] : bar.split("+").map((effect) => effect.split(/[:^]/).map((name) => name.trim()));
  if (effects.flat().some((name) => !/^[\p{L}_.][\p{L}\p{N}_.]*$/u.test(name)))
    throw new InvalidFormula(`invalid formula; fixed effects are columns joined by +: ${source}`);
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

/** A column as a formula has it: between backticks, where its name is not one word. */
export const named = (column: string): string => (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(column) ? column : `\`${column}\``);

/** The expression as R writes it in a term's label, columns by their bare names. */
export const labelOf = (expression: Expression): string => written(expression, (column) => column);

/** The expression as a formula that can be read again. */
export const sourceOf = (expression: Expression): string => written(expression, named);

function written(expression: Expression, name: (column: string) => string): string {
  const inside = (operand: Expression, operator: string, last: boolean): string =>
    bracketed(operand, written(operand, name), {operator, last});
  switch (expression.kind) {
    case "column":
      return name(expression.name);
    case "number":
      return String(expression.value);
    case "call":
      return `${expression.name}(${expression.args.map((one) => written(one, name)).join(", ")})`;
    case "operation": {
      const {operator, left, right} = expression;
      if (operator === "-" && left.kind === "number" && left.value === 0) return `-${inside(right, "*", false)}`;
      const sign = operator === "^" || operator === "/" ? operator : ` ${operator} `;
      return `${inside(left, operator, false)}${sign}${inside(right, operator, true)}`;
    }
  }
}

const binding: Readonly<Record<string, number>> = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3};

/** An operand, in brackets where the sign round it would otherwise take it apart. */
function bracketed(
  operand: Expression,
  label: string,
  {operator, last}: {readonly operator: string; readonly last: boolean}
): string {
  if (operand.kind !== "operation") return label;
  const [inner, outer] = [binding[operand.operator]!, binding[operator]!];
  return inner < outer || (inner === outer && last) ? `(${label})` : label;
}

function splitBars(text: string): string[] {
  return text.split("|").map((part) => part.trim());
}

function readTerms(text: string, source: string): {terms: FormulaTerm[]; intercept: boolean} {
  const reader = new Reader(text, source);
  const {products, intercept} = reader.terms();
  reader.end();
  const place = (part: Expression): number => reader.named.indexOf(labelOf(part));
  const terms = products.map((product): FormulaTerm => {
    const parts = product.toSorted((a, b) => place(a) - place(b));
    return {label: parts.map(labelOf).join(":"), parts};
  });
  return {terms: terms.toSorted((a, b) => a.parts.length - b.parts.length), intercept: intercept ?? true};
}

/** A product's parts, each once. */
type Product = readonly Expression[];

function times(a: readonly Product[], b: readonly Product[]): Product[] {
  return unique(a.flatMap((left) => b.map((right) => [...left, ...right])));
}

function unique(products: readonly Product[]): Product[] {
  const seen = new Map<string, Product>();
  for (const product of products) {
    const parts = [...new Map(product.map((part) => [labelOf(part), part])).values()];
    const key = keyOf(parts);
    if (!seen.has(key)) seen.set(key, parts);
  }
  return [...seen.values()];
}

function keyOf(product: Product): string {
  return product.map(labelOf).toSorted().join(":");
}

class Reader {
  readonly #tokens: Token[];
  readonly #source: string;
  #at = 0;
  /** labels of the terms' parts, in the order in which they are read */
  readonly named: string[] = [];

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
    if (token) throw new InvalidFormula(`invalid formula; unexpected ${token.text}: ${this.#source}`);
  }

  /** terms joined by + and -; 1, 0 and -1 say whether there is an intercept */
  terms(): {products: Product[]; intercept: boolean | null} {
    let products: Product[] = [];
    let intercept: boolean | null = null;
    let sign = this.take("-") ? "-" : "+";
    do {
      const value = this.#constant();
      if (value !== null) intercept = (value === 1) === (sign === "+");
      else {
        const more = this.#crossing();
        const gone = new Set(more.map(keyOf));
        products =
          sign === "-" ? products.filter((product) => !gone.has(keyOf(product))) : unique([...products, ...more]);
      }
      sign = this.take("-") ? "-" : this.take("+") ? "+" : "";
    } while (sign !== "");
    return {products, intercept};
  }

  #constant(): number | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "number") return null;
    const value = Number(token.text);
    if (value !== 0 && value !== 1)
      throw new InvalidFormula(`invalid formula; a term is no number but 0 or 1: ${token.text} in ${this.#source}`);
    this.#at += 1;
    return value;
  }

  /** a*b as a + b + a:b */
  #crossing(): Product[] {
    let products = this.#interaction();
    while (this.take("*")) {
      const next = this.#interaction();
      products = unique([...products, ...next, ...times(products, next)]);
    }
    return products;
  }

  #interaction(): Product[] {
    let products = this.#powers();
    while (this.take(":")) products = times(products, this.#powers());
    return products;
  }

  /** (a + b)^2 as a + b + a:b */
  #powers(): Product[] {
    const base = this.#group();
    if (!this.take("^")) return base;
    const token = this.#tokens[this.#at];
    const power = token?.kind === "number" ? Number(token.text) : NaN;
    if (!Number.isInteger(power) || power < 1)
      throw new InvalidFormula(
        `invalid formula; terms take a whole power, and a column's square is I(x^2): ${this.#source}`
      );
    this.#at += 1;
    let products = base;
    for (let k = 1; k < power; k++) products = unique([...products, ...times(products, base)]);
    return products;
  }

  #group(): Product[] {
    if (!this.take("(")) {
      const part = this.atom();
      this.named.push(labelOf(part));
      return [[part]];
    }
    const {products} = this.terms();
    this.#close();
    return products;
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
    throw new InvalidFormula(
      `invalid formula; ${token ? `unexpected ${token.text}` : "ends too early"}: ${this.#source}`
    );
  }

  #close(): void {
    if (!this.take(")")) throw new InvalidFormula(`invalid formula; a ) is missing: ${this.#source}`);
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
