import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {gzipSync} from "node:zlib";
import {build} from "esbuild";
import {oneLanguage} from "../../loaders/site/oneLanguage.js";
import {launchBrowser} from "../../loaders/site/launchBrowser.js";
import {JSDOM} from "jsdom";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {contour} from "../../src/components/figures/contour.js";
import {styleMarks} from "../../src/specimens/styleMarks.js";
import {fontRules} from "./fontRules.js";

// evaluated, since the pages themselves allow no script but their own
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const media = [
  {width: 1280, colorScheme: "light", media: "screen"},
  {width: 1280, colorScheme: "dark", media: "screen"},
  {width: 320, colorScheme: "light", media: "screen"},
  {width: 658, colorScheme: "light", media: "print"}
] as const;

let browser: Browser;
let html: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const bundled = await build({
    stdin: {
      contents: 'import {enhanceFigures} from "./src/components/controls/enhanceFigures.ts"; enhanceFigures();',
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
    <style>${fontRules()}${readFileSync("src/style/theme.css", "utf8")}</style></head>
    <body><div id="observablehq-center"><main id="observablehq-main" class="observablehq"><h1>Style</h1>
    ${figures.join("\n")}</main></div><script>${bundled.outputFiles[0]?.text ?? ""}</script></body></html>`;
});
afterAll(() => browser.close());

async function open({width, colorScheme, media: kind}: (typeof media)[number]): Promise<Page> {
  const page = await browser.newPage({viewport: {width, height: 900}, colorScheme, reducedMotion: "reduce"});
  await page.setContent(html, {waitUntil: "load"});
  await page.emulateMedia({media: kind});
  await page.evaluate(() => document.fonts.ready);
  return page;
}

describe.each(media)("the figures at $width px, $colorScheme, on $media", (place) => {
  it("pass axe in every state, with their tables open, and are not wider than the page", async () => {
    const page = await open(place);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await page.evaluate(axe);
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
    expect(await tooSmall(page, place.media === "print" ? 11.5 : 11.7)).toEqual([]);
    await page.close();
  });
});

it("no text is under 12 px, no control under 24 px, and no name beyond the page, at any width between", async () => {
  const page = await open(media[0]);
  const wrong: string[] = [];
  for (const width of [320, 375, 480, 600, 700, 768, 1024, 1100]) {
    await page.setViewportSize({width, height: 900});
    wrong.push(...(await tooSmall(page, 11.7)).map((text) => `${width}: ${text}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) wrong.push(`${width}: ${wide} px too wide`);
  }
  expect(wrong).toEqual([]);
  await page.close();
});

it.each([320, 375, 680])(
  "the labels of a contour touch neither one another nor a benchmark's name at %i px",
  async (width) => {
    const page = await browser.newPage({viewport: {width, height: 900}});
    await page.setContent(
      html.replace(/<main[\s\S]*<\/main>/, `<main class="observablehq">${crowdedContour()}</main>`)
    );
    await page.evaluate(() => document.fonts.ready);
    const texts = await page.$$eval(".figure-plot text", (nodes) =>
      nodes.map((node) => ({text: node.textContent, box: node.getBoundingClientRect().toJSON() as DOMRect}))
    );
    const seen = texts.filter(({box}) => box.width > 0);
    const touching = seen.flatMap(({text, box}, i) =>
      seen
        .slice(0, i)
        .filter((other) => Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1)
        .filter((other) => Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1)
        .map((other) => [other.text, text])
    );
    expect(touching).toEqual([]);
    expect(seen.map(({text}) => text)).toContain("nothing left");
    await page.close();
  }
);

