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
  const stage = join(".longview/stage", name, "dev");
  if ((await restage(values.study, stage)) !== 0) return 1;
  const preview = spawn(process.execPath, [framework, "preview", "--no-open", "--port", values.port], {
    env: {...frameworkEnvironment(stage), LONGVIEW_PREVIEW: "1"},
    stdio: "inherit"
  });
  const stageAgain = oneAtATime(() => restage(values.study, stage));
  const watcher = watch([values.study, "src", "loaders"], {ignoreInitial: true}).on("all", stageAgain);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => preview.kill(signal));
  return new Promise((done) => {
    preview.on("close", (code) => void watcher.close().then(() => done(code ?? 0)));
  });
}

/** Runs a task a moment after the last call, once at a time, and once more where calls came while it ran. */
function oneAtATime(task: () => Promise<unknown>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const start = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    await task();
    running = false;
    if (again) {
      again = false;
      call();
    }
  };
  const call = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void start(), 200);
  };
  return call;
}

function restage(study: string, stage: string): Promise<number> {
  const module = new URL("./restage.ts", import.meta.url).pathname;
  return new Promise((done) => {
    const child = spawn(process.execPath, ["--import", "tsx", module, study, stage], {stdio: "inherit"});
    child.on("close", (code) => done(code ?? 1));
  });
}
