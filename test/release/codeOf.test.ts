import {mkdir, mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {codeOf, withImports} from "../../loaders/release/codeOf.js";
import {findingIds} from "../../src/findings/registry.js";

/** A repository of a few modules, one of them as the test wants it. */
async function repository(changed: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "longview-code-"));
  await mkdir(join(root, "src/stats"), {recursive: true});
  const files = {
    "package-lock.json": "{}",
    "src/claim.ts": 'import {mean} from "./stats/mean.js";\nexport const later = () => import("./late.js");\n',
    "src/late.ts": 'import type {Row} from "./row.js";\nexport {default as names} from "./names.json";\n',
    "src/names.json": "{}",
    "src/row.ts": "export type Row = 1;\n",
    "src/stats/mean.ts": 'export {sum} from "../sum.js";\n',
    "src/sum.ts": 'export {mean} from "./stats/mean.js";\n',
    "src/other.ts": 'import {claim} from "./claim.js";\n',
    "src/hands.ts": 'import {other} from "./other.js";\n',
    ...changed
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(root, file), text);
  return root;
}

it("codeOf(makers) changes with all that a module imports, and with nothing else: any change of code used to make every model anew", async () => {
  const makers = {modules: ["src/claim.ts"], alone: ["src/hands.ts"]};
  const plain = codeOf(makers, await repository());
  const files = ["claim.ts", "late.ts", "names.json", "row.ts", "stats/mean.ts", "sum.ts", "hands.ts"];
  for (const file of [...files.map((name) => `src/${name}`), "package-lock.json"])
    expect(codeOf(makers, await repository({[file]: '"changed";\n'})), file).not.toBe(plain);
  expect(codeOf(makers, await repository({"src/other.ts": '"changed";\n'}))).toBe(plain);
});

it("withImports() finds all that the findings' claims and the robustness page are made by: neither reads a file of its own", async () => {
  const entries = [...findingIds.map((id) => `src/findings/${id}/claim.ts`), "src/evidence/robustness/robustnessOf.ts"];
  const made = [...withImports(entries)];
  expect(made.length).toBeGreaterThan(200);
  expect(made.filter((file) => !/^src\/(stats|evidence|findings|words|released)\//.test(file))).toEqual([]);
  for (const file of made)
    expect(await readFile(file, "utf8"), file).not.toMatch(/import\((?!")|\breadFile|node:|import\.meta/);
});
