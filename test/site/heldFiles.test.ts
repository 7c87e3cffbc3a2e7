import {createHash} from "node:crypto";
import {mkdir, mkdtemp, readFile, readdir, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import type {BundledFile} from "../../loaders/site/bundledFiles.js";
import {holdData, holdModules, leadToFiles, putFiles} from "../../loaders/site/heldFiles.js";

/** without types of its own */
const module: string = "../../node_modules/@observablehq/framework/dist/javascript/module.js";
const framework = (await import(module)) as {getLocalModuleHash: (root: string, path: string) => Promise<string>};

const entry = (place: string, parts: readonly string[] = []): BundledFile => ({place, isEntry: true, parts});

it("putFiles(dist, {modules}) gives every module the name that Framework itself would, its own text, and its parts", async () => {
  const root = await mkdtemp(join(tmpdir(), "longview-held-"));
  const [dist, text] = [join(root, "dist"), "var a=1;export{a};\n"];
  await mkdir(join(root, "answering/worker"), {recursive: true});
  const places = ["answering/answering.js", "answering/worker/worker.js"];
  const part = "answering/chunk-A1.js";
  for (const file of [...places, part]) await writeFile(join(root, file), text);
  const named = async (folder: string, place: string): Promise<string> =>
    place.replace(/js$/, `${(await framework.getLocalModuleHash(folder, place)).slice(0, 8)}.js`);
  const whole = await Promise.all(places.map((place) => named(root, place)));
  const files = [entry(places[0]!, [part]), entry(places[1]!), {place: part, isEntry: false, parts: []}];
  const held = await holdModules(root, files);
  expect((await readdir(join(root, "answering"))).toSorted()).toEqual(["answering.js", "worker"]);
  // a process of Framework's own reads each file once
  const copy = await mkdtemp(join(tmpdir(), "longview-held-"));
  for (const place of places) {
    await mkdir(join(copy, place, ".."), {recursive: true});
    await writeFile(join(copy, place), await readFile(join(root, place)));
  }
  const standing = await Promise.all(places.map((place) => named(copy, place)));
  for (const name of standing) {
    await mkdir(join(dist, "_import", name, ".."), {recursive: true});
    await writeFile(join(dist, "_import", name), "export {};");
  }
  const renamed = await putFiles(dist, {modules: held});
  expect([...renamed]).toEqual(standing.map((name, i) => [name, {name: whole[i], parts: files[i]!.parts}]));
  const put = (await readdir(join(dist, "_import"), {recursive: true})).filter((name) => name.endsWith(".js"));
  expect(put.toSorted()).toEqual([...whole, part].toSorted());
  for (const name of [...whole, part]) expect(await readFile(join(dist, "_import", name), "utf8")).toBe(text);
});

it("putFiles(dist, {data}) gives each file that a page loads the name that Framework gives to one of its text", async () => {
  const root = await mkdtemp(join(tmpdir(), "longview-held-"));
  const data = [
    {place: "data/study.json", text: '{"years":[2011]}'},
    {place: "data/unused.json", text: "{}"}
  ];
  await holdData(root, data);
  const nameOf = (text: string | Buffer): string =>
    `study.${createHash("sha256").update(text).digest("hex").slice(0, 8)}.json`;
  const standing = await readFile(join(root, "data/study.json"));
  expect(standing.toString()).not.toContain("2011");
  const [before, now] = [nameOf(standing), nameOf('{"years":[2011]}')];
  await mkdir(join(root, "dist/_file/data"), {recursive: true});
  await writeFile(join(root, "dist/_file/data", before), standing);
  const renamed = await putFiles(join(root, "dist"), {data});
  expect(await readdir(join(root, "dist/_file/data"))).toEqual([now]);
  expect(await readFile(join(root, "dist/_file/data", now), "utf8")).toBe('{"years":[2011]}');
  const line = (name: string, size: number): string =>
    `registerFile("./data/study.json", {"path":"./_file/data/${name}","lastModified":946684800000,"size":${size}});`;
  expect(leadToFiles(line(before, standing.length), renamed)).toBe(line(now, 16));
});

it("leadToFiles(page, renamed) turns a page's modules to their names, and preloads what several share once", () => {
  const preload = (name: string): string => `\n<link rel="modulepreload" href="../_import/${name}">`;
  const code = (a: string, b: string): string => `<script>import("../_import/${a}");import("../_import/${b}")</script>`;
  const renamed = new Map([
    ["a.1.js", {name: "a.2.js", parts: ["shared.js", "own.js"]}],
    ["b.1.js", {name: "b.2.js", parts: ["shared.js"]}]
  ]);
  expect(leadToFiles(`${preload("a.1.js")}${preload("b.1.js")}${code("a.1.js", "b.1.js")}`, renamed)).toBe(
    `${["a.2.js", "shared.js", "own.js", "b.2.js"].map(preload).join("")}${code("a.2.js", "b.2.js")}`
  );
});
