import {mkdir, mkdtemp, readFile, readdir, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {holdModules, putModules} from "../../loaders/site/heldModules.js";

/** without types of its own */
const place: string = "../../node_modules/@observablehq/framework/dist/javascript/module.js";
const framework = (await import(place)) as {getLocalModuleHash: (root: string, path: string) => Promise<string>};

it("putModules(dist, held) gives every module the name that Framework itself would, and its own text", async () => {
  const root = await mkdtemp(join(tmpdir(), "longview-held-"));
  const [dist, text] = [join(root, "dist"), "var a=1;export{a};\n"];
  await mkdir(join(root, "answering/worker"), {recursive: true});
  for (const file of ["answering/answering.js", "answering/worker/worker.js"]) await writeFile(join(root, file), text);
  const named = async (module: string): Promise<string> =>
    `${module}.${(await framework.getLocalModuleHash(root, `${module}.js`)).slice(0, 8)}.js`;
  const modules = ["answering/answering", "answering/worker/worker"];
  const whole = await Promise.all(modules.map(named));
  const held = await holdModules(root, modules);
  // a process of Framework's own reads each file once
  const copy = await mkdtemp(join(tmpdir(), "longview-held-"));
  for (const module of modules) {
    await mkdir(join(copy, module, ".."), {recursive: true});
    await writeFile(join(copy, `${module}.js`), await readFile(join(root, `${module}.js`)));
  }
  const standing = await Promise.all(
    modules.map(
      async (module) => `${module}.${(await framework.getLocalModuleHash(copy, `${module}.js`)).slice(0, 8)}.js`
    )
  );
  for (const name of standing) {
    await mkdir(join(dist, "_import", name, ".."), {recursive: true});
    await writeFile(join(dist, "_import", name), "export {};");
  }
  const renamed = await putModules(dist, held);
  expect([...renamed]).toEqual(standing.map((name, i) => [name, whole[i]]));
  const files = (await readdir(join(dist, "_import"), {recursive: true})).filter((name) => name.endsWith(".js"));
  expect(files.toSorted()).toEqual(whole.toSorted());
  for (const name of whole) expect(await readFile(join(dist, "_import", name), "utf8")).toBe(text);
});
