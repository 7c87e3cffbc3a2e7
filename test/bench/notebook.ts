/**
 * How fast a notebook answers in a built site, and what it weighs: from an edit to its output (a plot of the departments'
 * cells), SQL's first and later answers, bytes before anything is edited.
 */
import {loadavg} from "node:os";
import {resolve} from "node:path";
import {gzipSync} from "node:zlib";
import type {Browser, Page} from "playwright-core";
import {serveSite} from "../../loaders/site/serve.js";
import {notebookFile} from "../../src/notebook/notebookFile.js";
import {launchBrowser} from "../../loaders/site/launchBrowser.js";
import {quantile} from "../../src/stats/description/quantile.js";
import {yardstick} from "./yardstick.js";

const edits = 40;
const pages = ["notebooks/live.html", "notebooks/index.html", "notebooks/rebuild-the-headline.html", "index.html"];

export async function notebook([out = "dist"]: readonly string[]): Promise<void> {
  const server = await serveSite(resolve(out));
  const address = server.address();
  const base = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
  const browser = await launchBrowser();
  try {
    await timePlot(browser, base);
    await timeSql(browser, base);
    for (const name of pages) await weigh(browser, `${base}/${name}`, name);
  } finally {
    await browser.close();
    server.close();
  }
}

async function timePlot(browser: Browser, base: string): Promise<void> {
  const plot = (r: number): string =>
    `Plot.plot({marks: [Plot.dot(tables.department_years, {x: "participation", y: "margin", r: ${r}})]})`;
  const page = await open(browser, base, [{mode: "js", value: plot(3)}]);
  await page.waitForSelector(".cell-output svg");
  console.log(`edit to output: ${inWords(await editsOf(page, (i) => plot(2 + (i % 3)), edits))} of ${edits}`);
  console.log(`yardstick ${await yardstick(page)} ms, load ${loadavg()[0]!.toFixed(0)}`);
}

async function timeSql(browser: Browser, base: string): Promise<void> {
  const began = performance.now();
  const page = await open(browser, base, [{mode: "sql", value: "SELECT count(*) AS n FROM department_years"}]);
  await page.waitForSelector(".cell-output td, .cell-output th[scope=row]");
  console.log(`SQL, first answer: ${(performance.now() - began).toFixed(0)} ms, the page's loading with it`);
  const query = (i: number): string =>
    `SELECT count(*) AS n FROM department_years WHERE fiscal_year > ${2009 + (i % 8)}`;
  console.log(`SQL, later answers: ${inWords(await editsOf(page, query, 20))}`);
}

async function weigh(browser: Browser, address: string, name: string): Promise<void> {
  const page = await browser.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!response.url().endsWith(".woff2")) sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(address, {waitUntil: "networkidle"});
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  console.log(`${name}: ${(bytes / 1000).toFixed(0)} kB gzip in ${sizes.length} requests, fonts apart`);
  await page.close();
}

async function open(browser: Browser, base: string, cells: Parameters<typeof notebookFile>[1]): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${base}/notebooks/index.html`);
  await page.evaluate((file) => sessionStorage.setItem("longview.handed.bench", file), notebookFile("Bench", cells));
  await page.goto(`${base}/notebooks/live.html#handed=bench`);
  await page.waitForSelector(".cell");
  return page;
}

function inWords(times: readonly number[]): string {
  const at = (share: number): string => (times.length === 0 ? "none" : quantile(times, share).toFixed(0));
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

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
