import {appendFile, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {dataVersion} from "../../loaders/release/dataVersion.js";
import {releaseStudy} from "../../loaders/release/releaseStudy.js";
import {type FrameOptions, framePages} from "../../loaders/site/framePages.js";
import {makePages} from "../../loaders/site/makePages.js";
import {runFramework} from "../../loaders/site/runFramework.js";
import {departmentYears, tinyStudy} from "../ingest/tinyStudy.js";

const folderFor = (name: string): Promise<string> => mkdtemp(join(tmpdir(), `longview-${name}-`));

it("makePages(release, place) of a study with a changed figure does not ask Framework again, and shows the figure", async () => {
  const [shelf, {folder}] = [await folderFor("frames"), await tinyStudy()];
  const make = vi.fn<(stage: string) => Promise<void>>((stage) => runFramework(stage, ["build"]));
  const build = async (
    years: string
  ): Promise<{readonly page: string; readonly data: string; readonly version: string}> => {
    await writeFile(join(folder, "department_years.csv"), years);
    const release = await releaseStudy(folder);
    const {dist} = await makePages(release, join(await folderFor("stage"), "stage"), {shelf, make});
    const explore = await readFile(join(dist, "explore.html"), "utf8");
    const [, data = "", size] = /"path":"\.\/(_file\/data\/released\.\w+\.json)",[^}]*"size":(\d+)/.exec(explore) ?? [];
    expect((await stat(join(dist, data))).size).toBe(Number(size));
    return {
      page: await readFile(join(dist, "data.html"), "utf8"),
      data: await readFile(join(dist, data), "utf8"),
      version: dataVersion(release)
    };
  };
  const before = await build(departmentYears);
  const after = await build(departmentYears.replace("D1,2011,50,12,100,", "D1,2011,50,12,123.5,"));
  expect(make).toHaveBeenCalledTimes(1);
  expect(before.data).not.toContain("123.5");
  expect(after.data).toContain("123.5");
  expect(before.page).toContain(`<code>${before.version}</code>`);
  expect(after.page).toContain(`<code>${after.version}</code>`);
  expect(after.version).not.toBe(before.version);
});

/** Makes pages as they are in a stage, with a module each, of which one has a part. */
const makeOf = (asked: string[][]) => async (stage: string) => {
  const pages = (await readdir(join(stage, "src"))).filter((file) => file.endsWith(".md"));
  asked.push(pages.toSorted());
  await mkdir(join(stage, "dist/_import"), {recursive: true});
  for (const page of pages) {
    const [name, text] = [page.replace(".md", ""), await readFile(join(stage, "src", page), "utf8")];
    await writeFile(join(stage, `dist/${name}.html`), `${text} <script src="./_import/${name}.1.js"></script>`);
    await writeFile(join(stage, `dist/_import/${name}.1.js`), name === "a" ? 'import "./part.2.js";' : "export {};");
  }
  if (pages.includes("a.md")) await writeFile(join(stage, "dist/_import/part.2.js"), "export {};");
};

async function framed(
  pages: Readonly<Record<string, string>>,
  {title = "A", ...options}: FrameOptions & {title?: string}
): Promise<Record<string, string>> {
  const stage = await folderFor("stage");
  await mkdir(join(stage, "src"));
  for (const [name, text] of Object.entries(pages)) await writeFile(join(stage, `src/${name}.md`), text);
  await writeFile(join(stage, "site.json"), JSON.stringify({title}));
  const dist = await framePages(stage, "tiny", options);
  const files = (await readdir(dist, {recursive: true})).filter((file) => file.includes("."));
  const texts = files.map(async (file) => [file, (await readFile(join(dist, file), "utf8")).split(" <")[0]!] as const);
  return Object.fromEntries(
    (await Promise.all(texts))
      .filter(([file]) => file.endsWith(".html"))
      .concat(
        files
          .filter((file) => !file.endsWith(".html"))
          .toSorted()
          .map((file) => [file, ""] as const)
      )
  );
}

it("framePages(stage, study) asks for the pages that have changed alone, and gives all with what they need", async () => {
  const [shelf, asked]: [string, string[][]] = [await folderFor("frames"), []];
  const options = {shelf, make: makeOf(asked)};
  const parts = {"_import/a.1.js": "", "_import/b.1.js": "", "_import/part.2.js": ""};
  expect(await framed({a: "one", b: "two"}, options)).toEqual({"a.html": "one", "b.html": "two", ...parts});
  expect(await framed({a: "one", b: "two"}, options)).toEqual({"a.html": "one", "b.html": "two", ...parts});
  expect(await framed({a: "one", b: "three"}, options)).toEqual({"a.html": "one", "b.html": "three", ...parts});
  // of a page that is gone, nothing is left
  expect(await framed({b: "three"}, options)).toEqual({"b.html": "three", "_import/b.1.js": ""});
  expect(await framed({b: "three"}, {...options, title: "B"})).toEqual({"b.html": "three", "_import/b.1.js": ""});
  expect(asked).toEqual([["a.md", "b.md"], ["b.md"], ["b.md"]]);
});

it("framePages(stage, study) makes pages again of which what was kept is not whole", async () => {
  const [shelf, asked]: [string, string[][]] = [await folderFor("frames"), []];
  const options = {shelf, make: makeOf(asked)};
  const whole = {"a.html": "one", "_import/a.1.js": "", "_import/part.2.js": ""};
  expect(await framed({a: "one"}, options)).toEqual(whole);
  const [kept = ""] = await readdir(join(shelf, "tiny"));
  const at = (file: string): string => join(shelf, "tiny", kept, file);
  for (const damage of [
    () => appendFile(at("dist/a.html"), " and torn"),
    () => rm(at("dist/_import/part.2.js")),
    () => writeFile(at("sums.json"), "{"),
    () => rm(at("dist"), {recursive: true})
  ]) {
    await damage();
    expect(await framed({a: "one"}, options)).toEqual(whole);
    expect(await framed({a: "one"}, options)).toEqual(whole);
  }
  expect(asked).toHaveLength(5);
});
