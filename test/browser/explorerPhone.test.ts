/** The explorer on a phone: what is drawn is as wide as the screen or scrolls in its own box, and nothing jumps. */
import type {Server} from "node:http";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {openExplorer} from "./serveExplorer.js";

let [browser, server, page, base]: [Browser?, Server?, Page?, string?] = [];

beforeAll(async () => {
  ({server, base, browser, page} = await openExplorer(60_000));
  await page.setViewportSize({width: 375, height: 800});
  await page.goto(`${base}/?width=335`);
  await page.waitForSelector("#explore-residuals");
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Goes to a link's comparison as the page's own history does, and waits for all that it waits for. */
async function goTo(query: string): Promise<void> {
  await page!.evaluate((search) => {
    history.pushState(null, "", search);
    dispatchEvent(new PopStateEvent("popstate"));
  }, query);
  await page!.waitForFunction(() => !document.querySelector(".explore :is(.explore-waiting, [aria-busy])"));
}

it("keeps its height while a change is worked out: the page used to jump to its foot", async () => {
  const [before, after] = await page!.evaluate(() => {
    const view = document.querySelector("#explore-view")!;
    const height = view.clientHeight;
    history.pushState(null, "", "?x=participation&y=margin&lag=1");
    dispatchEvent(new PopStateEvent("popstate"));
    return [height, view.clientHeight];
  });
  expect(after).toBeGreaterThanOrEqual(before!);
  await page!.waitForFunction(() => !document.querySelector(".explore :is(.explore-waiting, [aria-busy])"));
  expect(await page!.locator("#explore-view").evaluate(({style}) => style.minHeight)).toBe("");
});

it("counts the comparison once, whichever view it is looked at in", async () => {
  const counted = () => page!.textContent("[data-ledger-count]");
  const before = await counted();
  await goTo("?x=participation&y=margin&lag=1&view=formula");
  await page!.waitForSelector("#explore-view tbody tr");
  expect(await counted()).toBe(before);
});

it("opens the formula of a lagged comparison with its estimate: its column used to be missing", async () => {
  expect(await page!.inputValue(".explore-formula")).toContain("participation_1_before");
  expect(await page!.locator("#explore-view .explore-warning").count()).toBe(0);
  expect(await page!.textContent("#explore-view tbody th")).toBe("participation_1_before");
});

it("begins a mixed model with its random term", async () => {
  await page!.selectOption("#explore-view select", "mixed");
  expect(await page!.inputValue(".explore-formula")).toContain("+ (1 | department_id)");
  await page!.getByRole("button", {name: "Estimate"}).click();
  await page!.waitForFunction(() => /mixed/.test(document.querySelector("#explore-view [role=status]")!.textContent!));
  await page!.selectOption("#explore-view select", "ols");
  expect(await page!.inputValue(".explore-formula")).toBe(
    "margin ~ participation_1_before | department_id + fiscal_year"
  );
});

it("keeps in the address what is written as a formula: back takes it away, and a link estimates it again", async () => {
  await goTo("?x=participation&y=margin&view=formula");
  await page!.waitForSelector("#explore-view tbody tr");
  const own = await page!.inputValue(".explore-formula");
  await page!.fill(".explore-formula", "margin ~ participation + headcount | fiscal_year");
  await page!.getByRole("button", {name: "Estimate"}).click();
  await page!.waitForFunction(() => /headcount/.test(document.querySelector("#explore-view tbody")?.textContent ?? ""));
  const told = await page!.textContent("#explore-view tbody");
  const address = await page!.waitForFunction(() => /formula=/.test(location.search) && location.search);
  await page!.goBack();
  await page!.waitForFunction(
    (text) => document.querySelector<HTMLInputElement>(".explore-formula")?.value === text,
    own
  );
  await goTo(String(await address.jsonValue()));
  await page!.waitForFunction(() => /headcount/.test(document.querySelector("#explore-view tbody")?.textContent ?? ""));
  expect(await page!.textContent("#explore-view tbody")).toBe(told);
  await goTo("?x=participation&y=margin&view=formula&formula=margin+~+nosuch");
  await page!.waitForSelector("#explore-view .explore-warning");
  expect(await page!.textContent("#explore-view .explore-warning")).toContain("nosuch");
});

it("fits a phone in every view: no page scrolls sideways, no name begins outside it, no letter is under 12 pixels", async () => {
  for (const view of ["pair", "all", "matrix", "curve", "shuffle", "formula"]) {
    await goTo(`?x=participation&y=margin&view=${view}`);
    const found = await page!.evaluate(() => {
      const texts = Array.from(document.querySelectorAll<SVGTextElement>("#explore-view svg text"));
      const scale = Array.from(
        document.querySelectorAll<SVGSVGElement>("#explore-view svg"),
        (svg) => svg.getScreenCTM()?.a ?? 1
      );
      return {
        sideways: document.documentElement.scrollWidth - innerWidth,
        outside: texts.filter((one) => one.getBoundingClientRect().left < 0).map(({textContent}) => textContent),
        shrunk: scale.filter((one) => one < 0.99)
      };
    });
    expect({view, ...found}).toEqual({view, sideways: 0, outside: [], shrunk: []});
  }
});
