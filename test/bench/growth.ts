/**
 * How time and memory of a study's phases grow with it: `npm run bench -- --case growth [greatest size
 * [phase...]] [--record]`, at 1, 4 and 16 times the committed study's size, each phase in a process of its own; the exponents
 * are least squares of logarithms. A phase takes what those before it made: simulate, warehouse, release.
 */
import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {loadavg, tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {keepRows} from "./keepRows.js";
import type {Run} from "./runOurs.js";

const {values, positionals} = parseArgs({
  options: {case: {type: "string"}, record: {type: "boolean", default: false}},
  allowPositionals: true
});
const [most = "16", ...asked] = positionals;
const sizes = [1, 4, 16].filter((times) => times <= Number(most));
const phases = asked.length > 0 ? asked : ["simulate", "warehouse", "release"];
const script = resolve("test/bench/growOnce.ts");

const words = `# Growth of a study's phases

Processor time and greatest memory at 1, 4 and 16 times the committed study's size, each phase in a process of its own; the
exponents are least squares of logarithms, 1 is in proportion. Written by \`npm run bench -- --case growth --record\`.`;

const grown = new Map(phases.map((phase) => [phase, [] as Omit<Run, "answer">[]]));
for (const times of sizes) {
  // what a study leaves beside the code is left here
  const cwd = mkdtempSync(join(tmpdir(), "longview-growth-"));
  for (const phase of phases) {
    const again = [...process.execArgv, script, phase, join(cwd, `grown-${times}`), String(times)];
    grown.get(phase)!.push(JSON.parse(execFileSync(process.execPath, again, {cwd}).toString()));
  }
  rmSync(cwd, {recursive: true});
}
const found = Array.from(grown, ([phase, runs]) => ({
  phase,
  runs,
  time: exponent(runs.map(({cpu_ms}) => cpu_ms)),
  memory: exponent(runs.map(({mb}) => mb)),
  load: loadavg()[0]!
}));
console.log(JSON.stringify(found, null, 2));
if (values.record) {
  const listed = (list: readonly number[], unit: number): string =>
    list.map((value) => String(Number((value / unit).toPrecision(3)))).join(" / ");
  const rows = found.map(({phase, runs, time, memory, load}) => [
    phase,
    sizes.join(" / "),
    listed(
      runs.map(({cpu_ms}) => cpu_ms),
      1000
    ),
    time.toFixed(2),
    listed(
      runs.map(({mb}) => mb),
      1
    ),
    memory.toFixed(2),
    load.toFixed(1),
    new Date().toISOString().slice(0, 10)
  ]);
  keepRows("growth", words, ["phase", "sizes", "s of processor", "exponent", "MB", "exponent", "load", "on"], rows);
}

/** The slope of the logarithms of values on those of the sizes. */
function exponent(observed: readonly number[]): number {
  const [x, y] = [sizes.map(Math.log), observed.map(Math.log)];
  const [mx, my] = [x, y].map((list) => list.reduce((sum, value) => sum + value, 0) / list.length) as [number, number];
  const across = x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  return across / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}
