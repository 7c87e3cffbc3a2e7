import {InvalidFormula} from "../errors/invalidFormula.js";

/** `(left | group)` of a mixed model's formula; left is the part of a formula right of its tilde. */
export interface RandomTerm {
  readonly left: string;
  /** the columns that are crossed into the group, "a:b" */
  readonly group: string;
}

/**
 * Splits a mixed model's formula into its fixed part and its random terms: `(1 | a/b)` is (1 | a) + (1 | a:b), and
 * `(t || g)` is (1 | g) + (0 + t | g).
 *
 * @throws {InvalidFormula} naming the place
 */
export function randomTerms(source: string): {fixed: string; random: readonly RandomTerm[]} {
  const tilde = source.indexOf("~");
  if (tilde < 0) throw new InvalidFormula(`invalid formula; needs one ~: ${source}`);
  const random: RandomTerm[] = [];
  const fixed: string[] = [];
  for (const {sign, text} of termsOf(source.slice(tilde + 1), source)) {
    const inner = /^\(([\s\S]*)\)$/.exec(text)?.[1];
    const bar = inner === undefined ? -1 : inner.indexOf("|");
    if (inner === undefined || bar < 0) {
      fixed.push(`${sign} ${text}`);
      continue;
    }
    const double = inner[bar + 1] === "|";
    const left = inner.slice(0, bar).trim();
    const group = inner.slice(bar + (double ? 2 : 1)).replaceAll(/\s/g, "");
    if (left === "" || !/^[\p{L}_.][\p{L}\p{N}_.]*([:/][\p{L}_.][\p{L}\p{N}_.]*)*$/u.test(group))
      throw new InvalidFormula(`invalid formula; a random term is (terms | group): ${text}`);
    for (const each of nested(group)) {
      if (double) for (const one of apart(left)) random.push({left: one, group: each});
      else random.push({left, group: each});
    }
  }
  const right = fixed.join(" ").replace(/^\+ /, "").trim();
  return {fixed: `${source.slice(0, tilde).trim()} ~ ${right === "" ? "1" : right}`, random};
}

function nested(group: string): string[] {
  const parts = group.split("/");
  return parts.map((_, i) => parts.slice(0, i + 1).join(":"));
}

function apart(left: string): string[] {
  const parts = termsOf(left, left).map(({text}) => text);
  const slopes = parts.filter((part) => part !== "0" && part !== "1").map((part) => `0 + ${part}`);
  return parts.includes("0") ? slopes : ["1", ...slopes];
}

/** The terms between the plus and minus signs that stand outside all brackets. */
function termsOf(text: string, source: string): {sign: string; text: string}[] {
  const terms: {sign: string; text: string}[] = [];
  let [depth, from, sign, quoted] = [0, 0, "+", false];
  const end = (place: number): void => {
    const term = text.slice(from, place).trim();
    if (term !== "") terms.push({sign, text: term});
  };
  for (let place = 0; place < text.length; place++) {
    const character = text.charAt(place);
    if (character === "`") quoted = !quoted;
    if (quoted) continue;
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth < 0) throw new InvalidFormula(`invalid formula; a ( is missing: ${source}`);
    if (depth > 0 || (character !== "+" && character !== "-")) continue;
    end(place);
    [from, sign] = [place + 1, character];
  }
  if (depth > 0) throw new InvalidFormula(`invalid formula; a ) is missing: ${source}`);
  end(text.length);
  return terms;
}
