/** One process at a time: a file that names its owner, left behind by a process that is gone being nobody's. */
import {readFile, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {isRunning} from "./isRunning.js";
import {privateFolder} from "./privateFolder.js";

export interface LockOptions {
  /** how long to wait for another, in milliseconds */
  readonly patience?: number;
  /** where to say whom one waits for */
  readonly say?: (line: string) => void;
}

/** @throws {Error} naming the process that has it, once patience ends */
export async function withLock<T>(
  file: string,
  task: () => Promise<T>,
  {patience = 600_000, say = () => {}}: LockOptions = {}
): Promise<T> {
  await privateFolder(dirname(file));
  const until = Date.now() + patience;
  for (let told = false; ; await wait(100)) {
    if (await take(file)) break;
    const owner = await ownerOf(file);
    if (owner === null || !isRunning(owner)) {
      await release(file, owner);
      continue;
    }
    if (Date.now() > until)
      throw new Error(`process ${owner} works on it since more than ${patience / 1000} s; end it or wait: ${file}`);
    if (!told) say(`process ${owner} works on this study; waiting for it`);
    told = true;
  }
  try {
    return await task();
  } finally {
    await rm(file, {force: true});
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), {flag: "wx", mode: 0o600});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Null where it is gone, or has not been named yet. */
async function ownerOf(file: string): Promise<number | null> {
  const text = await readFile(file, "utf8").catch(() => "");
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** Takes away the lock of a process that is gone, unless another has taken it meanwhile. */
async function release(file: string, owner: number | null): Promise<void> {
  await wait(50);
  if ((await ownerOf(file)) !== owner) return;
  const aside = join(dirname(file), `gone-${process.pid}`);
  await rename(file, aside).catch(() => {});
  await rm(aside, {force: true});
}
