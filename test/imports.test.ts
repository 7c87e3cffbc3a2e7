import {readFileSync, readdirSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {expect, it} from "vitest";
import {publishingFolders} from "../loaders/release/fingerprint.js";
import {siteFolders} from "../loaders/site/builtSites.js";

/** A folder may import itself and these: the list in ARCHITECTURE.md. */
const table = Object.fromEntries(
  (/```imports\n([\s\S]*?)```/.exec(readFileSync("ARCHITECTURE.md", "utf8"))?.[1] ?? "")
    .trim()
    .split("\n")
    .map((line): [string, string[]] => {
      const [home = "", targets = ""] = line.split("<-").map((side) => side.trim());
      return [home, targets === "nothing of ours" ? [] : targets.split(", ")];
    })
);

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

it("a site is built anew after a change of any code that makes it: the estimators' used to count as none", () => {
  const made = new Set(["loaders/site"]);
  // a set is walked to what is added on the way
  for (const folder of made) for (const target of table[folder] ?? []) made.add(target);
  const counted = [...siteFolders, ...publishingFolders];
  expect([...made].filter((folder) => !counted.some((one) => `${folder}/`.startsWith(`${one}/`)))).toEqual([]);
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

it("no files import each other in a circle, types counted", () => {
  const files = ["src", "loaders"].flatMap((root) =>
    readdirSync(root, {recursive: true, encoding: "utf8"}).flatMap((name) =>
      name.endsWith(".ts") ? [join(root, name)] : []
    )
  );
  const behind = new Map(files.map((file) => [file, importsOf(file)]));
  expect(circlesIn(behind)).toEqual([]);
});

function importsOf(file: string): string[] {
  const found = readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  return Array.from(found, ([, target = ""]) => normalize(join(dirname(file), target)).replace(/\.js$/, ".ts"));
}

/** Every way that comes back to where it has been, once. */
function circlesIn(behind: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" -> "));
    if (way.includes(file) || done.has(file)) return;
    for (const next of behind.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of behind.keys()) visit(file, []);
  return circles;
}

function folderOf(file: string): string {
  return file.split("/").slice(0, 2).join("/");
}