/** As on the robustness page: an estimate that falls as a hidden cause grows, and names that take two lines. */
function crowdedContour(): string {
  const {document} = new JSDOM("").window;
  const steps = Array.from({length: 25}, (_, i) => 1.5 * i);
  const rows = steps.flatMap((x) => steps.map((y) => ({x, y, left: 0.17 - Math.sqrt((x * y) / (100 - x)) / 20})));
  const benchmarks = [
    {x: 0.1, y: 0.9, label: "size, 3 times as strong"},
    {x: 0.1, y: 33, label: "last year's outcome, 3 times as strong"},
    {x: 11, y: 3, label: "line of business's own drift, 3 times as strong"}
  ];
  return contour(
    rows,
    {
      x: {name: "x", label: "Of x", unit: "%"},
      y: {name: "y", label: "Of y", unit: "%"},
      value: {name: "left", label: "Left"}
    },
    {document, id: "crowded", title: "Crowded", benchmarks, width: [680, 288]}
  ).outerHTML;
}

function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const wrong: string[] = [];
    for (const text of document.querySelectorAll<SVGTextElement>(".figure-plot text")) {
      const scale = text.getScreenCTM()?.a ?? 1;
      const pixels = Number.parseFloat(getComputedStyle(text).fontSize) * Math.abs(scale || 1);
      const turned = (text.getScreenCTM()?.b ?? 0) !== 0;
      const seen = text.getBoundingClientRect().width > 0;
      if (seen && !turned && pixels < size) wrong.push(`${pixels.toFixed(1)} px: ${text.textContent}`);
    }
    for (const control of document.querySelectorAll("button, summary, input")) {
      const {width, height} = control.getBoundingClientRect();
      if (width > 0 && (width < 24 || height < 24)) wrong.push(`${width} × ${height}: ${control.textContent}`);
    }
    return wrong;
  }, least);
}

it("a reader with a keyboard reaches drawing, data and downloads of a figure, and leaves the tip", async () => {
  const page = await open(media[0]);
  const figure = page.locator("#style-lead-lag");
  const tip = figure.locator(".figure-tip:visible");
  await figure.locator(".figure-plot-wide").focus();
  expect(await outlined(page)).toBe(true);
  await page.keyboard.press("ArrowRight");
  expect(await tip.textContent()).toMatch(/follows −4: r/);
  expect(await figure.locator("[aria-live]").textContent()).toMatch(/follows −4: r/);
  await page.keyboard.press("End");
  expect(await tip.textContent()).toMatch(/follows \+4: r/);
  await page.keyboard.press("Escape");
  expect(await tip.count()).toBe(0);
  expect(await stops(page, 5)).toEqual(["Data and description", "CSV", "SVG", "PNG", "Link"]);
  await page.close();
});

it("a mark is found from 12 px away, and its tip stays while the pointer is on it", async () => {
  const page = await open(media[0]);
  const figure = page.locator("#style-connected");
  await figure.scrollIntoViewIfNeeded();
  const mark = await figure.locator(".figure-plot-wide circle[data-tip]").first().boundingBox();
  const tip = figure.locator(".figure-tip:visible");
  await page.mouse.move((mark?.x ?? 0) - 10, (mark?.y ?? 0) + 4);
  expect(await tip.textContent()).toMatch(/^2013: /);
  const box = await tip.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  expect(await tip.count()).toBe(1);
  await page.mouse.move((mark?.x ?? 0) - 40, (mark?.y ?? 0) + 60);
  expect(await tip.count()).toBe(0);
  await page.close();
});

it("a stretch of the scatter is chosen with a box, or in fields without dragging; table and CSV keep to it", async () => {
  const page = await open(media[0]);
  const figure = page.locator("#style-scatter");
  const [chosen, rows] = [figure.locator(".figure-chosen"), figure.locator("tbody tr:not([hidden])")];
  const all = await rows.count();
  await figure.scrollIntoViewIfNeeded();
  await figure.getByText("Choose a stretch").waitFor();
  await figure.locator(".figure-plot-wide").focus();
  expect((await stops(page, 1))[0]).toBe("Choose a stretch");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("0.25");
  await page.keyboard.press("Tab");
  const within = Number(/^(\d+) of 63 points/.exec((await chosen.textContent()) ?? "")?.[1]);
  expect(within).toBeGreaterThan(0);
  expect(within).toBeLessThan(all);
  expect(await rows.count()).toBe(within);
  expect(await figure.locator("[aria-live]").textContent()).toBe(await chosen.textContent());
  expect(await saved(page, "#style-scatter [data-action=csv]")).toContain(`# ${await chosen.textContent()}`);
  await figure.getByRole("button", {name: "Show all"}).press("Enter");
  expect(await rows.count()).toBe(all);
  const frame = await figure.locator(".figure-plot-wide .overlay").boundingBox();
  const at = (across: number, down: number): [number, number] => [
    (frame?.x ?? 0) + across * (frame?.width ?? 0),
    (frame?.y ?? 0) + down * (frame?.height ?? 0)
  ];
  await page.mouse.move(...at(0.3, 0.1));
  await page.mouse.down();
  await page.mouse.move(...at(0.7, 0.9), {steps: 4});
  await page.mouse.up();
  expect(await rows.count()).toBeLessThan(all);
  expect(await chosen.textContent()).toMatch(/points chosen: Participation 0\.\d+ to 0\.\d+, Engagement/);
  await page.close();
});

