import {notebooks as words} from "../../../src/words/en/site.js";
import {spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {open, readFile, readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {StudyRelease} from "../../release/releaseStudy.js";
import type {Mark} from "../../../src/components/parts/mark.js";
import type {Page} from "../pages.js";
import {forgetOldest} from "../../study/forgetOldest.js";
import {privateFolder} from "../../study/privateFolder.js";
import {writeWhole} from "../../study/writeWhole.js";
import {partRunner} from "../runFramework.js";
import {notebookCode, printTables} from "../stageNotebooks.js";
import {codeHash} from "../keptBundle.js";
import {escapeHtml} from "../furniture/escapeHtml.js";
import {markValues} from "./markValues.js";
import type {RunCell, RunNotebook} from "./runCells.js";

/** a folder for each study, which `purge` clears */
const shelf = ".longview/notebook-outputs";
/** of one study, so many outcomes */
const most = 4;
const worked = fileURLToPath(new URL("../../../src/notebooks/", import.meta.url));

export interface WorkedNotebooks {
  readonly pages: readonly Page[];
  readonly marks: Readonly<Record<string, Mark>>;
  /** by name, as files that a copy can be edited of */
  readonly shipped: Readonly<Record<string, string>>;
  readonly left: readonly string[];
}

/**
 * The notebooks that ship as files of Notebook Kit, Longview's own and the study's, as pages: prose, what each cell shows,
 * its code a click away. They run when they, the code or what was published change, and at no other time.
 */
export async function workedNotebooks(release: StudyRelease): Promise<WorkedNotebooks> {
  return (await startNotebooks(release)).finished;
}

/** The same, in the promise that it gives, while whoever asks does something else: once they run, they need nothing of it. */
export async function startNotebooks(release: StudyRelease): Promise<{readonly finished: Promise<WorkedNotebooks>}> {
  const files = new Map<string, string>();
  for (const folder of [worked, join(release.study.folder, "notebooks")]) {
    for (const name of (await readdir(folder).catch(() => [])).filter((one) => one.endsWith(".html")).toSorted())
      files.set(name.replace(/\.html$/, ""), await readFile(join(folder, name), "utf8"));
  }
  const needed = [...files].filter(([, file]) => has(release, file));
  const {answered} = await startAnswers(release, Object.fromEntries(needed));
  const finished = answered.then((answers) => shownIn(answers, needed));
  // that it failed is told to whoever waits for it, however late
  finished.catch(() => undefined);
  return {finished};
}

function shownIn(answers: Answers, needed: readonly (readonly [string, string])[]): WorkedNotebooks {
  const pages: Page[] = [];
  const marks: Record<string, Mark> = {};
  const shipped: Record<string, string> = {};
  const left: string[] = [];
  for (const [slug, file] of needed) {
    const answer = answers[slug];
    if (!answer || "error" in answer) {
      left.push(`notebooks/${slug}.html: ${answer?.error ?? "it did not run"}`);
      continue;
    }
    shipped[slug] = file;
    const body: string[] = [];
    for (const [i, cell] of answer.cells.entries()) {
      const name = `notebook.${slug}.${i}`;
      const part =
        cell.mode === "md" ? markValues(cell, name) : {markdown: `@{${name}}`, marks: {[name]: {html: shownBy(cell)}}};
      body.push(part.markdown);
      Object.assign(marks, part.marks);
    }
    pages.push(pageOf(slug, answer.title, body));
  }
  return {pages, marks, shipped, left};
}

/** Whether a study has the columns that a notebook needs, as its first element names them. */
function has({tables}: StudyRelease, file: string): boolean {
  const needs = /<notebook[^>]*\bneeds="([^"]*)"/.exec(file)?.[1] ?? "";
  return needs
    .split(/\s+/)
    .filter(Boolean)
    .every((need) => {
      const [table = "", column = ""] = need.split(".");
      const row = tables.get(table)?.value.rows[0];
      return row !== undefined && (column === "" || Object.hasOwn(row, column));
    });
}

type Answers = Readonly<Record<string, RunNotebook | {error: string}>>;

async function startAnswers(
  release: StudyRelease,
  notebooks: Readonly<Record<string, string>>
): Promise<{readonly answered: Promise<Answers>}> {
  const known = (answers: Answers): {answered: Promise<Answers>} => ({answered: Promise.resolve(answers)});
  if (Object.keys(notebooks).length === 0) return known({});
  const asked = `{"published":${printTables(release)},"notebooks":${JSON.stringify(notebooks)}}`;
  const name = createHash("sha256")
    .update(await notebookCode())
    .update(await codeHash(["loaders/site/notebooks"]))
    .update(asked)
    .digest("hex")
    .slice(0, 16);
  const place = await privateFolder(join(shelf, release.study.name));
  const kept = join(place, `${name}.json`);
  const before = await readFile(kept, "utf8").catch(() => null);
  if (before !== null) return known(JSON.parse(before) as Answers);
  const {printed} = await start(asked, `${kept}.${process.pid}.asked`);
  const keep = async (text: string): Promise<Answers> => {
    await writeWhole(kept, text, {mode: 0o600});
    await forgetOldest(place, {most});
    return JSON.parse(text) as Answers;
  };
  return {answered: printed.then(keep)};
}

/** milliseconds; a machine that does much else takes minutes for what takes seconds */
const longestRun = 600_000;

/** @param file  takes what is asked meanwhile: a pipe would have to be fed */
async function start(asked: string, file: string): Promise<{readonly printed: Promise<string>}> {
  await writeWhole(file, asked, {mode: 0o600});
  const questions = await open(file);
  const child = spawn(process.execPath, [partRunner, "runNotebooks"], {
    stdio: [questions.fd, "pipe", "pipe"],
    timeout: longestRun
  });
  const [out, problems]: [Buffer[], Buffer[]] = [[], []];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => problems.push(chunk));
  const printed = new Promise<string>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const said = Buffer.concat(problems).toString().slice(-800);
      const why = signal === null ? said : `they were stopped after ${longestRun / 1000} s. ${said}`;
      if (code === 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`notebooks did not run: ${why}`));
    });
  });
  await questions.close();
  return {printed: printed.finally(() => rm(file, {force: true}))};
}

function pageOf(slug: string, title: string, body: readonly string[]): Page {
  const file = `notebooks/${slug}.md`;
  const copy = `<p class="notebook-copy"><a class="button" href="./live.html#open=${slug}">${words.copy}</a></p>`;
  const markdown = [
    `---\ntitle: ${JSON.stringify(title)}\n---`,
    `# ${title}`,
    words.worked,
    ...body.map((text) => text.replaceAll("$", "&#36;")),
    copy
  ].join("\n\n");
  return {file, address: file.replace(/\.md$/, ".html"), markdown, order: 99, needs: []};
}

function shownBy({value, output, shown}: RunCell): string {
  const code = `<details class="cell-shown"><summary>Code</summary><pre tabindex="0"><code>${escapeHtml(value).replaceAll("\n", "&#10;")}</code></pre></details>`;
  return `<div class="cell" data-status="done">${shown ? `<div class="cell-output">${output}</div>` : ""}${code}</div>`;
}
