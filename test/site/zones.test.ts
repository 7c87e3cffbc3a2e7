import {execFile} from "node:child_process";
import {cp, mkdir, mkdtemp, readFile, readdir, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {promisify} from "node:util";
import {expect, it} from "vitest";

const run = promisify(execFile);

it("a build is the same to the byte in another time zone and locale", async () => {
  const place = await mkdtemp(join(tmpdir(), "longview-zones-"));
  const [here = new Map(), there = new Map()] = await Promise.all([
    builtIn(join(place, "here"), {TZ: "UTC", LC_ALL: "C.UTF-8"}),
    builtIn(join(place, "there"), {TZ: "America/Los_Angeles", LC_ALL: "de_DE.UTF-8"})
  ]);
  expect([...there.keys()]).toEqual([...here.keys()]);
  expect([...here].filter(([name, bytes]) => !bytes.equals(there.get(name)!)).map(([name]) => name)).toEqual([]);
  await rm(place, {recursive: true});
});

/** Every file of the site that a process of its own builds in a folder of its own, so that nothing is taken from another. */
async function builtIn(cwd: string, zone: NodeJS.ProcessEnv): Promise<Map<string, Buffer>> {
  await mkdir(cwd);
  await cp("data/jtrain", join(cwd, "study"), {recursive: true});
  const env = {...process.env, ...zone};
  const {stdout} = await run(process.execPath, ["-p", `${locale} + " " + new Date(0).getHours()`], {env});
  expect(stdout.trim()).toBe(zone.TZ === "UTC" ? "en-US 0" : "de-DE 16");
  await run(process.execPath, [resolve("bin/longview.js"), "build", "--study", "study", "--out", "dist"], {cwd, env});
  const dist = join(cwd, "dist");
  const files = (await readdir(dist, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile());
  const names = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return new Map(
    await Promise.all(names.map(async (name) => [name.slice(dist.length), await readFile(name)] as const))
  );
}

const locale = "Intl.DateTimeFormat().resolvedOptions().locale";
