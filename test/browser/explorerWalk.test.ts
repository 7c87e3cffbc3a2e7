/**
 * A walk through the explorer as it is drawn: every view at every lag, each with a pair drawn by a seed, then links that
 * mean harm. Nothing may throw, print what is no number, or leave a figure empty without a sentence.
 */
import type {Server} from "node:http";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {mostLag, views} from "../../src/explore/comparison.js";
import {random} from "../../src/stats/random.js";
import {openExplorer} from "./serveExplorer.js";

let [browser, server, page, base]: [Browser?, Server?, Page?, string?] = [];
const thrown: string[] = [];

beforeAll(async () => {
  ({server, base, browser, page} = await openExplorer(60_000));
  page.on("pageerror", ({message}) => thrown.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") thrown.push(message.text());
  });
  await page.goto(`${base}/?units=7`);
  await page.waitForSelector("#explore-pair");
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** What is wrong with each link's page, once all that it waits for is there. */
async function troublesOf(queries: readonly string[]): Promise<string[]> {
  return page!.evaluate(async (links) => {
    const wrong: string[] = [];
    const settled = async (): Promise<boolean> => {
      for (let turn = 0; turn < 1000; turn++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (!document.querySelector(".explore :is(.explore-waiting, [aria-busy])")) return true;
      }
      return false;
    };
    for (const query of links) {
      history.pushState(null, "", query);
      dispatchEvent(new PopStateEvent("popstate"));
      if (!(await settled())) wrong.push(`${query}: still waits`);
      const [root, view] = [document.querySelector(".explore")!, document.querySelector("#explore-view")!];
      const text = `${root.textContent} ${Array.from(root.querySelectorAll("[aria-label]"), (one) => one.getAttribute("aria-label")).join(" ")}`;
      const odd = /\bNaN\b|undefined|\bnull\b|\[object|Infinity/.exec(text);
      if (odd) wrong.push(`${query}: says ${odd[0]}`);
      if (/="[^"]*(NaN|undefined|Infinity)[^"]*"/.test(view.innerHTML)) wrong.push(`${query}: draws what is no number`);
      if ((view.textContent ?? "").trim() === "") wrong.push(`${query}: shows nothing`);
      const empty = Array.from(view.querySelectorAll(".figure")).filter(
        (one) => !one.querySelector("svg circle, svg path, svg rect, svg line, canvas, table, .figure-empty")
      );
      if (empty.length > 0) wrong.push(`${query}: ${empty.length} figures are empty`);
      const unsaid = Array.from(view.querySelectorAll(".figure-empty")).filter(
        (one) => !/^[A-Z].*\.$/s.test((one.textContent ?? "").trim())
      );
      if (unsaid.length > 0) wrong.push(`${query}: no sentence, but “${unsaid[0]!.textContent}”`);
    }
    return wrong;
  }, queries);
}

it("draws every view at every lag, each of a pair drawn by a seed", async () => {
  const names = await page!.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLSelectElement>(".explore-controls select")[2]!.options, ({value}) => value)
  );
  const {below} = random(19);
  const links = views.flatMap((view) =>
    Array.from({length: 2 * mostLag + 1}, (_, i) => {
      const x = below(names.length);
      const y = (x + 1 + below(names.length - 1)) % names.length;
      return `?x=${names[x]}&y=${names[y]}&lag=${i - mostLag}&view=${view}`;
    })
  );
  expect(await troublesOf(links)).toEqual([]);
  expect(thrown).toEqual([]);
});

it("says in a sentence where there is nothing to draw: one year, two years of a change, a stretch without rows", async () => {
  const few = [
    "years=2012..2012",
    "years=2012..2013&transform=change",
    "xrange=5..6",
    "line=Solutions&years=2012..2012"
  ];
  expect(await troublesOf(few.flatMap((one) => views.map((view) => `?${one}&view=${view}`)))).toEqual([]);
  expect(thrown).toEqual([]);
});

const hostile = [
  "?x=__proto__&y=constructor",
  "?table=toString",
  "?view=%3Cimg%20src=x%20onerror=alert(1)%3E",
  "?x=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
  "?lag=1e9",
  "?lag=NaN",
  "?years=2019..2011",
  "?years=-Infinity..Infinity",
  "?xrange=NaN..1",
  "?effects=unit&effects=time",
  "?control=margin&x=margin&y=profit",
  "?line=%00",
  "?x=%E0%A4%A",
  `?x=${"a".repeat(5000)}`,
  "?hasOwnProperty=1",
  "?pin=pin%3Dpin",
  "?pin=%3Cscript%3E"
];

it("says what is wrong with links that mean harm, and runs nothing of them", async () => {
  for (const link of hostile) {
    expect(await troublesOf([link])).toEqual([]);
    const said = await page!.textContent(".explore [role=alert]");
    expect(`${link.slice(0, 60)}: ${said}`).toMatch(/: The link.*[.?] Shown instead is the planned comparison\.$/s);
    expect(said!.length).toBeLessThan(700);
    expect(await page!.locator(".explore :is(script, img)").count()).toBe(0);
  }
  expect(thrown).toEqual([]);
});
