/**
 * Run by hand: `npx tsx test/attack/killWarehouse.ts [TIMES]`. Builds a small study's warehouse and puts its counts on
 * record, is killed at random moments, and is then asked what is left: nothing mixed, nothing open to others, nothing lost.
 */
import {type ChildProcess, spawn} from "node:child_process";
import {readdir, readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {random} from "../../src/stats/random.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {readProfile, writeProfile} from "../../loaders/release/profiles.js";
import type {ProfileRow} from "../../loaders/release/againstLast.js";
import {crewStudy} from "../warehouse/crewStudy.js";

const [, script = "", mode = "40", folder = "", cache = ""] = process.argv;
const profileSql = new URL("../../loaders/release/sql/profile.sql", import.meta.url);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Says when it begins and when it is done, so that imports are no moments. */
async function build(study: string, place: string): Promise<void> {
  if (mode === "child") process.stdout.write("begins\n");
  const read = await readStudy(study);
  const warehouse = await openWarehouse(read, join(place, "warehouse"));
  const profile = await warehouse.query<ProfileRow>(profileSql);
  warehouse.close();
  await writeProfile(read.name, profile, join(place, "vintages"));
  if (mode === "child") process.stdout.write("done\n");
}

const start = (study: string, place: string): ChildProcess =>
  spawn(join(root, "node_modules/.bin/tsx"), [script, "child", study, place], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "ignore"]
  });

const said = (child: ChildProcess, word: string): Promise<boolean> =>
  new Promise((resolve) => {
    child.stdout?.on("data", (data: Buffer) => String(data).includes(word) && resolve(true));
    child.on("exit", () => resolve(false));
  });

async function attack(times: number): Promise<void> {
  const source = random(times).stream("moments");
  const {folder: study, cache: place} = await crewStudy();
  const whole = start(study, place);
  await said(whole, "begins");
  const from = performance.now();
  await said(whole, "done");
  const long = performance.now() - from;
  const counts = {killed: 0, finished: 0, abandonedLeft: 0, openToOthers: 0, unreadable: 0};
  const expected = JSON.stringify(await readProfile("crew", join(place, "vintages")));
  for (let i = 0; i < times; i += 1) {
    const {cache: fresh} = await crewStudy();
    const child = start(study, fresh);
    const done = said(child, "done");
    await said(child, "begins");
    await new Promise((resolve) => setTimeout(resolve, source.uniform() * long * 1.1));
    if (child.pid && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    counts[(await done) ? "finished" : "killed"] += 1;
    counts.openToOthers += await open(fresh);
    await build(study, fresh).catch(() => void (counts.unreadable += 1));
    const left = await readdir(join(fresh, "warehouse/crew"));
    counts.abandonedLeft += left.filter((name) => !/^\w{16}\.duckdb$/.test(name)).length;
    if (JSON.stringify(await readProfile("crew", join(fresh, "vintages"))) !== expected) counts.unreadable += 1;
  }
  process.stdout.write(`${JSON.stringify({times, milliseconds: Math.round(long), ...counts})}\n`);
  for (const several of [2, 5]) {
    const {cache: fresh} = await crewStudy();
    const all = Array.from({length: several}, () => said(start(study, fresh), "done"));
    const finished = (await Promise.all(all)).filter(Boolean).length;
    const left = await readdir(join(fresh, "warehouse/crew"));
    process.stdout.write(`${JSON.stringify({atOnce: several, finished, left: left.length})}\n`);
  }
}

/** Files and folders with a person's row that others could read, where no folder above is closed. */
async function open(place: string): Promise<number> {
  const folders = await readdir(join(place, "warehouse")).catch(() => []);
  const modes = await Promise.all(folders.map(async (name) => (await stat(join(place, "warehouse", name))).mode));
  const kept = await readFile(join(place, "profiles/crew.json"), "utf8").catch(() => "[]");
  JSON.parse(kept);
  return modes.filter((one) => (one & 0o077) !== 0).length;
}

if (mode === "child") await build(folder, cache);
else await attack(Number(mode));
