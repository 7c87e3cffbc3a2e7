/** Three thousand rows and more: dots on canvases, errors from a worker, and what stays on the page while it changes. */
import type {Server} from "node:http";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {openExplorer} from "./serveExplorer.js";

let [browser, server, page, base]: [Browser?, Server?, Page?, string?] = [];

beforeAll(async () => {
  ({server, base, browser, page} = await openExplorer(60_000));
  await page.goto(`${base}/?units=300`);
  await page.waitForSelector(".explore-table");
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

it("paints each dot where the axes place it, on a canvas no larger than it must be", async () => {
  const plot = page!.locator("#explore-pair .figure-plot");
  await plot.focus();
  for (const key of ["ArrowRight", "ArrowRight", "End"]) {
    await page!.keyboard.press(key);
    const seen = await page!.evaluate(() => {
      const ring = document.querySelector('.panel-current[visibility="visible"]')!;
      const [svg, canvas] = [ring.closest("svg")!, ring.closest(".explore-panel")!.querySelector("canvas")!];
      const [drawn, ground] = [svg.getBoundingClientRect(), canvas.getBoundingClientRect()];
      const [x, y] = ["cx", "cy"].map((name) => Number(ring.getAttribute(name)));
      const place = [drawn.left + x! - ground.left, drawn.top + y! - ground.top] as const;
      const [, , , alpha] = canvas.getContext("2d")!.getImageData(place[0], place[1], 1, 1).data;
      return {alpha, share: (ground.width * ground.height) / (drawn.width * drawn.height)};
    });
    expect(seen.alpha).toBeGreaterThan(80);
    expect(seen.share).toBeLessThan(0.7);
  }
});

/** Whether another outcome's figure is there by the time that the choice has been heard. */
async function isDrawnAtOnce(): Promise<boolean> {
  return page!.evaluate(() => {
    const before = document.querySelector("#explore-pair");
    const outcome = document.querySelectorAll<HTMLSelectElement>(".explore-controls select")[2]!;
    outcome.value = outcome.value === "profit" ? "margin" : "profit";
    outcome.dispatchEvent(new Event("change"));
    return document.querySelector("#explore-pair") !== before;
  });
}

it("draws another outcome at once: the figure used to wait for a worker, and so for another frame", async () => {
  expect(await isDrawnAtOnce()).toBe(true);
});

it("keeps the lists that a reader chooses from, each without what the other has: they used to be made anew", async () => {
  const seen = await page!.evaluate(() => {
    const [, exposure, outcome] = document.querySelectorAll<HTMLSelectElement>(".explore-controls select");
    outcome!.focus();
    outcome!.value = "teamwork";
    outcome!.dispatchEvent(new Event("change"));
    return {
      kept: document.activeElement === outcome && exposure!.isConnected,
      chosen: [exposure!.value, outcome!.value],
      offered: Array.from(exposure!.options, ({value}) => value)
    };
  });
  expect([seen.kept, seen.chosen]).toEqual([true, ["participation", "teamwork"]]);
  expect(seen.offered).toContain("profit");
  expect(seen.offered).not.toContain("teamwork");
});

it("keeps what is typed and the focus at the foot through a change: both used to be lost", async () => {
  await page!.getByLabel("What you expect, stated before you look").fill("Trust rises");
  await page!.selectOption('.explore-controls label:has-text("Outcome") select', "trust");
  await page!.waitForFunction(() => !document.querySelector("[aria-busy]"), null, {timeout: 120_000});
  expect(await page!.getByLabel("What you expect, stated before you look").inputValue()).toBe("Trust rises");
  await page!.getByRole("button", {name: "Pin it beside the next"}).focus();
  await page!.keyboard.press("Enter");
  expect(await page!.evaluate(() => document.activeElement?.textContent)).toBe("Pin this one instead");
});

it("has slope, interval and r of every way of looking, once the errors have followed the dots", async () => {
  const rows = await page!.locator(".explore-table tbody tr").allTextContents();
  expect(rows).toHaveLength(4);
  for (const row of rows) expect(row).toMatch(/[\d.]+ \([−\d.]+ to [−\d.]+\).*[\d.]+ \([−\d.]+ to [−\d.]+\)/);
});

it("counts one comparison as one, the planned one as that", async () => {
  const said = page!.locator("[data-ledger-count]");
  await page!.evaluate(() => localStorage.clear());
  await page!.goto(`${base}/`);
  await page!.waitForFunction(() => /one comparison/.test(document.querySelector("[data-ledger-count]")!.textContent));
  expect(await said.textContent()).toBe("You have made one comparison, the planned one.");
  await page!.goto(`${base}/?view=shuffle&y=trust&x=participation`);
  await page!.waitForFunction(() => /2 comparisons/.test(document.querySelector("[data-ledger-count]")!.textContent));
  expect(await said.textContent()).toMatch(/^You have made 2 comparisons, 1 of them exploratory\./);
});

it("leaves the sketch of very many rows to the worker, and the last figure where it is until then", async () => {
  await page!.goto(`${base}/?units=2100`);
  await page!.waitForSelector(".explore-table");
  expect(await isDrawnAtOnce()).toBe(false);
  await page!.locator(".figure-title", {hasText: /^Profit and participation$/}).waitFor();
  await page!.waitForSelector(".explore-table");
  expect(await page!.locator(".explore-panel canvas").count()).toBe(4);
});
