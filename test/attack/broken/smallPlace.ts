/** A small disk of its own with a small study of persons, to build from other accounts each time and to break. */
import {type ChildProcess, spawn, spawnSync} from "node:child_process";
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {crewFiles, crewStudy} from "../../warehouse/crewStudy.js";

const longview = fileURLToPath(new URL("../../../bin/longview.js", import.meta.url));
const accounts = "department_years.csv";
const total = "organisation_years.csv";
/** small enough for every state of the accounts to be a likely one beside the last */
const step = 0.001;

export const study = "crew";
export const out = "site";

/** Without revenue there is no margin, and none of the worked notebooks runs. */
const withoutRevenue = (text: string): string => text.replaceAll(/,[^,\n]*(?=,[^,\n]*$)/gm, "");

const files = Object.fromEntries(
  Object.entries(crewFiles).map(([file, text]) => [
    file,
    [accounts, total].includes(file) ? withoutRevenue(text) : text
  ])
);

/** Mounts it and goes there; keys of persons look like nothing else. */
export async function enterPlace(): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), "longview-broken-"));
  mount("-t", "tmpfs", "-o", "size=4g", "none", place);
  process.chdir(place);
  await mkdir("tmp");
  const named = Object.entries(files).map(([file, text]) => [file, text.replaceAll(/\bM(\d\d)\b/g, "person-$1")]);
  await cp((await crewStudy(Object.fromEntries(named))).folder, study, {recursive: true});
  return place;
}

export async function leavePlace(place: string): Promise<void> {
  for (const leader of leaders) endGroup(leader);
  process.chdir("/");
  unmount(place);
  await rm(place, {recursive: true, force: true});
}

/** Accounts in which every department's profit is greater by so many steps than in the study that all began with. */
export async function turn(by: number): Promise<void> {
  for (const [file, departments] of [
    [accounts, 1],
    [total, 4]
  ] as const) {
    const more = (profit: string): string => (Number(profit) + departments * by * step).toFixed(3);
    const turned = (files[file] ?? "").replaceAll(/,(\d+)$/gm, (_, profit: string) => `,${more(profit)}`);
    await writeFile(join(study, file), turned);
  }
}

const leaders: number[] = [];

/** What a killed build had started may outlive it. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // ended by itself
  }
}

export interface RunningBuild extends ChildProcess {
  readonly said: string[];
  readonly end: Promise<number | null>;
}

export function build(): RunningBuild {
  const child = spawn(process.execPath, [longview, "build", "--study", study, "--out", out], {
    detached: true,
    env: {...process.env, TMPDIR: join(process.cwd(), "tmp")},
    stdio: ["ignore", "pipe", "pipe"]
  });
  if (child.pid) leaders.push(child.pid);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text: Buffer) => said.push(String(text)));
  const end = new Promise<number | null>((resolve) => void child.on("exit", resolve));
  return Object.assign(child, {said, end});
}

export const lastLine = ({said}: RunningBuild): string =>
  said
    .join("")
    .trim()
    .split("\n")
    .findLast((line) => !line.startsWith("left out")) ?? "";

/** The state of the accounts in rows of departments as they were published; null where they are not of one. */
export function turnOf(rows: readonly Readonly<Record<string, unknown>>[]): number | null {
  const lines = (files[accounts] ?? "").trim().split("\n").slice(1);
  const began = new Map(lines.map((line) => line.split(",")).map((one) => [`${one[0]} ${one[1]}`, Number(one[4])]));
  const turns = rows.map(({department_id: id, fiscal_year: year, profit}) => {
    const parts = String(id).split("+");
    const then = parts.reduce((sum, part) => sum + (began.get(`${part} ${String(year)}`) ?? NaN), 0);
    return Math.round((Number(profit) - then) / parts.length / step);
  });
  const [first = null] = turns;
  return turns.every((one) => one === first) ? first : null;
}

export function mount(...args: string[]): void {
  const {status, stderr} = spawnSync("mount", args, {encoding: "utf8"});
  if (status !== 0) throw new Error(stderr);
}

export const unmount = (folder: string): void => void spawnSync("umount", [folder]);

export const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, "utf8"));
