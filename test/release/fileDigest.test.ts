import {createHash} from "node:crypto";
import {mkdtemp, readFile, rename, utimes, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {fileDigest} from "../../loaders/release/fileDigest.js";

const plain = async (file: string): Promise<Buffer> =>
  createHash("sha256")
    .update(await readFile(file))
    .digest();

it("fileDigest(file) is that of its bytes, written over at once with as many, with its times set back, or put in its place", async () => {
  const folder = await mkdtemp(join(tmpdir(), "longview-digest-"));
  const [file, other] = [join(folder, "one.csv"), join(folder, "other.csv")];
  await writeFile(file, "a,1\n");
  const {atime, mtime} = await stat(file);
  expect(fileDigest(file)).toEqual(await plain(file));
  for (const text of ["a,2\n", "a,3\n", "a,4\n"]) {
    await writeFile(file, text);
    await utimes(file, atime, mtime);
    expect(fileDigest(file)).toEqual(await plain(file));
  }
  await writeFile(other, "a,5\n");
  await utimes(other, atime, mtime);
  await rename(other, file);
  expect(fileDigest(file)).toEqual(await plain(file));
});

it("fileDigest() remembers a file that has not changed for a while, and no other", async () => {
  const lasting = "package-lock.json";
  expect(fileDigest(lasting)).toEqual(await plain(lasting));
  expect(fileDigest(lasting)).toBe(fileDigest(lasting));
  const file = join(await mkdtemp(join(tmpdir(), "longview-digest-")), "new");
  await writeFile(file, "a");
  expect(fileDigest(file)).not.toBe(fileDigest(file));
});

it("fileDigest() of a file that is read in parts is that of its bytes", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "longview-digest-")), "large");
  await writeFile(file, Buffer.alloc(9_000_001, "0123456789abc"));
  expect(fileDigest(file)).toEqual(await plain(file));
});

it("fileDigest() of a file that is gone says so", () => {
  expect(() => fileDigest(join(tmpdir(), "longview-no-such-file"))).toThrow(/ENOENT/);
});
