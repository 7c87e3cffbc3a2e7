import {mkdtemp, readFile, readdir, stat, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {writeWhole} from "../../loaders/study/writeWhole.js";

it("writeWhole(file, text) on a full disk leaves what was there, and no draft", async () => {
  const folder = await mkdtemp(join(tmpdir(), "longview-whole-"));
  const file = join(folder, "published.json");
  await writeWhole(file, "before", {mode: 0o600});
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await symlink("/dev/full", `${file}.next`);
  await expect(writeWhole(file, "after")).rejects.toThrow(/ENOSPC/);
  expect(await readFile(file, "utf8")).toBe("before");
  expect(await readdir(folder)).toEqual(["published.json"]);
  await writeFile(`${file}.next`, "cut o");
  await writeWhole(file, "after");
  expect(await readFile(file, "utf8")).toBe("after");
  expect(await readdir(folder)).toEqual(["published.json"]);
});
