import {spawn} from "node:child_process";
import {join, relative} from "node:path";
import {watch} from "chokidar";
import type {Language} from "../../src/words/language.js";
import {readStudy} from "../study/readStudy.js";
import {tellError} from "../study/tellError.js";
import {readPage} from "./pages.js";
import {restagePage} from "./restagePage.js";
import {framework, frameworkEnvironment, partRunner, repository} from "./runFramework.js";
import {forgetState, readStaged, sayBehind, stateOf} from "./staged.js";

export interface DevOptions {
  readonly study: string;
  readonly port: number;
  /** in place of the one that the study declares */
  readonly language?: Language;
}

/**
 * `dev`: Framework's preview of the stage, staged again in a process of its own whenever data, SQL or code change; of a
 * page that changes, the page alone is. A change that breaks something is told, and the last good stage stays. What was
 * staged last is shown at once, and says so on its pages until they are as the study is now.
 */
export async function runDev(values: DevOptions): Promise<number> {
  const {name, language} = await readStudy(values.study, values);
  const stage = join(".longview/stage", name, "dev");
  const staged = await readStaged(stage);
  const shown = staged?.language === language;
  const behind = shown && staged.state !== (await stateOf(values.study, values));
  if (behind) await sayBehind(stage);
  if (!shown && (await restage(values, stage)) !== 0) return 1;
  const preview = spawn(process.execPath, [framework, "preview", "--no-open", "--port", String(values.port)], {
    cwd: repository,
    env: {...frameworkEnvironment(stage), LONGVIEW_PREVIEW: "1"},
    stdio: "inherit"
  });
  const changes = new Set<string>();
  const stageAgain = oneAtATime(async () => {
    const changed = [...changes];
    changes.clear();
    if (await onlyPages(changed, values, stage)) return;
    await sayBehind(stage);
    await restage(values, stage);
  });
  const watcher = watch([values.study, "src", "loaders"], {ignoreInitial: true, ignored: lab}).on(
    "all",
    (event, path) => {
      changes.add(event === "change" ? path : `${path} (${event})`);
      stageAgain();
    }
  );
  if (behind) stageAgain();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => preview.kill(signal));
  return new Promise((done) => {
    preview.on("close", (code) => void watcher.close().then(() => done(code ?? 0)));
  });
}

/** Nothing of a lab is ever staged. */
const lab = /[\\/]lab[\\/]/;

/** Stages anew what changed, if that was the words or the code of pages alone. */
async function onlyPages(changed: readonly string[], {study, language}: DevOptions, stage: string): Promise<boolean> {
  const roots = [
    {root: join(study, "notebooks"), under: "notebooks/"},
    {root: "src", under: ""}
  ];
  try {
    const {language: spoken} = await readStudy(study, {language});
    for (const path of changed) {
      const place = roots.find(({root}) => path.startsWith(`${root}/`));
      if (!place || !path.endsWith(".md")) return false;
      const page = await readPage(place.root, relative(place.root, path).replace(/\.ja(?=\.md$)/, ""), spoken);
      await forgetState(stage);
      if (!(await restagePage({...page, file: place.under + page.file}, stage))) return false;
    }
    return changed.length > 0;
  } catch (error) {
    process.stderr.write(`${tellError(error)}\nThe page stays as it was.\n`);
    return true;
  }
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
    timer = setTimeout(() => void start(), 50);
  };
  return call;
}

function restage({study, language}: DevOptions, stage: string): Promise<number> {
  const asked = [partRunner, "restage", study, stage, ...(language ? [language] : [])];
  const child = spawn(process.execPath, asked, {stdio: "inherit"});
  return new Promise((done) => child.on("close", (code) => done(code ?? 1)));
}
