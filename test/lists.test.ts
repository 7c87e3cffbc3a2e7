/**
 * Lists of a folder's modules that are written from the folder, so that what is new there is a file and no line elsewhere:
 * `npx vitest run test/lists.test.ts -u` writes them.
 */
import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";

it("every released table is in the list of them, by the name that it is released under", async () => {
  const file = "loaders/release/tableModules.ts";
  const before = readFileSync(file, "utf8");
  // tables are made in this order, which decides what is withheld where one of two must be: a new one comes last
  const order = Array.from(before.matchAll(/^ {2}(\w+)(?:: \w+)?,?$/gm), ([, name = ""]) => name);
  const tables = modulesIn(
    "loaders/release/tables",
    /^export const (\w+): ReleaseModule<ReleasedTable> = \{\n {2}name: "(\w+)"/m
  );
  const place = ({released}: Module): number => (order.includes(released) ? order.indexOf(released) : order.length);
  const imports = tables.map(({name}) => `import {${name}} from "./tables/${name}.js";`);
  const lines = tables
    .toSorted((a, b) => place(a) - place(b))
    .map(({name, released}) => (name === released ? `  ${name}` : `  ${released}: ${name}`));
  await expect(
    before
      .replace(/(?:import .* from "\.\/tables\/.*";\n)+/, `${imports.join("\n")}\n`)
      .replace(/\{\n(?: {2}\w+.*\n)+\}/, `{\n${lines.join(",\n")}\n}`)
  ).toMatchFileSnapshot(`../${file}`);
});

const methods = modulesIn("loaders/estimate", /^export const (\w+) = defineMethod\(\s*"(\w+)"/m);

it("every method is in the command line's list", async () => {
  const file = "loaders/estimate/methods.ts";
  const lines = methods.map(({name, released}) => `  ${released}: async () => (await import("./${name}.js")).${name}`);
  await expect(
    readFileSync(file, "utf8").replace(/\{\n(?: {2}\w+: async.*\n)+\}/, `{\n${lines.join(",\n")}\n}`)
  ).toMatchFileSnapshot(`../${file}`);
});

it("every method is in the notebooks' list", async () => {
  const file = "src/notebook/methods.ts";
  const lines = methods.map(({name}) => `export {${name}} from "../../loaders/estimate/${name}.js";\n`);
  await expect(readFileSync(file, "utf8").replace(/(?:export .*\n)+/, lines.join(""))).toMatchFileSnapshot(
    `../${file}`
  );
});

interface Module {
  readonly name: string;
  /** how those who use it call it */
  readonly released: string;
}

/** What a folder's files export that looks as given, in the order of their names. */
function modulesIn(folder: string, exported: RegExp): Module[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .toSorted()
    .flatMap((file) => {
      const [found, name = "", released = ""] = exported.exec(readFileSync(join(folder, file), "utf8")) ?? [];
      return found === undefined ? [] : [{name, released}];
    });
}
