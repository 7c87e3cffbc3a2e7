/**
 * How fast a notebook answers in a built site, and what it weighs: from an edit to its output (a plot of the departments'
 * cells), SQL's first and later answers, bytes before anything is edited. `npm run bench -- --case notebook [dist]`
 */
import {loadavg} from "node:os";
import {resolve} from "node:path";
import {parseArgs} from "node:util";
import {gzipSync} from "node:zlib";
import type {Page} from "playwright-core";
import {serveSite} from "../../loaders/site/serve.js";
import {notebookFile} from "../../src/notebook/notebookFile.js";
import {launchBrowser} from "../../loaders/site/launchBrowser.js";
import {yardstick} from "./yardstick.js";

const edits = 40;
const {positionals} = parseArgs({options: {case: {type: "string"}}, allowPositionals: true});
const [out = "dist"] = positionals;
const server = await serveSite(resolve(out));
const address = server.address();
const base = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
const browser = await launchBrowser();

const plot = (r: number): string =>
  `Plot.plot({marks: [Plot.dot(tables.department_years, {x: "participation", y: "margin", r: ${r}})]})`;

async function open(cells: Parameters<typeof notebookFile>[1]): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${base}/notebooks/index.html`);
  await page.evaluate((file) => sessionStorage.setItem("longview.handed.bench", file), notebookFile("Bench", cells));
  await page.goto(`${base}/notebooks/live.html#handed=bench`);
  await page.waitForSelector(".cell");
  return page;
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? NaN;

async function editsOf(page: Page, code: (i: number) => string, count: number): Promise<number[]> {
  await page.locator(".cell").first().getByRole("button", {name: "Edit"}).click();
  await page.waitForSelector(".cm-content:focus");
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(code(i));
    const timed = page.evaluate(
      () =>
        new Promise<number>((done) => {
          const output = document.querySelector(".cell-output");
          const editor = document.querySelector(".cm-content");
          new MutationObserver((_, observer) => {
            if (!output?.firstElementChild) return;
            observer.disconnect();
            requestAnimationFrame(() => done(performance.now() - began));
          }).observe(output!, {childList: true});
          const began = performance.now();
          editor?.dispatchEvent(
            new KeyboardEvent("keydown", {key: "Enter", shiftKey: true, bubbles: true, cancelable: true})
          );
        })
    );
    times.push(await timed);
  }
  return times;
}

const page = await open([{mode: "js", value: plot(3)}]);
await page.waitForSelector(".cell-output svg");
const times = await editsOf(page, (i) => plot(2 + (i % 3)), edits);
process.stdout.write(
  `edit to output: median ${at(times, 0.5).toFixed(0)} ms, p95 ${at(times, 0.95).toFixed(0)} ms of ${edits}\n`
);

process.stdout.write(`yardstick ${await yardstick(page)} ms, load ${loadavg()[0]!.toFixed(0)}\n`);

const began = performance.now();
const sql = await open([{mode: "sql", value: "SELECT count(*) AS n FROM department_years"}]);
await sql.waitForSelector(".cell-output td, .cell-output th[scope=row]");
process.stdout.write(`SQL, first answer: ${(performance.now() - began).toFixed(0)} ms, the page's loading with it\n`);
const later = await editsOf(
  sql,
  (i) => `SELECT count(*) AS n FROM department_years WHERE fiscal_year > ${2009 + (i % 8)}`,
  20
);
process.stdout.write(
  `SQL, later answers: median ${at(later, 0.5).toFixed(0)} ms, p95 ${at(later, 0.95).toFixed(0)} ms\n`
);

for (const name of [
  "notebooks/live.html",
  "notebooks/index.html",
  "notebooks/rebuild-the-headline.html",
  "index.html"
]) {
  const weighed = await browser.newPage();
  const sizes: Promise<number>[] = [];
  weighed.on("response", (response) => {
    if (!response.url().endsWith(".woff2")) sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await weighed.goto(`${base}/${name}`, {waitUntil: "networkidle"});
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  process.stdout.write(`${name}: ${(bytes / 1000).toFixed(0)} kB gzip in ${sizes.length} requests, fonts apart\n`);
  await weighed.close();
}
await browser.close();
server.close();
