import {mkdtemp, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import type {PlacedSite} from "./builtRecord.js";
import {launchBrowser} from "./launchBrowser.js";
import {needSite} from "./needSite.js";
import {oneFile, reportPages} from "./oneFile.js";

export type PdfOptions = PlacedSite & {
  readonly to: string;
  readonly findings: boolean;
};

/** `pdf`: the report as a tagged PDF with an outline, printed by the Chromium at hand; with its findings if asked for. */
export async function runPdf(values: PdfOptions): Promise<number> {
  needSite(values);
  const pages = values.findings ? await reportPages(values.out) : ["index.html"];
  const folder = await mkdtemp(join(tmpdir(), "longview-pdf-"));
  try {
    const page = join(folder, "report.html");
    await writeFile(page, await oneFile(values.out, pages));
    await print(page, resolve(values.to));
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
  process.stdout.write(`${values.to}: ${Math.round((await stat(values.to)).size / 1024)} kB\n`);
  return 0;
}

/** Printed as on paper, with tags, and an outline of the headings. */
async function print(page: string, to: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href);
    await tab.pdf({path: to, preferCSSPageSize: true, tagged: true, outline: true});
  } finally {
    await browser.close();
  }
}
