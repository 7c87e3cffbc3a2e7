import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {mkdtemp, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {findBrowser} from "./findBrowser.js";
import {oneFile, reportPages} from "./oneFile.js";

export interface PdfOptions {
  readonly out: string;
  readonly to: string;
  readonly findings: boolean;
}

/** `pdf`: the report as a tagged PDF with an outline, printed by the Chromium at hand; with its findings if asked for. */
export async function runPdf(values: PdfOptions): Promise<number> {
  const pages = values.findings ? await reportPages(values.out) : ["index.html"];
  const folder = await mkdtemp(join(tmpdir(), "longview-pdf-"));
  try {
    const page = join(folder, "report.html");
    await writeFile(page, await oneFile(values.out, pages));
    await print(page, resolve(values.to), folder);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
  process.stdout.write(`${values.to}: ${Math.round((await stat(values.to)).size / 1024)} kB\n`);
  return 0;
}

/** Chromium prints tags by default and, asked, an outline of the headings. */
async function print(page: string, to: string, folder: string): Promise<void> {
  const options = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    `--user-data-dir=${folder}/profile`
  ];
  const printing = ["--no-pdf-header-footer", "--generate-pdf-document-outline", `--print-to-pdf=${to}`];
  const child = spawn(await findBrowser(), [...options, ...printing, pathToFileURL(page).href], {stdio: "ignore"});
  const code = await new Promise<number | null>((done, failed) => {
    child.on("error", failed);
    child.on("close", done);
  });
  if (code !== 0 || !existsSync(to)) throw new Error(`the browser printed nothing to ${to}; is the folder there?`);
}
