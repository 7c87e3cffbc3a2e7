import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {build} from "esbuild";
import {JSDOM} from "jsdom";
import type {Browser, Page} from "playwright-core";
import {chromium} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {styleMarks} from "../../loaders/site/styleMarks.js";

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const media = [
  {width: 1280, colorScheme: "light", media: "screen"},
  {width: 1280, colorScheme: "dark", media: "screen"},
  {width: 320, colorScheme: "light", media: "screen"},
  {width: 658, colorScheme: "light", media: "print"}
] as const;

let browser: Browser;
let html: string;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...flags, ...quiet]
  });
  const bundled = await build({
    stdin: {
      contents: 'import {enhanceFigures} from "./src/components/enhanceFigures.ts"; enhanceFigures();',
      resolveDir: process.cwd()
    },
    bundle: true,
    write: false,
    format: "iife"
  });
  const marks = styleMarks({document: new JSDOM("").window.document});
  const figures = Object.values(marks).map((mark) => ("html" in mark ? mark.html : mark.text));
  html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Style</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>${readFileSync("src/style/theme.css", "utf8")}</style></head>
    <body><div id="observablehq-center"><main id="observablehq-main" class="observablehq"><h1>Style</h1>
    ${figures.join("\n")}</main></div><script>${bundled.outputFiles[0]?.text ?? ""}</script></body></html>`;
});
afterAll(() => browser.close());

async function open({width, colorScheme, media: kind}: (typeof media)[number]): Promise<Page> {
  const page = await browser.newPage({viewport: {width, height: 900}, colorScheme, reducedMotion: "reduce"});
  await page.setContent(html, {waitUntil: "load"});
  await page.emulateMedia({media: kind});
  return page;
}

describe.each(media)("the figures at $width px, $colorScheme, on $media", (place) => {
  it("pass axe in every state, with their tables open, and are not wider than the page", async () => {
    const page = await open(place);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await page.addScriptTag({path: axe});
    const violations = await page.evaluate(async () => {
      const run = (
        globalThis as unknown as {axe: {run(): Promise<{violations: {id: string; nodes: {html: string}[]}[]}>}}
      ).axe;
      return (await run.run()).violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    });
    expect(violations).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    ).toBeLessThanOrEqual(0);
    await page.close();
  });

  it("set no text under 12 px, 11.5 on paper, and no control under 24 px", async () => {
    const page = await open(place);
    const small = await page.evaluate(
      (least) => {
        const wrong: string[] = [];
        for (const text of document.querySelectorAll<SVGTextElement>(".figure-plot text")) {
          const scale = text.getScreenCTM()?.a ?? 1;
          const size = Number.parseFloat(getComputedStyle(text).fontSize) * Math.abs(scale || 1);
          const turned = (text.getScreenCTM()?.b ?? 0) !== 0;
          const seen = text.getBoundingClientRect().width > 0;
          if (seen && !turned && size < least) wrong.push(`${size.toFixed(1)} px: ${text.textContent}`);
        }
        for (const control of document.querySelectorAll("button, summary")) {
          const {width, height} = control.getBoundingClientRect();
          if (width > 0 && (width < 24 || height < 24)) wrong.push(`${width} × ${height}: ${control.textContent}`);
        }
        return wrong;
      },
      place.media === "print" ? 11.5 : 11.9
    );
    expect(small).toEqual([]);
    await page.close();
  });
});

it("a reader with a keyboard reaches drawing, data and downloads of a figure, and leaves the tip", async () => {
  const page = await open(media[0]);
  const figure = page.locator("#style-lead-lag");
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.className || document.activeElement?.textContent || "");
  await figure.locator(".figure-plot-wide").focus();
  await page.keyboard.press("ArrowRight");
  expect(await figure.locator(".figure-tip:visible").textContent()).toMatch(/follows −4: r/);
  expect(await figure.locator("[aria-live]").textContent()).toMatch(/follows −4: r/);
  await page.keyboard.press("Escape");
  expect(await figure.locator(".figure-tip:visible").count()).toBe(0);
  const stops: string[] = [];
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press("Tab");
    stops.push(await focused());
  }
  expect(stops).toEqual(["Data and description", "CSV", "SVG", "PNG", "Link"]);
  await page.close();
});

it("the drawing that is saved as SVG stands alone: no variable, no class it needs, its text alternative in it", async () => {
  const page = await open(media[0]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("#style-coverage [data-action=svg]").click()
  ]);
  const saved = readFileSync(await download.path(), "utf8");
  expect(saved).not.toContain("var(");
  expect(saved).toContain("<title>All departments answered in all years</title>");
  expect(saved).toContain('role="img"');
  await page.close();
});
