import {mkdir, mkdtemp, readlink, symlink, utimes, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {keepBuilt} from "../../loaders/site/builtSites.js";
import {runReleases, runRollback} from "../../loaders/site/runReleases.js";
import {siteOf} from "../../loaders/site/siteOf.js";
import {versionsOf} from "../../loaders/site/siteShelf.js";
import {defaultStudy} from "../../loaders/study/defaultStudy.js";

const from = process.cwd();
const out = "site";
const study = "data/shops";

beforeAll(async () => {
  process.chdir(await mkdtemp(join(tmpdir(), "longview-releases-")));
  for (const [name, second] of [["old", 1] as const, ["new", 2] as const]) {
    await mkdir(join(".longview/releases", out, name), {recursive: true});
    await writeFile(join(".longview/releases", out, name, "CITATION.cff"), `version: "v-${name}"\n`);
    await utimes(join(".longview/releases", out, name), second, second);
  }
  await mkdir(join(study, "released/history"), {recursive: true});
  const empty = {title: "", findings: [], absent: [], tables: {}, files: [], rules: {}};
  for (const [number, name] of [[1, "old"] as const, [2, "new"] as const])
    await writeFile(
      join(study, `released/history/000${number}-v-${name}.json`),
      JSON.stringify({number, on: "2026-01-01", version: `v-${name}`, ...empty, plan: {status: "none", version: 0}})
    );
  await symlink(".longview/releases/site/new", out);
});
afterAll(() => process.chdir(from));

/** what a verb prints, its exit code having been 0 */
async function answer(verb: () => Promise<number>): Promise<unknown> {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  expect(await verb()).toBe(0);
  const [[text] = [""]] = write.mock.calls;
  write.mockRestore();
  return JSON.parse(String(text));
}

const old = {name: "old", at: "1970-01-01T00:00:01.000Z", version: "v-old", number: 1};
const shown = {name: "new", at: "1970-01-01T00:00:02.000Z", version: "v-new", number: 2};

it("rollback shows the site before, and says with --json which", async () => {
  const site = {study, out, json: true};
  expect(await answer(() => runRollback(undefined, site))).toEqual({...old, current: true});
  expect(await readlink(out)).toBe(".longview/releases/site/old");
  expect(await answer(() => runReleases(site))).toEqual([
    {...shown, current: false},
    {...old, current: true}
  ]);
  await expect(runRollback(undefined, {study, out})).rejects.toThrow(
    /no such earlier site; those that are kept: new \(/
  );
});

it("rollback takes a release's number and data version too: it used to take a site's name alone", async () => {
  for (const [asked, name] of [
    ["2", "new"],
    ["v-old", "old"],
    ["new", "new"]
  ] as const) {
    expect(await answer(() => runRollback(asked, {study, out, json: true}))).toMatchObject({name});
    expect(await readlink(out)).toBe(`.longview/releases/site/${name}`);
  }
  expect(await versionsOf(out)).toEqual(
    new Map([
      ["new", "v-new"],
      ["old", "v-old"]
    ])
  ); //
});

it("siteOf() finds a study's site and a site's study, as they were built last", async () => {
  expect(await siteOf({study})).toEqual({study, out: "dist"});
  await keepBuilt({study, out}, "f", {pages: 1, doubts: []});
  expect(await siteOf({study})).toEqual({study, out});
  expect(await siteOf({out})).toEqual({study, out});
  await expect(siteOf({study: "data/other", out})).rejects.toThrow(
    "there is no folder data/other; name a study's folder"
  );
  expect(await siteOf({})).toEqual({study: defaultStudy, out: "dist"});
});
