import {spawn} from "node:child_process";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {watch} from "chokidar";
import {readStudy} from "../study/readStudy.js";
import {defaultStudy} from "./runBuild.js";
import {framework, frameworkEnvironment} from "./runFramework.js";

/**
 * `dev`: Framework's preview of the stage, staged again in a process of its own whenever data, SQL, code or pages change.
 * A change that breaks something is told, and the last good stage stays.
 */
export async function runDev(args: readonly string[]): Promise<number> {
  const {values} = parseArgs({
    args: [...args],
    options: {study: {type: "string", default: defaultStudy}, port: {type: "string", default: "3000"}}
  });
  const {name} = await readStudy(values.study);
  const stage = join(".longview/stage", name);
  if ((await restage(values.study)) !== 0) return 1;
  const preview = spawn(process.execPath, [framework, "preview", "--no-open", "--port", values.port], {
    env: frameworkEnvironment(stage),
    stdio: "inherit"
  });
  let pending: NodeJS.Timeout | undefined;
  const watcher = watch([values.study, "src", "loaders"], {ignoreInitial: true}).on("all", () => {
    clearTimeout(pending);
    pending = setTimeout(() => void restage(values.study), 200);
  });
  return new Promise((done) => {
    preview.on("close", (code) => void watcher.close().then(() => done(code ?? 0)));
  });
}

function restage(study: string): Promise<number> {
  const module = new URL("./restage.ts", import.meta.url).pathname;
  return new Promise((done) => {
    const child = spawn(process.execPath, ["--import", "tsx", module, study], {stdio: "inherit"});
    child.on("close", (code) => done(code ?? 1));
  });
}
