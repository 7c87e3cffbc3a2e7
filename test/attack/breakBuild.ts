/**
 * Run by hand: `npx tsx test/attack/breakBuild.ts [KILLS]`, as root: it mounts a small disk of its own.
 * Builds a small study of persons over and over, each time from other accounts, and breaks it: killed at random moments,
 * several at once, a full disk, a folder that can only be read, a file that changes while it is read. Each time it is asked
 * what is left: nothing lost, nothing mixed, no row of a person beside what only its owner can read.
 * Results: test/output/broken-builds.md.
 */
import {type ChildProcess, spawn, spawnSync} from "node:child_process";
import {cp, mkdir, mkdtemp, rm, statfs, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {random} from "../../src/stats/random.js";
import {readHistory} from "../../loaders/release/history/releaseHistory.js";
import {crewFiles, crewStudy} from "../warehouse/crewStudy.js";
import {whatIsLeft} from "./whatIsLeft.js";

const longview = fileURLToPath(new URL("../../bin/longview.js", import.meta.url));
const kills = Number(process.argv[2] ?? 100);
const accounts = "department_years.csv";
const table = crewFiles[accounts] ?? "";
const study = "crew";

const place = await mkdtemp(join(tmpdir(), "longview-broken-"));
mount("-t", "tmpfs", "-o", "size=4g", "none", place);
process.chdir(place);
await mkdir("tmp");
/** keys that nothing else looks like */
const named = Object.entries(crewFiles).map(([file, text]) => [file, text.replaceAll(/\bM(\d\d)\b/g, "person-$1")]);
await cp((await crewStudy(Object.fromEntries(named))).folder, study, {recursive: true});

/** Accounts in which every profit is another. */
const turn = (times: number, file = accounts): Promise<void> =>
  writeFile(
    join(study, file),
    table.replaceAll(/,(\d+)$/gm, (_, profit: string) => `,${Number(profit) + times}`)
  );

function build(): ChildProcess & {readonly said: string[]} {
  const child = spawn(process.execPath, [longview, "build", "--study", study, "--out", "site"], {
    detached: true,
    env: {...process.env, TMPDIR: join(place, "tmp")},
    stdio: ["ignore", "pipe", "pipe"]
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text: Buffer) => said.push(String(text)));
  return Object.assign(child, {said});
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => void child.on("close", (code) => resolve(code)));

function tell(what: string, counts: object): void {
  process.stdout.write(`${JSON.stringify({what, ...counts})}\n`);
}

async function killed(times: number): Promise<void> {
  const source = random(times).stream("moments");
  const started = performance.now();
  await ended(build());
  const long = performance.now() - started;
  const versions = new Set((await readHistory(study)).map(({version}) => version));
  await turn(1);
  await ended(build());
  for (const {version} of await readHistory(study)) versions.add(version);
  const counts = {times, seconds: Math.round(long / 1000), killed: 0, finished: 0, faults: 0, again: 0, leftovers: 0};
  for (let i = 0; i < times; i += 1) {
    await turn(i % 2);
    const child = build();
    const end = ended(child);
    // the last seconds, in which it is put on record and copied, as often as all before
    const moment = i % 2 === 0 ? source.uniform() : 0.85 + 0.2 * source.uniform();
    await Promise.race([end, wait(moment * long)]);
    if (child.pid && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    counts[(await end) === 0 ? "finished" : "killed"] += 1;
    const {faults} = await whatIsLeft({study, out: "site", versions});
    counts.faults += faults.length;
    if (faults.length > 0) tell("fault", {moment, faults});
    if (i % 10 !== 9) continue;
    const again = build();
    counts.again += Number((await ended(again)) === 0);
    const left = await whatIsLeft({study, out: "site", versions});
    counts.leftovers += left.drafts.length;
    counts.faults += left.faults.length;
    if (left.faults.length + left.drafts.length > 0) tell("left after the next build", left);
  }
  tell("killed at random moments", counts);
}

async function together(several: number): Promise<void> {
  await turn(several);
  await rm(".longview/built", {recursive: true, force: true});
  const all = Array.from({length: several}, build);
  const codes = await Promise.all(all.map(ended));
  const {faults, drafts} = await whatIsLeft({study, out: "site"});
  tell("at once", {several, done: codes.filter((code) => code === 0).length, faults, drafts});
}

/** So many megabytes are free for all that a build writes. */
async function full(megabytes: number): Promise<boolean> {
  await turn(-1 - megabytes);
  await rm(".longview/warehouse", {recursive: true, force: true});
  await rm(".longview/published", {recursive: true, force: true});
  await rm(".longview/built", {recursive: true, force: true});
  const {blocks, bfree, bsize} = await statfs(place);
  const used = Math.ceil(((blocks - bfree) * bsize) / 2 ** 20);
  mount("-o", `remount,size=${used + megabytes}m`, place);
  const child = build();
  const code = await ended(child);
  const {faults, drafts} = await whatIsLeft({study, out: "site"});
  mount("-o", "remount,size=4g", place);
  tell("disk full", {megabytes, code, faults, drafts: drafts.length, said: lastLine(child.said)});
  return code === 0;
}

async function readOnly(folder: string): Promise<void> {
  await turn(folder.length + 1000);
  mount("--bind", join(place, folder), join(place, folder));
  mount("-o", "remount,ro,bind", join(place, folder));
  const child = build();
  const code = await ended(child);
  unmount(join(place, folder));
  const {faults} = await whatIsLeft({study, out: "site"});
  tell("read-only", {folder, code, faults, said: lastLine(child.said)});
}

async function changedMeanwhile(): Promise<void> {
  const child = build();
  const end = ended(child);
  let times = 0;
  for (let going = true; going; times += 1) {
    await turn(10 + times);
    going = (await Promise.race([end.then(() => "ended"), wait(40)])) !== "ended";
  }
  const {faults} = await whatIsLeft({study, out: "site"});
  tell("changed while it is read", {times, code: await end, faults, said: lastLine(child.said)});
}

const lastLine = (said: readonly string[]): string =>
  said
    .join("")
    .trim()
    .split("\n")
    .findLast((line) => !line.startsWith("left out")) ?? "";

function mount(...args: string[]): void {
  const {status, stderr} = spawnSync("mount", args, {encoding: "utf8"});
  if (status !== 0) throw new Error(stderr);
}
const unmount = (folder: string): void => void spawnSync("umount", [folder]);

await killed(kills);
for (const several of [2, 5]) await together(several);
await changedMeanwhile();
for (const megabytes of [0, 1, 2, 4, 8, 16, 32, 64, 96]) if (await full(megabytes)) break;
for (const folder of [study, ".longview", ""]) await readOnly(folder);
const code = await ended(build());
tell("and then", {code, ...(await whatIsLeft({study, out: "site"}))});
process.chdir("/");
unmount(place);
await rm(place, {recursive: true, force: true});
