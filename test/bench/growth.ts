/**
 * How time and memory of a study's phases grow with it, at 1, 4 and 16 times the committed study's size, each phase in a
 * process of its own; the exponents are least squares of logarithms. A phase takes what those before it made: simulate,
 * warehouse, release.
 */
import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {loadavg, tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {InvalidArgumentError} from "commander";
import {wholeNumber} from "../../loaders/cli/wholeNumber.js";
import {keepRows} from "./keepRows.js";
import type {Run} from "./runOurs.js";

type Used = Omit<Run, "answer">;

const known = ["simulate", "warehouse", "release"];
const script = resolve("test/bench/growOnce.ts");

const words = `# Growth of a study's phases

Processor time and greatest memory at 1, 4 and 16 times the committed study's size, each phase in a process of its own; the
exponents are least squares of logarithms, 1 is in proportion. Written by \`npm run bench -- --case growth --record\`.`;
const head = ["phase", "sizes", "s of processor", "exponent", "MB", "exponent", "load", "on"];

/** Tells of each phase at each size as it ends, and then of its exponents. */
export async function growth(
  [most = "16", ...asked]: readonly string[],
  {record}: {readonly record: boolean}
): Promise<void> {
  const greatest = wholeNumber(1)(most);
  const sizes = [1, 4, 16].filter((times) => times <= greatest);
  const unknown = asked.find((phase) => !known.includes(phase));
  if (unknown !== undefined) throw new InvalidArgumentError(`unknown phase ${unknown}; there are ${known.join(", ")}`);
  const phases = asked.length > 0 ? asked : known;
  const grown = new Map(phases.map((phase) => [phase, [] as Used[]]));
  for (const times of sizes)
    for (const [phase, used] of phasesAt(times, phases)) {
      grown.get(phase)!.push(used);
      console.log(JSON.stringify({phase, times, ...used, load: loadavg()[0]!}));
    }
  const rows = Array.from(grown, ([phase, runs]) => rowOf(phase, sizes, runs));
  for (const [phase, , , time, , memory] of rows) console.log(JSON.stringify({phase, time, memory}));
  if (record) keepRows("growth", words, head, rows);
}

function* phasesAt(times: number, phases: readonly string[]): Generator<readonly [string, Used]> {
  // what a study leaves beside the code is left here
  const cwd = mkdtempSync(join(tmpdir(), "longview-growth-"));
  try {
    for (const phase of phases) {
      const again = [...process.execArgv, script, phase, join(cwd, `grown-${times}`), String(times)];
      yield [phase, JSON.parse(execFileSync(process.execPath, again, {cwd}).toString()) as Used];
    }
  } finally {
    rmSync(cwd, {recursive: true});
  }
}

function rowOf(phase: string, sizes: readonly number[], runs: readonly Used[]): string[] {
  const [time, memory] = [runs.map(({cpu_ms}) => cpu_ms), runs.map(({mb}) => mb)];
  return [
    phase,
    sizes.join(" / "),
    listed(time, 1000),
    exponent(sizes, time).toFixed(2),
    listed(memory, 1),
    exponent(sizes, memory).toFixed(2),
    loadavg()[0]!.toFixed(1),
    new Date().toISOString().slice(0, 10)
  ];
}

function listed(values: readonly number[], unit: number): string {
  return values.map((value) => String(Number((value / unit).toPrecision(3)))).join(" / ");
}

/** The slope of the logarithms of values on those of the sizes. */
function exponent(sizes: readonly number[], observed: readonly number[]): number {
  const [x, y] = [sizes.map(Math.log), observed.map(Math.log)];
  const [mx, my] = [x, y].map((list) => list.reduce((sum, value) => sum + value, 0) / list.length) as [number, number];
  const across = x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  return across / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}
