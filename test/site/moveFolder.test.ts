import * as files from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeEach, expect, it, vi} from "vitest";
import {linkFolder} from "../../loaders/site/linkFolder.js";
import {moveFolder} from "../../loaders/site/moveFolder.js";
import {publishSite} from "../../loaders/site/publishSite.js";
import {listSites, shelfOf} from "../../loaders/site/siteShelf.js";

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof files>();
  return {...real, rename: vi.fn<typeof real.rename>(real.rename), link: vi.fn<typeof real.link>(real.link)};
});

const {mkdir, mkdtemp, readFile, readdir, stat, writeFile} = files;
const refusal = (code: string): Error => Object.assign(new Error(code), {code});

let place: string;
let from: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "longview-move-"));
  from = join(place, "from");
  await mkdir(join(from, "a"), {recursive: true});
  await writeFile(join(from, "a/index.html"), "here");
});

it("moveFolder(from, to) copies from one disk to another: a build used to end there", async () => {
  const to = join(place, "to");
  vi.mocked(files.rename).mockRejectedValueOnce(refusal("EXDEV"));
  await moveFolder(from, to);
  expect(await readFile(join(to, "a/index.html"), "utf8")).toBe("here");
  expect(await readdir(place)).toEqual(["to"]);
  vi.mocked(files.rename).mockRejectedValueOnce(refusal("EACCES"));
  await expect(moveFolder(to, from)).rejects.toThrow("EACCES");
});

it("publishSite() counts a copy that was cut off as no site, and takes it away", async () => {
  const [out, shelf] = [join(place, "dist"), join(place, "shelf")];
  const cut = join(shelfOf(out, shelf), "0123.draft");
  await mkdir(cut, {recursive: true});
  expect(await listSites(out, shelf)).toEqual([]);
  const release = await publishSite(from, out, shelf);
  expect(await readdir(shelfOf(out, shelf))).toEqual([release.split("/").at(-1)]);
});

it("linkFolder(from, to) copies where a file cannot have a second name, and writes over none", async () => {
  const [source, to] = [join(from, "a"), join(place, "to")];
  vi.mocked(files.link).mockRejectedValueOnce(refusal("EXDEV"));
  await linkFolder(source, to);
  expect(await readFile(join(to, "index.html"), "utf8")).toBe("here");
  expect((await stat(join(to, "index.html"))).ino).not.toBe((await stat(join(source, "index.html"))).ino);
  await writeFile(join(to, "index.html"), "there");
  await expect(linkFolder(source, to)).rejects.toThrow("EEXIST");
  expect(await readFile(join(to, "index.html"), "utf8")).toBe("there");
});
