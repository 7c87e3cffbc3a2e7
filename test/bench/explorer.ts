/**
 * The explorer in a real browser at 1,000, 10,000 and 100,000 rows. Prints of each, in milliseconds, median and 95 %: from a change of the outcome to the repaint with its figure (`change`) and to the intervals
 * beside it (`finished`), and a move of the pointer.
 * `thread` is the processor time of the page's own thread for one change with all that follows from it. `yardstick`
 * says by how much what else runs makes everything slower.
 */
import {loadavg} from "node:os";
import type {Browser, Page} from "playwright-core";
import {wholeNumber} from "../../loaders/cli/wholeNumber.js";
import {launchBrowser} from "../../loaders/site/launchBrowser.js";
import {quantile} from "../../src/stats/description/quantile.js";
import {serveExplorer} from "../browser/serveExplorer.js";
import {yardstick} from "./yardstick.js";

const sizes = new Map([
  [1_000, 100],
  [10_000, 1_000],
  [100_000, 10_000]
]);
const turns = 44;

export async function explorer([most]: readonly string[]): Promise<void> {
  const greatest = most === undefined ? Infinity : wholeNumber(1)(most);
  const {server, base} = await serveExplorer();
  const browser = await launchBrowser();
  try {
    for (const [rows, units] of sizes)
      if (rows <= greatest) console.log(JSON.stringify({rows, ...(await timesAt(browser, `${base}/?units=${units}`))}));
  } finally {
    await browser.close();
    server.close();
  }
}

async function timesAt(browser: Browser, address: string): Promise<Record<string, unknown>> {
  const tab = await browser.newPage({viewport: {width: 1280, height: 1000}});
  await tab.goto(address);
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
  const change = await changesOf(tab);
  const thread = ((await busy()) - before) / turns;
  await tab.waitForSelector("#explore-pair .figure-plot", {timeout: 120_000});
  const move = await movesOf(tab);
  await tab.close();
  return {
    change: summary(change.map(([painted]) => painted)),
    finished: summary(change.map(([, whole]) => whole)),
    thread: Math.round(thread),
    pointer: summary(move),
    yardstick: slower,
    load: Math.round(loadavg()[0]!)
  };
}

/** Of each change of the outcome but the first four: until it is painted, and until its intervals are there. */
async function changesOf(tab: Page): Promise<[number, number][]> {
  return tab.evaluate(async (count) => {
    const times: [number, number][] = [];
    for (let turn = 0; turn < count; turn++) {
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
  }, turns);
}

async function movesOf(tab: Page): Promise<number[]> {
  return tab.evaluate(() => {
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
}

function summary(times: readonly number[]): {median: number; p95: number} {
  const at = (share: number): number => Math.round(10 * quantile(times, share)) / 10;
  return {median: at(0.5), p95: at(0.95)};
}
