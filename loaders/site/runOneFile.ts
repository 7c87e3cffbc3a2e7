import {writeFile} from "node:fs/promises";
import {parseArgs} from "node:util";
import {oneFile, reportPages} from "./oneFile.js";
import {defaultOut} from "./runBuild.js";

/** `onefile`: the report and its findings as one HTML file, for a mail. */
export async function runOneFile(args: readonly string[]): Promise<number> {
  const {values} = parseArgs({
    args: [...args],
    options: {out: {type: "string", default: defaultOut}, to: {type: "string", default: "report.html"}}
  });
  const pages = await reportPages(values.out);
  const html = await oneFile(values.out, pages);
  await writeFile(values.to, html);
  process.stdout.write(`${values.to}: ${pages.length} pages, ${Math.round(Buffer.byteLength(html) / 1024)} kB\n`);
  return 0;
}
