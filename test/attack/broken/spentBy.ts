import {readdir, readFile} from "node:fs/promises";

/** clock ticks in a second, on every Linux that Node runs on */
const ticks = 100;

/** Seconds of processor time that a process and all that it started have used: they do not depend on what else runs. */
export async function spentBy(leader: number): Promise<number> {
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const times = await Promise.all(processes.map((id) => ticksOf(id, leader)));
  return times.reduce((sum, one) => sum + one, 0) / ticks;
}

/** Of a process of the leader's group and of its children that have ended; 0 of any other. */
async function ticksOf(id: string, leader: number): Promise<number> {
  const stat = await readFile(`/proc/${id}/stat`, "latin1").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (Number(fields[2]) !== leader) return 0;
  return fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0);
}
