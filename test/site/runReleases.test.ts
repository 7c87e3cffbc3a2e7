import {mkdir, mkdtemp, readlink, rm, symlink, utimes, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {readBuilt} from "../../loaders/site/builtRecord.js";
import {keepBuilt} from "../../loaders/site/builtSites.js";
import {runReleases, runRollback} from "../../loaders/site/runReleases.js";
import {siteOf, siteToBuild} from "../../loaders/site/siteOf.js";
import {listSites, shelfOf, versionsOf} from "../../loaders/site/siteShelf.js";
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
  );
});

const built = {pages: 1, doubts: []};

it("siteOf() finds a study's site and a site's study, as they were built last", async () => {
  expect(await siteToBuild({study})).toEqual({study, out: "dist"});
  await keepBuilt({study, out}, "f", built);
  for (const find of [siteOf, siteToBuild]) expect(await find({study})).toEqual({study, out});
  expect(await siteOf({out})).toEqual({study, out});
  await expect(siteOf({study: "data/other", out})).rejects.toThrow(
    "there is no folder data/other; name a study's folder"
  );
  expect(await siteOf({})).toEqual({study: defaultStudy, out: "dist"});
});

it("siteOf() refuses a study that was never built, the default's too: dist used to be shown as its site, whosever it was", async () => {
  const other = "data/cafes";
  for (const folder of [other, defaultStudy]) await mkdir(folder, {recursive: true});
  await symlink(".longview/releases/site/new", "dist");
  await keepBuilt({study, out: "dist"}, "f", built);
  await expect(siteOf({study: other})).rejects.toThrow(
    "no site was built of data/cafes yet; build it first: npx longview build --study data/cafes"
  );
  await expect(siteOf({study: defaultStudy})).rejects.toThrow(/build it first: npx longview build$/);
  await expect(siteOf({study: other, out: "dist"})).rejects.toThrow(
    /dist was built of data\/shops, not of data\/cafes/
  );
  expect(await siteOf({})).toEqual({study, out: "dist"});
  expect(await siteToBuild({}), "a build is told where to go, or goes to dist").toEqual({
    study: defaultStudy,
    out: "dist"
  });
  expect(await siteToBuild({study: other, out: "dist"})).toEqual({study: other, out: "dist"});
  await rm("dist");
  expect(await siteToBuild({}), "what is gone is nobody's").toEqual({study: defaultStudy, out: "dist"});
  expect(await siteOf({study})).toEqual({study, out});
});

it("siteOf() tells sites of one name in two folders apart: the one built last used to count as both", async () => {
  const elsewhere = resolve("elsewhere/site");
  await mkdir("data/cafes", {recursive: true});
  await keepBuilt({study: "data/cafes", out: elsewhere}, "f", built);
  await keepBuilt({study, out}, "f", built);
  expect(await siteOf({out: elsewhere})).toEqual({study: "data/cafes", out: elsewhere});
  expect(await siteOf({out: `./${out}/`})).toEqual({study, out: `./${out}/`});
  expect(shelfOf(elsewhere)).not.toBe(shelfOf(out));
  expect(await listSites(elsewhere)).toEqual([]);
});

it("readBuilt(out) takes a damaged record for none: it used to end every verb", async () => {
  await writeFile(".longview/built/cut.json", '{"study": "data/sh');
  expect(await readBuilt("cut")).toBeNull();
  expect(await siteOf({study})).toMatchObject({study});
});