it("the ladder says what its steps mean when it is reached, and Escape puts that away", async () => {
  const page = await open(media[0]);
  const ladder = page.locator(".strength").first();
  const meaning = ladder.locator(".strength-meaning");
  expect(await meaning.isVisible()).toBe(false);
  await ladder.focus();
  expect(await meaning.isVisible()).toBe(true);
  expect(await meaning.textContent()).toMatch(/5: assigned at random.*How sure we are is high/);
  await page.keyboard.press("Escape");
  expect(await meaning.isVisible()).toBe(false);
  await page.close();
});

it("weighs little: a figure in its two widths, what enlivens all, and the frame with three kinds", async () => {
  const bytes = async (contents: string): Promise<number> => {
    const {outputFiles} = await build({
      stdin: {contents, resolveDir: process.cwd()},
      bundle: true,
      splitting: true,
      outdir: "out",
      write: false,
      format: "esm",
      target: "es2022",
      minify: true,
      plugins: [oneLanguage("en")]
    });
    // the brush, and the fonts of a figure that is saved, are asked for when they are wanted
    const loaded = outputFiles.filter(({path}) => !/addBrush|withFonts/.test(path));
    return loaded.reduce((sum, file) => sum + gzipSync(file.contents).length, 0);
  };
  const kinds = ["forest", "scatter", "series"];
  const imported = ["controls/enhanceFigures", ...kinds.map((kind) => `figures/${kind}`)].map(
    (path) => `export {${path.split("/")[1]}} from "./src/components/${path}.ts";`
  );
  const page = await open(media[0]);
  const figures = await Promise.all(
    kinds.map(async (kind) => gzipSync(await page.locator(`#style-${kind}`).evaluate((node) => node.outerHTML)).length)
  );
  await page.close();
  const [enlivening, three] = [await bytes(imported[0] ?? ""), await bytes(imported.join("\n"))];
  console.info(
    `bytes, gzip: ${kinds.map((kind, i) => `${kind} ${figures[i]}`).join(", ")}; enlivening ${enlivening}; frame with three kinds ${three}`
  );
  expect(Math.max(...figures)).toBeLessThan(12_000);
  expect(enlivening).toBeLessThan(6_000);
  expect(three).toBeLessThan(120_000);
});

async function stops(page: Page, tabs: number): Promise<string[]> {
  const found: string[] = [];
  for (let i = 0; i < tabs; i++) {
    await page.keyboard.press("Tab");
    found.push(await page.evaluate(() => document.activeElement?.textContent ?? ""));
  }
  return found;
}

function outlined(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const {outlineStyle, outlineWidth} = getComputedStyle(document.activeElement ?? document.body);
    return outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2;
  });
}

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return readFileSync(await download.path(), "utf8");
}

it("the drawing that is saved as SVG stands alone: no variable, no class it needs, its text alternative in it", async () => {
  const page = await open(media[0]);
  const drawing = await saved(page, "#style-coverage [data-action=svg]");
  expect(drawing).not.toContain("var(");
  expect(drawing).toContain("<title>All departments answered in all years</title>");
  expect(drawing).toContain('role="img"');
  expect(drawing).toMatch(/<text[^>]*>Source: rows invented for this page/);
  await page.close();
});
