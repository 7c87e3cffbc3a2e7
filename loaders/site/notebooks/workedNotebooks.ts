import {notebooks as words} from "../../../src/words/en/site.js";
import {spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {readFile, readdir} from "node:fs/promises";
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
import {escapeHtml} from "./escapeHtml.js";
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
  const files = new Map<string, string>();
  for (const folder of [worked, join(release.study.folder, "notebooks")]) {
    for (const name of (await readdir(folder).catch(() => [])).filter((one) => one.endsWith(".html")).toSorted())
      files.set(name.replace(/\.html$/, ""), await readFile(join(folder, name), "utf8"));
  }
  const needed = [...files].filter(([, file]) => has(release, file));
  const answers = await answersOf(release, Object.fromEntries(needed));
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
    pages.push(pageOf(slug, answer));
    for (const [i, cell] of answer.cells.entries())
      if (cell.mode !== "md") marks[`notebook.${slug}.${i}`] = {html: shownBy(cell)};
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

async function answersOf(release: StudyRelease, notebooks: Readonly<Record<string, string>>): Promise<Answers> {
  if (Object.keys(notebooks).length === 0) return {};
  const asked = `{"published":${printTables(release)},"notebooks":${JSON.stringify(notebooks)}}`;
  const name = createHash("sha256")
    .update(await notebookCode())
    .update(asked)
    .digest("hex")
    .slice(0, 16);
  const place = await privateFolder(join(shelf, release.study.name));
  const kept = join(place, `${name}.json`);
  const before = await readFile(kept, "utf8").catch(() => null);
  if (before !== null) return JSON.parse(before) as Answers;
  const text = await run(asked);
  await writeWhole(kept, text, {mode: 0o600});
  await forgetOldest(place, {most});
  return JSON.parse(text) as Answers;
}

/** milliseconds; a machine that does much else takes minutes for what takes seconds */
const longestRun = 600_000;

function run(asked: string): Promise<string> {
  const child = spawn(process.execPath, [partRunner, "runNotebooks"], {
    stdio: ["pipe", "pipe", "pipe"],
    timeout: longestRun
  });
  const [out, problems]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => problems.push(chunk));
  child.stdin.end(asked);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const said = Buffer.concat(problems).toString().slice(-800);
      const why = signal === null ? said : `they were stopped after ${longestRun / 1000} s. ${said}`;
      if (code === 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`notebooks did not run: ${why}`));
    });
  });
}

function pageOf(slug: string, {title, cells}: RunNotebook): Page {
  const file = `notebooks/${slug}.md`;
  const body = cells.map(({mode, output}, i) => (mode === "md" ? output : `@{notebook.${slug}.${i}}`));
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
