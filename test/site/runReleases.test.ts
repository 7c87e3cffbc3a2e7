import {mkdir, mkdtemp, readlink, symlink, utimes} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {runReleases, runRollback} from "../../loaders/site/runReleases.js";

const from = process.cwd();
const out = "site";

beforeAll(async () => {
  process.chdir(await mkdtemp(join(tmpdir(), "longview-releases-")));
  for (const [name, second] of [["old", 1] as const, ["new", 2] as const]) {
    await mkdir(join(".longview/releases", out, name), {recursive: true});
    await utimes(join(".longview/releases", out, name), second, second);
  }
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

it("rollback shows the site before, and says with --json which", async () => {
  const old = {name: "old", at: "1970-01-01T00:00:01.000Z", current: true};
  expect(await answer(() => runRollback(undefined, {out, json: true}))).toEqual(old);
  expect(await readlink(out)).toBe(".longview/releases/site/old");
  expect(await answer(() => runReleases({out, json: true}))).toEqual([
    {name: "new", at: "1970-01-01T00:00:02.000Z", current: false},
    old
  ]);
  await expect(runRollback(undefined, {out})).rejects.toThrow(/no such earlier site; those that are kept: new, old/);
});
