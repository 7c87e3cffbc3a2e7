/** By keyboard alone: choose a measure, choose a stretch, open a cell of the matrix, pin and compare, take it away. */
import type {Server} from "node:http";
import {readFile} from "node:fs/promises";
import {strFromU8, unzipSync} from "fflate";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {openExplorer} from "./serveExplorer.js";

let [browser, server, page, base]: [Browser?, Server?, Page?, string?] = [];

beforeAll(async () => {
  ({server, base, browser, page} = await openExplorer(20_000));
  await page.goto(base);
  await page.waitForSelector("#explore-pair");
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Tabs until the focus is on what has these words for a name. */
async function reach(words: RegExp): Promise<void> {
  for (let turn = 0; turn < 80; turn++) {
    await page!.keyboard.press("Tab");
    const name = await page!.evaluate(() => {
      const at = document.activeElement;
      const label =
        at?.tagName === "SELECT" ? at.closest("label")?.firstChild?.textContent : at?.closest("label")?.textContent;
      return at?.getAttribute("aria-label") ?? label ?? at?.textContent ?? "";
    });
    if (words.test(name)) return;
  }
  throw new Error(`out of the keyboard's reach: ${words}`);
}

it("chooses an outcome: the sentence, the address and the focus follow", async () => {
  await reach(/^Outcome/);
  await page!.keyboard.type("Tea");
  await page!.waitForFunction(() => location.search.includes("y=teamwork"), null, {timeout: 8000});
  await page!.waitForSelector(".explore-said .claim-sentence");
  expect(await page!.textContent(".explore-said")).toMatch(
    /teamwork was .* for 10 points more participation.*based on \d+ department-years/s
  );
  expect(await page!.textContent(".explore-badge")).toBe("Exploratory");
  expect(await page!.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
});

it("reads the dots one by one, in the axes' own formats", async () => {
  await reach(/: arrow keys read/);
  await page!.keyboard.press("ArrowRight");
  expect(await page!.textContent(".figure-tip:not([hidden])")).toMatch(
    /^Department \d+, 2\d{3}\nParticipation: \d+.%\nTeamwork: \d\.\d\d$/
  );
});

it("chooses a stretch by its fields: within and outside are estimated, and the address holds it", async () => {
  await reach(/^Choose a stretch/);
  await page!.keyboard.press("Enter");
  await reach(/^participation, from/);
  await page!.keyboard.type("10");
  await page!.keyboard.press("Tab");
  await page!.waitForFunction(() => location.search.includes("xrange=0.1..Infinity"));
  await page!.locator(".explore-stretch [role=status]", {hasText: "Outside it"}).waitFor();
  expect(await page!.textContent(".explore-stretch [role=status]")).toMatch(
    /Within the stretch, \d+ of \d+ .* Outside it/
  );
  await page!.goBack();
  await page!.waitForFunction(() => !location.search.includes("xrange"));
});

it("names every part for a screen reader: choices, tabs and their panel, figures with what they find, tables, what to save", async () => {
  await page!.waitForSelector("#explore-residuals");
  const tree = await page!.locator("main").ariaSnapshot();
  for (const part of [
    /combobox "Outcome \(up\)"/,
    /tab "Pair" \[selected\]/,
    /tabpanel "Pair"/,
    /status:\n\s+- paragraph: (Exploratory|Planned)/,
    /img ".*\d+ department-years: .* against participation\. As they are: correlation/,
    /img "What the comparison leaves unexplained\. The largest residual is that of Department \d+, \d{4}: /,
    /region "Table: estimates"/,
    /columnheader "Slope \(95 % interval\)"/,
    /rowheader "Within departments and years \(this comparison\)"/,
    /button "Download the comparison"/,
    /textbox "What you expect, stated before you look"/
  ])
    expect(tree).toMatch(part);
  expect(tree.match(/- (button|combobox|textbox|spinbutton|checkbox|tab|tabpanel|img|region|table)(:|$)/gm)).toEqual([
    "- table:"
  ]);
});

it("opens a cell of the matrix", async () => {
  await page!.focus("[data-view=pair]");
  await page!.keyboard.press("ArrowRight");
  await page!.keyboard.press("ArrowRight");
  await page!.waitForSelector("#explore-matrix");
  await page!.focus("#explore-matrix .figure-plot");
  await page!.keyboard.press("Home");
  await page!.keyboard.press("Enter");
  await page!.waitForSelector("#explore-pair");
  // the address is told once the page is painted
  await expect.poll(() => page!.url()).not.toContain("view=matrix");
});

it("pins a comparison beside the next", async () => {
  await reach(/^Pin it beside/);
  await page!.keyboard.press("Enter");
  await page!.waitForSelector(".explore-pinned");
  await expect.poll(() => page!.url()).toContain("pin=");
  expect(await page!.locator(".explore-pinned .explore-badge").count()).toBe(2);
});

it("copies the link that the address is: it used to leave out what is pinned", async () => {
  await page!.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page!.getByText("Copy the link").click();
  await page!.waitForSelector("text=The link is copied.");
  const link = await page!.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page!.url());
  expect(link).toContain("&pin=");
});

it("compares the two: both cards say their estimate, that of the present one follows a choice, and the pin stays", async () => {
  const cards = page!.locator(".explore-pinned .explore-pair > div");
  const said = cards.filter({hasText: /based on \d+ department-years.*r = /s});
  await said.nth(1).waitFor();
  const before = await cards.allTextContents();
  await reach(/^Outcome/);
  await page!.keyboard.type("Tru");
  await page!.waitForFunction(() => location.search.includes("y=trust"));
  await said.nth(1).waitFor();
  const after = await cards.allTextContents();
  expect(after[0]).toBe(before[0]);
  expect(after[1]).toMatch(/^Present · Exploratory.*trust/s);
});

it("takes the comparison away: data, description, estimate, figure, R, and the list of comparisons", async () => {
  const download = page!.waitForEvent("download");
  await reach(/^Download the comparison/);
  await page!.keyboard.press("Enter");
  const files = unzipSync(await readFile(await (await download).path()));
  expect(Object.keys(files).toSorted()).toEqual(
    [
      "README.md",
      "data.csv",
      "datapackage.json",
      "estimate.R",
      "estimate.json",
      "exchanges.csv",
      "figure.svg",
      "ledger.json",
      "specification.json"
    ].toSorted()
  );
  const svg = strFromU8(files["figure.svg"]!);
  expect(svg).toMatch(/Planned on 2026|Exploratory/);
  expect(svg).toMatch(/r = .*n = \d+/s);
  expect(svg).toMatch(/simulated data/);
  expect(svg, "its letters, as on the page").toMatch(/@font-face.*Inter Variable.*data:font\/woff2;base64,/s);
  expect(svg).not.toContain("noto");
});

it("takes a figure away from a view that has none: it used to be missing", async () => {
  await page!.getByRole("tab", {name: "Formula"}).click();
  await page!.waitForSelector("table:has-text('Term')");
  const download = page!.waitForEvent("download");
  await page!.getByText("Download the comparison").click();
  const files = unzipSync(await readFile(await (await download).path()));
  expect(strFromU8(files["figure.svg"]!)).toMatch(/Within departments and years.*r = .*n = \d+/s);
  expect(await page!.locator("#explore-view .figure").count()).toBe(0);
});

it("says what is wrong with a link, and shows the planned comparison", async () => {
  await page!.goto(`${base}/#x=headcount&y=participants`);
  await page!.reload();
  await page!.waitForSelector("[role=alert]");
  expect(await page!.textContent("[role=alert]")).toContain("“participants” is unknown. Did you mean participation?");
});
