import {writeFile} from "node:fs/promises";
import type {PlacedSite} from "./builtRecord.js";
import {needSite} from "./needSite.js";
import {oneFile, reportPages} from "./oneFile.js";

/** `onefile`: the report and its findings as one HTML file, for a mail. */
export async function runOneFile(values: PlacedSite & {readonly to: string}): Promise<number> {
  needSite(values);
  const pages = await reportPages(values.out);
  const html = await oneFile(values.out, pages);
  await writeFile(values.to, html);
  process.stdout.write(`${values.to}: ${pages.length} pages, ${Math.round(Buffer.byteLength(html) / 1024)} kB\n`);
  return 0;
}
