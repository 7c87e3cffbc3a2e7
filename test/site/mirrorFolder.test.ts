import {mkdir, mkdtemp, readFile, readdir, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {mirrorFolder} from "../../loaders/site/mirrorFolder.js";

it("mirrorFolder() brings what changed, leaves what did not, and takes away what is gone but for what is kept", async () => {
  const place = await mkdtemp(join(tmpdir(), "longview-mirror-"));
  const [from, to] = [join(place, "from"), join(place, "to")];
  for (const folder of [from, to, join(from, "a"), join(to, "cache")]) await mkdir(folder, {recursive: true});
  await writeFile(join(from, "same"), "1");
  await writeFile(join(from, "a/changed"), "2");
  await mirrorFolder(from, to);
  const before = await stat(join(to, "same"));
  await writeFile(join(from, "a/changed"), "3");
  await writeFile(join(to, "gone"), "");
  await writeFile(join(to, "cache/kept"), "");
  await mirrorFolder(from, to, {keep: (path) => path.startsWith("cache")});
  expect(await readFile(join(to, "a/changed"), "utf8")).toBe("3");
  expect((await stat(join(to, "same"))).ino).toBe(before.ino);
  expect((await readdir(to, {recursive: true})).toSorted()).toEqual(["a", "a/changed", "cache", "cache/kept", "same"]);
});
