import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";

interface Exported {
  readonly name: string;
  readonly file: string;
  readonly parameters: readonly string[];
  readonly gives: string;
}

const root = "src/stats";

const functions = readdirSync(root, {recursive: true, encoding: "utf8"})
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => functionsIn(readFileSync(join(root, file), "utf8")).map((one) => ({...one, file})));

/** what is asked and what it is asked of, in one object: a design, or the numbers of a formula */
const asked = /: (?:Sided|Anova|Cluster|Proportions|Power)?Design$|: (?:Selection|Benchmark)$/;
const alike = /: \{readonly \w+: number;[^}]*\}$/;

/** parts of a method that stand in files of their own, given what the method has closed */
const parts = new Set([
  "answersOf",
  "effectOf",
  "evaluator",
  "multiplierCritical",
  "multiplierSigns",
  "exchangeInterval"
]);

/** A parameter of options has a type that says so, or none of it is asked for. */
const withOptions = functions
  .filter(({name}) => !parts.has(name))
  .flatMap((one) => one.parameters.flatMap((parameter, place) => (takesOptions(parameter) ? [{...one, place}] : [])));

describe("every function of src/stats that takes options", () => {
  it("is found by its signature", () => {
    expect(takesOptions("{level = 0.95}: {readonly level?: number} = {}")).toBe(true);
    expect(takesOptions("{lag}: NeweyWestOptions")).toBe(true);
    expect(takesOptions("weights: readonly number[] = []")).toBe(false);
    expect(
      functionsIn("export function f<T extends {}>(a: Map<string, T>, b: (x: T, y: T) => T, c: Options = {}): T {")
    ).toEqual([{name: "f", gives: "T", parameters: ["a: Map<string, T>", "b: (x: T, y: T) => T", "c: Options = {}"]}]);
    expect(withOptions.length).toBeGreaterThan(60);
  });

  it("is every one that gives an estimate: whatever is asked of it beside its data is looked at", () => {
    const inner = ["permutationEstimate"];
    const open = functions.filter(
      ({name, gives, parameters}) =>
        gives.startsWith("Estimate<") && !inner.includes(name) && !parameters.some(takesOptions)
    );
    expect(open).toEqual([]);
  });

  it.each(withOptions)(
    "$name refuses what it does not know in argument $place, before it reads anything else",
    async (one) => {
      const {[one.name]: called} = (await import(join("../../", root, one.file))) as Record<string, Ask>;
      // an empty list may be taken apart like any argument
      const given = one.parameters.map((_, place) => (place === one.place ? {unheardOf: 1} : []));
      const ask = async (): Promise<unknown> => drained(called!(...given));
      await expect(ask).rejects.toThrow(InvalidArgument);
      await expect(ask).rejects.toThrow(/^unknown option of .+: unheardOf; it takes .+/);
    }
  );
});

type Ask = (...given: readonly unknown[]) => unknown;

/** A generator does nothing before it is asked for its first. */
const drained = (made: unknown): unknown =>
  typeof made === "object" && made !== null && "next" in made ? (made as AsyncGenerator).next() : made;

function takesOptions(parameter: string): boolean {
  const named = /:[^:]*(?:Options|PanelColumns|Grid)\b[^:]*$/.test(parameter);
  return named || parameter.endsWith("= {}") || asked.test(parameter) || alike.test(parameter);
}

function functionsIn(source: string): Omit<Exported, "file">[] {
  return Array.from(source.matchAll(/^export (?:async )?function\*? (\w+)/gm), ({index, 0: head, 1: name = ""}) => {
    const {parameters, end} = parametersAt(source, openingBracket(source, index + head.length) + 1);
    return {name, parameters, gives: /^\): (.*?) ?\{$/m.exec(source.slice(end))?.[1] ?? ""};
  });
}

/** The bracket that opens the parameters, behind the type parameters. */
function openingBracket(source: string, from: number): number {
  let depth = 0;
  for (let at = from; ; at++) {
    if (source[at] === "<") depth += 1;
    if (source[at] === ">" && source[at - 1] !== "=") depth -= 1;
    if (source[at] === "(" && depth === 0) return at;
  }
}

function parametersAt(source: string, from: number): {parameters: string[]; end: number} {
  const found = [""];
  let depth = 0;
  let at = from;
  for (; ; at++) {
    const character = source[at]!;
    if (/[([{<]/.test(character)) depth += 1;
    if (/[)\]}]/.test(character) || (character === ">" && source[at - 1] !== "=")) depth -= 1;
    if (depth < 0) break;
    if (character === "," && depth === 0) found.push("");
    else found[found.length - 1] += character;
  }
  return {parameters: found.map((one) => one.replaceAll(/\s+/g, " ").trim()).filter((one) => one !== ""), end: at};
}
