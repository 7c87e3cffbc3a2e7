import {readFileSync, readdirSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {expect, it} from "vitest";

/** A folder may import itself and these. */
const table: Readonly<Record<string, readonly string[]>> = {
  "src/released": [],
  "src/stats": [],
  "src/style": [],
  "src/words": ["src/released"],
  "src/evidence": ["src/stats", "src/words", "src/released"],
  "src/findings": ["src/components", "src/evidence", "src/stats", "src/words", "src/released"],
  "src/robustness": ["src/components", "src/evidence", "src/stats", "src/words", "src/released"],
  "src/components": ["src/stats", "src/evidence", "src/words", "src/released"],
  "src/notebook": [
    "src/components",
    "src/evidence",
    "src/stats",
    "src/words",
    "src/released",
    "src/explore",
    "loaders/estimate"
  ],
  "src/explore": ["src/components", "src/evidence", "src/stats", "src/words", "src/released"],
  "src/overview": ["src/components", "src/evidence", "src/stats", "src/words", "src/released"],
  "src/data": ["loaders/release"],
  "loaders/study": ["src/stats"],
  "loaders/ingest": ["loaders/study"],
  "loaders/warehouse": ["loaders/study", "loaders/ingest"],
  "loaders/disclosure": ["loaders/study", "src/released", "src/stats"],
  "loaders/estimate": ["src/stats", "loaders/ingest"],
  "loaders/simulate": ["loaders/study", "src/stats"],
  "loaders/release": [
    "loaders/study",
    "loaders/warehouse",
    "loaders/disclosure",
    "src/stats",
    "src/evidence",
    "src/findings",
    "src/released"
  ],
  "loaders/site": [
    "loaders/study",
    "loaders/release",
    "loaders/disclosure",
    "src/stats",
    "src/evidence",
    "src/findings",
    "src/robustness",
    "src/released",
    "src/components",
    "src/words",
    "src/style",
    "src/notebook",
    "src/overview"
  ],
  "loaders/worlds": [
    "loaders/simulate",
    "loaders/study",
    "loaders/warehouse",
    "loaders/disclosure",
    "loaders/release",
    "src/evidence",
    "src/stats",
    "src/findings"
  ],
  "loaders/lab": ["loaders/study", "loaders/warehouse", "loaders/release", "loaders/site"],
  "loaders/notebook": [],
  "loaders/cli.ts": ["loaders"],
  "loaders/cli": ["loaders"]
};

it("every import keeps to the table", () => {
  const wrong: string[] = [];
  for (const root of ["src", "loaders"]) {
    for (const name of readdirSync(root, {recursive: true, encoding: "utf8"})) {
      if (!name.endsWith(".ts")) continue;
      const file = join(root, name);
      const home = folderOf(file);
      const allowed = table[home];
      if (!allowed) {
        wrong.push(`${file}: its folder is not in the table`);
        continue;
      }
      readFileSync(file, "utf8")
        .split("\n")
        .forEach((line, i) => {
          const target = /(?:from|import)\s*\(?"(\.[^"]+)"/.exec(line)?.[1];
          if (target === undefined) return;
          const folder = folderOf(normalize(join(dirname(file), target)));
          if (folder !== home && !allowed.some((one) => folder === one || folder.startsWith(`${one}/`)))
            wrong.push(`${file}:${i + 1}: ${home} may not import ${folder}`);
        });
    }
  }
  expect(wrong).toEqual([]);
});

it("statistics read no clock, no Math.random and no file", () => {
  for (const name of readdirSync("src/stats", {recursive: true, encoding: "utf8"})) {
    if (!name.endsWith(".ts")) continue;
    expect(readFileSync(join("src/stats", name), "utf8"), name).not.toMatch(/Math\.random|Date\.now|new Date|node:/);
  }
});

it("only disclosure control makes a Released", () => {
  for (const name of readdirSync("loaders", {recursive: true, encoding: "utf8"})) {
    if (!name.endsWith(".ts") || name.startsWith("disclosure/")) continue;
    expect(readFileSync(join("loaders", name), "utf8"), name).not.toMatch(/Released\.of/);
  }
});

function folderOf(file: string): string {
  return file.split("/").slice(0, 2).join("/");
}
