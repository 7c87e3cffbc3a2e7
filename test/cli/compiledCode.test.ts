import {spawnSync} from "node:child_process";
import {mkdir, mkdtemp, utimes, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, expect, it} from "vitest";

/** without types of its own: it runs before anything is compiled */
const place: string = "../../bin/stateOfCode.js";
const {stateOfCode} = (await import(place)) as {stateOfCode: (root: string) => string};

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "longview-code-"));
  for (const folder of ["bin", "loaders", "src/stats"]) await mkdir(join(root, folder), {recursive: true});
  for (const file of ["bin/compiledCode.js", "package-lock.json", "loaders/cli.ts", "src/stats/mean.ts", "src/page.md"])
    await writeFile(join(root, file), "");
});

it("stateOfCode(root) changes with a file of code, a new one and the lockfile, and with no page", async () => {
  const states = [stateOfCode(root)];
  const after = async (change: Promise<void>): Promise<void> => void (await change, states.push(stateOfCode(root)));
  await after(writeFile(join(root, "src/page.md"), "words"));
  expect(states[1]).toBe(states[0]);
  await after(utimes(join(root, "src/stats/mean.ts"), 1, 1));
  await after(writeFile(join(root, "loaders/new.ts"), ""));
  await after(writeFile(join(root, "package-lock.json"), "{}"));
  expect(new Set(states).size).toBe(4);
});

it("longview ends quietly where who reads it has read enough", () => {
  const piped = 'set -o pipefail; "$0" bin/longview.js help | head -c 1';
  const {status, stderr} = spawnSync("bash", ["-c", piped, process.execPath], {encoding: "utf8"});
  expect({status, stderr}).toEqual({status: 0, stderr: ""});
});
