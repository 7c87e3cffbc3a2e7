/**
 * Run by hand: `npx tsx test/attack/breakBuild.ts [KILLS]`, as root: it mounts a small disk of its own.
 * Builds a small study of persons over and over, each time from other accounts, and breaks it: killed at random moments,
 * several at once, a full disk, a folder that can only be read, a file that changes while it is read. Each time it is asked
 * what is left: nothing lost, nothing mixed, no row of a person beside what only its owner can read.
 * Results: test/output/broken-builds.md.
 */
import {rm, statfs, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {describeKills} from "./broken/describeKills.js";
import {killBuilds} from "./broken/killBuilds.js";
import {build, enterPlace, lastLine, leavePlace, mount, study, turn, unmount} from "./broken/smallPlace.js";
import {whatIsLeft} from "./broken/whatIsLeft.js";

const results = fileURLToPath(new URL("../output/broken-builds.md", import.meta.url));
const asked = Number(process.argv[2] ?? 100);
const place = await enterPlace();
const lines: string[] = [
  "| broken by | builds that ended well | what must never be | left, for the next to clear | said |"
];
lines.push("| --- | --- | --- | --- | --- |");

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** A row of the table: what was done, and what is left. */
async function tell(what: string, ended: string, said = ""): Promise<void> {
  const {faults, drafts, shown} = await whatIsLeft();
  say({what, ended, faults, drafts, shown, said});
  const words = said.replaceAll(place, "").replaceAll("|", "\\|");
  lines.push(`| ${what} | ${ended} | ${faults.join("; ") || "none"} | ${drafts.length} files | ${words} |`);
  await keep();
}

/** After each row: what was seen is kept whatever comes after. */
const keep = (): Promise<void> => writeFile(results, [...describeKills(kills), "", ...lines, ""].join("\n"));

async function together(several: number): Promise<void> {
  await turn(2000 + several);
  const all = Array.from({length: several}, build);
  const codes = await Promise.all(all.map(({end}) => end));
  await tell(`${several} builds at once`, `${codes.filter((code) => code === 0).length} of ${several}`);
}

/** So many megabytes are free for all that a build writes; whether it then ended well. */
async function full(megabytes: number): Promise<boolean> {
  await turn(3000 + megabytes);
  for (const cache of ["warehouse", "published", "built", "stage"])
    await rm(join(".longview", cache), {recursive: true, force: true});
  const {blocks, bfree, bsize} = await statfs(place);
  mount("-o", `remount,size=${Math.ceil(((blocks - bfree) * bsize) / 2 ** 20) + megabytes}m`, place);
  const child = build();
  const code = await child.end;
  const room = `a disk with ${megabytes} MB left`;
  await tell(room, code === 0 ? "1 of 1" : "0 of 1", code === 0 ? "" : lastLine(child));
  mount("-o", "remount,size=4g", place);
  return code === 0;
}

async function readOnly(folder: string): Promise<void> {
  await turn(4000 + folder.length);
  mount("--bind", join(place, folder), join(place, folder));
  mount("-o", "remount,ro,bind", join(place, folder));
  const child = build();
  const code = await child.end;
  unmount(join(place, folder));
  await tell(`${folder || "everything"} can only be read`, code === 0 ? "1 of 1" : "0 of 1", lastLine(child));
}

async function changedMeanwhile(): Promise<void> {
  const child = build();
  let times = 0;
  for (let going = true; going; times += 1) {
    await turn(5000 + times);
    going = (await Promise.race([child.end.then(() => "ended"), wait(40)])) !== "ended";
  }
  await tell(
    `accounts changed ${times} times meanwhile`,
    (await child.end) === 0 ? "1 of 1" : "0 of 1",
    lastLine(child)
  );
}

const kills = await killBuilds(asked, say);
for (const several of [2, 5]) await together(several);
await changedMeanwhile();
for (const megabytes of [0, 1, 2, 4, 8, 16, 32, 64, 96]) if (await full(megabytes)) break;
for (const folder of [study, ".longview", ""]) await readOnly(folder);
await turn(6000);
await tell("nothing", (await build().end) === 0 ? "1 of 1" : "0 of 1");
await leavePlace(place);
