import {mkdtemp, readdir, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {withLock} from "../../loaders/study/withLock.js";

it("withLock(file, task) lets one task in at a time, whatever they throw", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "longview-lock-")), "study");
  let inside = 0;
  let most = 0;
  const task = async (i: number): Promise<number> => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((done) => setTimeout(done, 5));
    inside -= 1;
    if (i === 2) throw new Error("two");
    return i;
  };
  const ends = await Promise.allSettled([0, 1, 2, 3, 4].map((i) => withLock(file, () => task(i))));
  expect(ends.map(({status}) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(most).toBe(1);
});

it("withLock(file, task) takes over from a process that is gone, and names one that is not", async () => {
  const place = await mkdtemp(join(tmpdir(), "longview-lock-"));
  const file = join(place, "study");
  await writeFile(file, "999999999");
  expect(await withLock(file, async () => "done")).toBe("done");
  expect(await readdir(place)).toEqual([]);
  await writeFile(file, String(process.ppid));
  const said: string[] = [];
  await expect(withLock(file, async () => "done", {patience: 0, say: (line) => said.push(line)})).rejects.toThrow(
    `process ${process.ppid} works on it`
  );
});
