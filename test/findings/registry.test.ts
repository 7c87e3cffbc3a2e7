/** What the compiler says of a finding of which something is missing. */
import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {sources} from "../../loaders/release/sources.js";
import {tableModules} from "../../loaders/release/tableModules.js";
import {findingIds, registry} from "../../src/findings/registry.js";
import {rowOf} from "../../src/findings/rowOf.js";

const parts: Readonly<Record<string, string>> = {
  name: 'name: () => "absence"',
  compares: 'compares: "departments"',
  change: "change: true",
  from: 'from: ["absence_days"]',
  beside: "beside: []",
  planned: 'planned: () => ({columns: ["days"]})',
  claim: "claim: (values) => claim(values.absence_days)",
  derive: "derive: null",
  exhibits: "exhibits: () => exhibits",
  answers: "answers: null",
  advice: "advice: () => []",
  simulated: "simulated: null"
};

const head = `
import {defineFinding} from "../../src/findings/defineFinding.js";
import type {FindingDraft} from "../../src/evidence/finding.js";
import type {FindingPage} from "../../src/findings/findingPage.js";
import type {ReleasedTable} from "../../src/released/table.js";
declare function claim(table: ReleasedTable): Promise<FindingDraft>;
declare const exhibits: Promise<FindingPage>;
`;

const row = (written: readonly string[]): string =>
  `${head}export const row = defineFinding({${written.join(", ")}});\n`;

const files: Readonly<Record<string, string>> = {
  whole: row(Object.values(parts)),
  ...Object.fromEntries(
    Object.keys(parts).map((part) => [
      part,
      row(Object.entries(parts).flatMap(([name, text]) => (name === part ? [] : [text])))
    ])
  ),
  strange: row([...Object.values(parts), "advise: () => []"]),
  unread: row(Object.values({...parts, claim: "claim: (values) => claim(values.absence_day)"})),
  source: `
import type {SourceName} from "../../src/findings/registry.js";
declare const modules: Readonly<Record<Exclude<SourceName, "mixing">, string>>;
export const all: Readonly<Record<SourceName, string>> = modules;
`
};

describe("the compiler", () => {
  const said = diagnose(files);

  it("takes a whole row, and names each part that is missing", () => {
    expect(said.get("whole")).toBe("");
    for (const part of Object.keys(parts)) expect(said.get(part), part).toContain(`'${part}'`);
  });

  it("names a part that no row has, a table that the row does not read, and one that nobody releases", () => {
    expect(said.get("strange")).toContain("'advise' does not exist");
    expect(said.get("unread")).toContain("'absence_day' does not exist");
    expect(said.get("source")).toContain("'mixing' is missing");
  });
});

describe("registry", () => {
  it("reads tables by the names that they are released under", () => {
    for (const [name, module] of Object.entries({...sources, ...tableModules})) expect(module.name).toBe(name);
  });

  it("opens every room by its row, and refuses a finding that is not there by name", async () => {
    for (const id of findingIds)
      expect(Object.keys(await registry[id].exhibits())).toEqual(expect.arrayContaining(["lead"]));
    expect(() => rowOf("absense")).toThrow(/no such finding: absense; one of purpose, departments/);
  });
});

/** What the compiler says of each file, by its name: they are written beside the build's own, and removed. */
function diagnose(written: Readonly<Record<string, string>>): Map<string, string> {
  mkdirSync(".longview", {recursive: true});
  const place = mkdtempSync(".longview/types-");
  try {
    for (const [name, text] of Object.entries(written)) writeFileSync(join(place, `${name}.ts`), text);
    writeFileSync(join(place, "tsconfig.json"), JSON.stringify({extends: "../../tsconfig.json", include: ["*.ts"]}));
    const {stdout} = spawnSync("node_modules/.bin/tsc", ["--pretty", "false", "-p", place], {encoding: "utf8"});
    const errors = stdout.split(/\n(?=\S)/);
    return new Map(
      Object.keys(written).map((name) => [name, errors.filter((error) => error.includes(`/${name}.ts(`)).join("\n")])
    );
  } finally {
    rmSync(place, {recursive: true});
  }
}
