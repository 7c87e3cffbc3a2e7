import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";

/** What takes its arguments on the stack, and lists that can't grow with the data. */
const calls = /(?:Math\.(?:min|max|hypot)|\.(?:push|unshift|splice)|String\.from(?:CharCode|CodePoint))\(/g;
const bounded = /^(?:headerRows|\(?dialect\.headerRows|\(?commentRows|largest\.splice|left\.splice)/;

it("no array is spread into a call: at a hundred thousand values it overflows the stack", () => {
  const spreads = ["src", "loaders"].flatMap((root) =>
    readdirSync(root, {recursive: true, encoding: "utf8"})
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => spreadsIn(readFileSync(join(root, file), "utf8")).map((text) => `${root}/${file}: ${text}`))
  );
  expect(spreads).toEqual([]);
});

it("spreadsIn(source) sees them over lines and behind other arguments", () => {
  expect(spreadsIn("Math.max(\n  0,\n  ...rows.map((row) => row.n)\n)")).toEqual(["...rows.map((row) => row.n)"]);
  expect(spreadsIn("found.push([...rows], {...row})")).toEqual([]);
  expect(spreadsIn("Math.max(...headerRows)")).toEqual([]);
});

/** The spread arguments of such calls; those within brackets of their own are no arguments. */
function spreadsIn(source: string): string[] {
  return Array.from(source.matchAll(calls), ({index, 0: call}) => argumentsAt(source, index + call.length)).flatMap(
    (list) => list.filter((one) => one.startsWith("...") && !bounded.test(one.slice(3)))
  );
}

function argumentsAt(source: string, from: number): string[] {
  const found = [""];
  let depth = 0;
  for (const character of source.slice(from)) {
    if (/[([{]/.test(character)) depth += 1;
    if (/[)\]}]/.test(character)) depth -= 1;
    if (depth < 0) break;
    if (character === "," && depth === 0) found.push("");
    else found[found.length - 1] += character;
  }
  return found.map((one) => one.trim());
}
