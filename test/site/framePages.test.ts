import {appendFile, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {dataVersion} from "../../loaders/release/dataVersion.js";
import {releaseStudy} from "../../loaders/release/releaseStudy.js";
import {framePages} from "../../loaders/site/framePages.js";
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

it("framePages(stage, study) makes pages again where what it reads has changed, or what was kept is not whole", async () => {
  const shelf = await folderFor("frames");
  const make = vi.fn<(stage: string) => Promise<void>>(async (stage) => {
    await mkdir(join(stage, "dist/_import"), {recursive: true});
    await writeFile(join(stage, "dist/index.html"), "made");
    await writeFile(join(stage, "dist/_import/a.js"), "export {};");
  });
  const asked = async (text: string, title = "A"): Promise<string> => {
    const stage = await folderFor("stage");
    await mkdir(join(stage, "src"));
    await writeFile(join(stage, "src/index.md"), text);
    await writeFile(join(stage, "site.json"), JSON.stringify({title}));
    const dist = await framePages(stage, "tiny", {shelf, make});
    expect((await readdir(dist, {recursive: true})).toSorted()).toEqual(["_import", "_import/a.js", "index.html"]);
    return readFile(join(dist, "index.html"), "utf8");
  };
  const times = async (text: string, title?: string): Promise<number> => {
    expect(await asked(text, title)).toBe("made");
    return make.mock.calls.length;
  };
  expect(await times("one")).toBe(1);
  expect(await times("one")).toBe(1);
  expect(await times("two")).toBe(2);
  expect(await times("two", "B")).toBe(3);
  const kept = (await readdir(join(shelf, "tiny"))).map((name) => join(shelf, "tiny", name));
  for (const folder of kept) await appendFile(join(folder, "dist/index.html"), " and torn");
  expect(await times("one")).toBe(4);
  for (const folder of kept) await rm(join(folder, "dist/_import/a.js"), {force: true});
  expect(await times("one")).toBe(5);
  for (const folder of kept) await writeFile(join(folder, "sums.json"), "{");
  expect(await times("one")).toBe(6);
  expect(await times("one")).toBe(6);
});
