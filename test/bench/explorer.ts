/**
 * The explorer in a real browser at 1,000, 10,000 and 100,000 rows: `npm run bench -- --case explorer [most rows]`. Prints, in
 * milliseconds, median and 95 %: from a change of the outcome to the repaint with its figure (`change`) and to the intervals
 * beside it (`finished`), and a move of the pointer.
 * `thread` is the processor time of the page's own thread for one change with all that follows from it. `yardstick`
 * says by how much what else runs makes everything slower.
 */
import {loadavg} from "node:os";
import {parseArgs} from "node:util";
import {launchBrowser} from "../../loaders/site/launchBrowser.js";
import {serveExplorer} from "../browser/serveExplorer.js";
import {yardstick} from "./yardstick.js";

const sizes = new Map([
  [1_000, 100],
  [10_000, 1_000],
  [100_000, 10_000]
]);
const {positionals} = parseArgs({options: {case: {type: "string"}}, allowPositionals: true});
const most = Number(positionals[0] ?? Infinity);
const {server, base} = await serveExplorer();
const browser = await launchBrowser();
const found: Record<string, unknown>[] = [];
for (const [rows, units] of sizes) {
  if (rows > most) continue;
  const tab = await browser.newPage({viewport: {width: 1280, height: 1000}});
  await tab.goto(`${base}/?units=${units}`);
  await tab.waitForSelector("#explore-pair", {timeout: 120_000});
  await tab.waitForTimeout(1500);
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send("Performance.enable", {timeDomain: "threadTicks"});
  const busy = async (): Promise<number> => {
    const {metrics} = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({name}) => name === "TaskDuration")?.value ?? NaN);
  };
  const slower = await yardstick(tab);
  const before = await busy();
  const change = await tab.evaluate(async () => {
    const times: [number, number][] = [];
    for (let turn = 0; turn < 24; turn++) {
      const select = document.querySelectorAll<HTMLSelectElement>(".explore-controls select")[2]!;
      const old = document.querySelector("#explore-pair");
      select.value = turn % 2 === 0 ? "profit" : "margin";
      const start = performance.now();
      select.dispatchEvent(new Event("change"));
      for (let now = old; now === null || now === old; now = document.querySelector("#explore-pair"))
        await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve, 0));
      const painted = performance.now() - start;
      while (!document.querySelector(".explore-table")) await new Promise(requestAnimationFrame);
      times.push([painted, performance.now() - start]);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    return times.slice(4);
  });
  const thread = ((await busy()) - before) / 24;
  await tab.waitForSelector("#explore-pair .figure-plot", {timeout: 120_000});
  const move = await tab.evaluate(() => {
    const plot = document.querySelector<HTMLElement>("#explore-pair .figure-plot")!;
    const {left, top, width, height} = plot.getBoundingClientRect();
    const times: number[] = [];
    for (let k = 0; k < 200; k++) {
      const at = {clientX: left + (width * ((k * 37) % 200)) / 200, clientY: top + (height * ((k * 61) % 200)) / 200};
      const start = performance.now();
      plot.dispatchEvent(new PointerEvent("pointermove", {...at, bubbles: true}));
      times.push(performance.now() - start);
    }
    return times.slice(5);
  });
  const load = Math.round(loadavg()[0]!);
  found.push({
    rows,
    change: summary(change.map(([painted]) => painted)),
    finished: summary(change.map(([, whole]) => whole)),
    thread: Math.round(thread),
    pointer: summary(move),
    yardstick: slower,
    load
  });
  await tab.close();
}
await browser.close();
server.close();
console.info(JSON.stringify(found, null, 2));

function summary(times: readonly number[]): {median: number; p95: number} {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)) / 10;
  return {median: at(0.5), p95: at(0.95)};
}
