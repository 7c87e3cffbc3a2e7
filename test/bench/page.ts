/**
 * What the pages of a built site weigh, fonts apart, and how long they keep a browser that is four times as slow from
 * answering while they load: the longest task, and all beyond 50 ms of each.
 */
import {readdirSync, readFileSync} from "node:fs";
import {loadavg} from "node:os";
import {join, resolve} from "node:path";
import {gzipSync} from "node:zlib";
import type {Response} from "playwright-core";
import {serveSite} from "../../loaders/site/serve.js";
import {launchBrowser} from "../../loaders/site/launchBrowser.js";
import {keepRows} from "./keepRows.js";
import {yardstick} from "./yardstick.js";

const words = `# Pages

What each page weighs with what it loads at once, fonts and the engine behind it apart, and tasks of a browser slowed down four times while it loads.
Written by \`npm run bench -- --case page --record\`.`;
const head = [
  "page",
  "kB",
  "kB gzip",
  "kB gzip with what it loads",
  "requests",
  "longest task, ms",
  "blocking, ms",
  "load",
  "on"
];

export async function page([out = "dist"]: readonly string[], {record}: {readonly record: boolean}): Promise<void> {
  const folder = resolve(out);
  const names = (readdirSync(folder, {recursive: true}) as string[])
    .filter((name) => name.endsWith(".html"))
    .toSorted();
  const server = await serveSite(folder);
  const address = server.address();
  const base = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
  const browser = await launchBrowser();
  try {
    for (const name of names) {
      const tab = await browser.newPage({viewport: {width: 1280, height: 900}});
      const devtools = await tab.context().newCDPSession(tab);
      await devtools.send("Emulation.setCPUThrottlingRate", {rate: 4});
      await tab.addInitScript(() => {
        const tasks: number[] = ((globalThis as unknown as {tasks: number[]}).tasks = []);
        new PerformanceObserver((list) => {
          for (const {duration} of list.getEntries()) tasks.push(duration);
        }).observe({type: "longtask", buffered: true});
      });
      const loading: Promise<number>[] = [];
      const weigh = (answer: Response): void => {
        if (!/\.woff2|\/worker\//.test(answer.url())) loading.push(answer.body().then((body) => gzipSync(body).length));
      };
      tab.on("response", weigh);
      await tab.goto(`${base}/${name}`, {waitUntil: "networkidle"});
      tab.off("response", weigh);
      const tasks = await tab.evaluate(() => (globalThis as unknown as {tasks: number[]}).tasks);
      const html = readFileSync(join(folder, name));
      const row = [
        name,
        ...[html.length, gzipSync(html).length, (await Promise.all(loading)).reduce((sum, size) => sum + size, 0)].map(
          (size) => (size / 1000).toFixed(0)
        ),
        String(loading.length),
        String(Math.round(Math.max(0, ...tasks))),
        String(Math.round(tasks.reduce((sum, task) => sum + task - 50, 0))),
        loadavg()[0]!.toFixed(1),
        new Date().toISOString().slice(0, 10)
      ];
      console.log(row.join(" | "));
      if (record) keepRows("pages", words, head, [row]);
      if (name === "index.html") console.log(`yardstick ${await yardstick(tab)} ms, four times as slow`);
      await tab.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
}
