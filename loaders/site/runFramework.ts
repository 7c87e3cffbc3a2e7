import {spawn} from "node:child_process";
import {relative} from "node:path";
import {fileURLToPath} from "node:url";

/** Where the site's configuration is: Framework runs there, wherever it was asked. */
export const repository = fileURLToPath(new URL("../../", import.meta.url));

/** Framework's command line, in the package that the lockfile names. */
export const framework = fileURLToPath(
  new URL("../../node_modules/@observablehq/framework/dist/bin/observable.js", import.meta.url)
);

/** Runs a part of our own code, named in its first argument, in a process of its own. */
export const partRunner = fileURLToPath(new URL("../../bin/part.js", import.meta.url));

/** The environment in which Framework runs on a stage: no telemetry, no network. */
export function frameworkEnvironment(stage: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LONGVIEW_STAGE: relative(repository, stage),
    OBSERVABLE_TELEMETRY_DISABLE: "1",
    CI: "1"
  };
}

/**
 * Runs Framework on a stage.
 *
 * @throws {Error} with the end of its log, if it fails
 */
export async function runFramework(stage: string, args: readonly string[]): Promise<void> {
  const log: string[] = [];
  const child = spawn(process.execPath, [framework, ...args], {
    cwd: repository,
    env: frameworkEnvironment(stage),
    stdio: ["ignore", "pipe", "pipe"]
  });
  child.stdout.on("data", (chunk: Buffer) => log.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => log.push(chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`Framework failed:\n${log.join("").split("\n").slice(-12).join("\n")}`);
}
