import {mkdir, mkdtemp, readdir, readFile, utimes, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {codeHash, keptBundle} from "../../loaders/site/keptBundle.js";

it("keptBundle(shelf, name, make) makes a bundle once, and forgets those before it, but no draft of another process", async () => {
  const shelf = await mkdtemp(join(tmpdir(), "longview-kept-"));
  const make = vi.fn<(folder: string) => Promise<void>>((folder) => writeFile(join(folder, "a.js"), folder));
  for (const name of ["one", "two", "two", "three"]) {
    const folder = await keptBundle(shelf, name, make, {most: 2});
    expect(await readFile(join(folder, "a.js"), "utf8")).toBe(`${join(shelf, name)}.${process.pid}`);
    const past = new Date(Date.now() - 10_000 * (4 - make.mock.calls.length));
    await utimes(folder, past, past);
  }
  expect(make).toHaveBeenCalledTimes(3);
  expect((await readdir(shelf)).toSorted()).toEqual(["three", "two"]);
  for (const draft of ["four.17", "five.18"]) await mkdir(join(shelf, draft));
  await utimes(join(shelf, "five.18"), new Date(0), new Date(0));
  await keptBundle(shelf, "six", make, {most: 1});
  expect((await readdir(shelf)).toSorted()).toEqual(["four.17", "six"]);
});

it("keptBundle(shelf, name, make) leaves nothing under the name of a bundle that could not be made", async () => {
  const shelf = await mkdtemp(join(tmpdir(), "longview-kept-"));
  const fails = (): Promise<void> => Promise.reject(new Error("no"));
  await expect(keptBundle(shelf, "one", fails, {most: 1})).rejects.toThrow("no");
  expect(await readdir(shelf)).not.toContain("one");
});

it("codeHash(places, asked) differs by the code and by what is asked of it", async () => {
  const hashes = await Promise.all([
    codeHash(["src/released"]),
    codeHash(["src/released"], {language: "ja"}),
    codeHash(["src/released", "package-lock.json"])
  ]);
  expect(new Set(hashes).size).toBe(3);
  expect(await codeHash(["src/released"])).toBe(hashes[0]);
});
