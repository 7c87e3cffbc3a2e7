import {execFileSync, spawn} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";

/** What the repository has at its last commit, in a folder of its own that is removed afterwards. */
export async function inFreshClone(work: (folder: string) => Promise<void>): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), "longview-bench-"));
  const folder = join(place, "longview");
  try {
    execFileSync("git", ["clone", "--quiet", "--shared", ".", folder]);
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    await work(folder);
  } finally {
    rmSync(place, {recursive: true});
  }
}

export interface Watched {
  readonly ms: number;
  /** of the processor, by the command and all that it starts */
  readonly cpu_ms: number;
  /** the most memory of one process, and of all at once; looked at ten times a second */
  readonly mb: number;
  readonly together_mb: number;
}

/** @throws {Error} with what the command said, where it fails */
export async function watched(folder: string, command: readonly string[]): Promise<Watched> {
  const start = performance.now();
  const timed = ["-c", 'TIMEFORMAT="%U %S"; time "$@"', "bash", ...command];
  const child = spawn("bash", timed, {cwd: folder, stdio: ["ignore", "ignore", "pipe"]});
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  let [mb, together] = [0, 0];
  const looking = setInterval(() => {
    const sizes = memoryBelow(child.pid ?? -1);
    mb = Math.max(mb, ...sizes);
    together = Math.max(
      together,
      sizes.reduce((sum, size) => sum + size, 0)
    );
  }, 100);
  const code = await new Promise((done) => child.on("close", done));
  clearInterval(looking);
  if (code !== 0) throw new Error(said);
  const [user = 0, system = 0] = said.trim().split("\n").at(-1)!.split(" ").map(Number);
  return {ms: performance.now() - start, cpu_ms: 1000 * (user + system), mb, together_mb: together};
}

/** Of every process below one, its memory in MB. */
function memoryBelow(root: number): number[] {
  const parents = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((one) => /^\d+$/.test(one))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, "utf8");
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      sizes.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // it has ended meanwhile
    }
  }
  const isBelow = (id: number): boolean => {
    for (let up = parents.get(id); up; up = parents.get(up)) if (up === root) return true;
    return false;
  };
  return [...sizes].flatMap(([id, size]) => (isBelow(id) ? [size] : []));
}
