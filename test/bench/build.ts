/**
 * The default study's site, built in a fresh clone: the first time, again, after a changed figure of a raw file, and after a
 * changed page; and the preview of `dev`: to its first page, and until each of the two changes is seen.
 */
import {spawn} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {loadavg} from "node:os";
import {join} from "node:path";
import {InvalidArgumentError} from "commander";
import {inFreshClone, type Watched, watched} from "./freshClone.js";
import {keepRows} from "./keepRows.js";

const words = `# Building and previewing

The default study in a fresh clone, processor time and time, greatest memory of one process and of all at once. Written by
\`npm run bench -- --case build --record\` and \`--case dev --record\`.`;
const head = ["what", "goal, s", "s of processor", "s", "MB of one process", "MB of all", "load", "on"];

const accounts = "data/fujitsu-ssl/finance/segment-accounts.csv";
const page = "src/methods.md";
/** operating profit of one department in one year */
const figure = /^(2010年3月期,D01,.*,)"15,396"/m;

function edit(file: string, before: RegExp | string, after: string): void {
  const text = readFileSync(file, "utf8");
  const edited = text.replace(before, after);
  if (edited === text) throw new Error(`${file}: nothing to change; mend the bench`);
  writeFileSync(file, edited);
}

/** @throws {InvalidArgumentError} if anything follows */
function refuse(further: readonly string[]): void {
  if (further.length > 0) throw new InvalidArgumentError(`nothing follows it; there is ${further.join(" ")}`);
}

export async function build(further: readonly string[], {record}: {readonly record: boolean}): Promise<void> {
  refuse(further);
  await inFreshClone(async (folder) => {
    const built = async (what: string, goal: number): Promise<void> =>
      keep(record, what, goal, await watched(folder, [process.execPath, "bin/longview.js", "build"]));
    await built("first build, the code's compiling with it", 10);
    await built("unchanged", 1);
    edit(join(folder, accounts), figure, '$1"15,496"');
    await built("a changed figure of a raw file", 10);
    edit(join(folder, page), "\n## ", "\nA sentence more.\n\n## ");
    await built("a changed page", 10);
  });
}

export async function dev(further: readonly string[], {record}: {readonly record: boolean}): Promise<void> {
  refuse(further);
  await inFreshClone(async (folder) => {
    const port = await freePort();
    const start = performance.now();
    const preview = spawn(process.execPath, ["bin/longview.js", "dev", "--port", String(port)], {
      cwd: folder,
      stdio: "ignore"
    });
    try {
      const seen = async (what: string, goal: number, address: string, sign: RegExp, began: number): Promise<void> => {
        await untilSeen(`http://127.0.0.1:${port}/${address}`, sign);
        keep(record, what, goal, {ms: performance.now() - began, cpu_ms: NaN, mb: NaN, together_mb: NaN});
      };
      await seen("dev: to the first page", 10, "", /<h1/, start);
      const edited = performance.now();
      edit(join(folder, page), "\n## ", "\nA sentence more.\n\n## ");
      await seen("dev: a changed page", 1, "methods", /A sentence more/, edited);
      const before = await versionOf(`http://127.0.0.1:${port}/data`);
      const changed = performance.now();
      edit(join(folder, accounts), figure, '$1"15,496"');
      await seen(
        "dev: a changed figure of a raw file",
        5,
        "data",
        new RegExp(`data version <code>(?!${before})`),
        changed
      );
    } finally {
      preview.kill("SIGTERM");
    }
  });
}

const versionOf = async (address: string): Promise<string> =>
  /data version <code>(\w+)/.exec(await (await fetch(address)).text())?.[1] ?? "none";

async function untilSeen(address: string, sign: RegExp): Promise<void> {
  const patience = performance.now() + 600_000;
  while (performance.now() < patience) {
    const text = await fetch(address).then(
      (answer) => answer.text(),
      () => ""
    );
    if (sign.test(text)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${address}: ${String(sign)} is not there after ten minutes`);
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done, failed) =>
    server.once("error", failed).listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    })
  );
}

function keep(record: boolean, what: string, goal: number, {ms, cpu_ms, mb, together_mb}: Watched): void {
  const shown = (value: number, digits: number): string => (Number.isNaN(value) ? "" : value.toFixed(digits));
  const row = [
    what,
    String(goal),
    shown(cpu_ms / 1000, 2),
    shown(ms / 1000, 2),
    shown(mb, 0),
    shown(together_mb, 0),
    loadavg()[0]!.toFixed(1),
    new Date().toISOString().slice(0, 10)
  ];
  console.log(row.join(" | "));
  if (record) keepRows("building", words, head, [row]);
}
