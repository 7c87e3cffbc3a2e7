import {readFileSync} from "node:fs";
import type {Server} from "node:http";
import {copyFile, cp, mkdtemp, readFile, readdir, readlink, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {gzipSync} from "node:zlib";
import type {Browser, Page, Response} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {publish} from "../../loaders/release/publish.js";
import {runBuild} from "../../loaders/site/runBuild.js";
import {serveSite} from "../../loaders/site/serve.js";
import {parameters} from "../../loaders/simulate/parameters.js";
import {writeSimulation} from "../../loaders/simulate/writeSimulation.js";
import {launchBrowser} from "../../loaders/site/launchBrowser.js";
import {avoidedWords} from "../site/avoidedWords.js";
import {type Printed, printedOn, reported, twoForOne} from "../site/oneNumber.js";
import {pageText} from "../site/pageText.js";
import {readability} from "../site/readability.js";
import {readPages} from "../site/readPages.js";
import {cardInView} from "./cardInView.js";
import {crossedLabels} from "./crossedLabels.js";
import {svgContrast} from "./svgContrast.js";

// evaluated, since the pages themselves allow no script but their own
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser: Browser;

/** pages of what other pages keep apart */
const apart = /-(data|narrow(-\d+)?)\.html$/;
const openTables = (): void => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details.figure-data")) details.open = true;
};

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Weight {
  readonly bytes: number;
  readonly requests: number;
}

/** What is found on every page, two open at a time. */
async function eachPage(pages: readonly string[], look: (name: string) => Promise<string[]>): Promise<string[]> {
  const left = pages.values();
  const lookOn = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const name of left) found.push(...(await look(name)));
    return found;
  };
  return (await Promise.all([lookOn(), lookOn()])).flat();
}

/** A page in a profile of its own, with the errors and foreign requests that it met, and what it weighs at 1280 px. */
async function openWatched(
  address: string,
  {width, base, weighed}: {width: number; base: string; weighed: Map<string, Weight>}
): Promise<{page: Page; troubles: string[]}> {
  const page = await browser.newPage({viewport: {width, height: 900}, colorScheme: "light"});
  const troubles: string[] = [];
  page.on("console", (message) => message.type() === "error" && troubles.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith("data:"))
      troubles.push(`foreign: ${request.url()}`);
  });
  const loading: Promise<number>[] = [];
  const weigh = (response: Response): void => {
    if (!/\.woff2|\/worker\//.test(response.url())) loading.push(response.body().then((body) => gzipSync(body).length));
  };
  page.on("response", weigh);
  await page.goto(address, {waitUntil: "networkidle"});
  await page.evaluate(() => document.fonts.ready);
  page.off("response", weigh);
  const bytes = (await Promise.all(loading)).reduce((sum, size) => sum + size, 0);
  if (width === 1280) weighed.set(address.slice(base.length + 1), {bytes, requests: loading.length});
  return {page, troubles};
}

/** Words in drawings that are too faint, as a reader of that medium and scheme sees them; the page stays in it. */
async function faintOn(
  page: Page,
  seen: {readonly media: "screen" | "print"; readonly colorScheme: "light" | "dark"}
): Promise<string[]> {
  await page.emulateMedia(seen);
  const faint = (await svgContrast(page)).filter(({ratio, least}) => ratio < least);
  return faint.map(
    ({figure, text, ratio}) => `${seen.colorScheme}, ${seen.media}: ${figure}, “${text}”: ${ratio.toFixed(2)} to 1`
  );
}

/** What is not as it should be once a reader wants what a page keeps apart. */
async function broughtIn(
  page: Page,
  {id, html, isTable}: {readonly id: string; readonly html: string; readonly isTable: boolean}
): Promise<string[]> {
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  if (isTable) await figure.locator(".figure-data summary").click();
  const place = figure.locator(isTable ? ".figure-data" : ".figure-plot-narrow");
  const [part, tag] = isTable ? ["tbody tr", "<tr>"] : ["svg", "<svg"];
  await place.locator(part).first().waitFor();
  const [there, expected] = [await place.locator(part).count(), html.split(tag).length - (isTable ? 2 : 1)];
  const wrong = there === expected ? [] : [`${there} of ${expected} ${part}`];
  if (await figure.locator("a[data-apart]:visible").count()) wrong.push("the link is still there");
  if (!html.includes('data-tip=""')) return wrong;
  await place.focus();
  await page.keyboard.press("End");
  const tip = await place.locator(".figure-tip").textContent();
  return tip ? wrong : [...wrong, "its last mark has no words"];
}

/** What axe finds, of all its rules or of those with one tag. */
function violationsOf(page: Page, tag?: string): Promise<string[]> {
  return page.evaluate(async (only) => {
    const {axe: tool} = globalThis as unknown as {
      axe: {run(options: object): Promise<{violations: {id: string; nodes: {html: string}[]}[]}>};
    };
    const {violations} = await tool.run(only ? {runOnly: {type: "tag", values: [only]}} : {});
    return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  }, tag);
}

describe.each(["data/fujitsu-ssl", "data/jtrain"])("the site of %s", (study) => {
  let out: string;
  let server: Server;
  let base: string;
  let pages: string[];
  /** what they keep apart */
  let parts: string[];
  const weighed = new Map<string, Weight>();
  const printed = new Map<string, Printed>();

  beforeAll(async () => {
    out = join(await mkdtemp(join(tmpdir(), "longview-out-")), `site-${study.split("/")[1]}`);
    if ((await runBuild({study, out})) !== 0) throw new Error(`the site of ${study} was not built`);
    const all = (await readdir(out, {recursive: true})).filter((name) => name.endsWith(".html")).toSorted();
    [pages, parts] = [all.filter((name) => !apart.test(name)), all.filter((name) => apart.test(name))];
    server = await serveSite(out);
    const address = server.address();
    base = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
  });
  afterAll(() => server.close());

  it("has the pages that its tables allow", () => {
    const common = [
      "bring-your-own-study.html",
      "changes.html",
      "data.html",
      "explore.html",
      "findings/departments.html",
      "glossary.html",
      "index.html",
      "methods.html",
      "notebooks/index.html",
      "notebooks/live.html",
      "notebooks/reference.html",
      "plan.html"
    ];
    const notebooks = ["big-departments", "for-r-users", "rebuild-the-headline", "simulated", "two-year-lag"].map(
      (name) => `notebooks/${name}.html`
    );
    const findings = ["engagement", "managers", "organisation", "purpose", "sessions"].map(
      (name) => `findings/${name}.html`
    );
    // earlier releases on this machine have an address each
    expect(pages.filter((name) => !name.startsWith("archive/"))).toEqual(
      (study === "data/jtrain"
        ? common
        : [...common, ...findings, ...notebooks, "overview.html", "robustness.html"]
      ).toSorted()
    );
  });

  it.each([1280, 375])(
    "shows every page at %i px: no error, no foreign request, nothing sideways, axe clean",
    async (width) => {
      const troubles = await eachPage([...pages, ...parts], async (name) => {
        const {page, troubles: met} = await openWatched(`${base}/${name}`, {width, base, weighed});
        if (width === 1280 && reported.test(name) && pages.includes(name)) {
          await page.evaluate(openTables);
          await page.waitForFunction(() => !document.querySelector("details a[data-apart]"));
          printed.set(name, await page.evaluate(printedOn));
        }
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth
        );
        if (sideways > 0) met.push(`${name} at ${width}: ${sideways} px too wide`);
        met.push(...(await crossedLabels(page)).map((crossed) => `${name} at ${width}: ${crossed}`));
        await page.evaluate(axe);
        met.push(...(await violationsOf(page)).map((violation) => `${name} at ${width}, light: ${violation}`));
        if (width === 1280) {
          for (const media of ["screen", "print"] as const)
            met.push(...(await faintOn(page, {media, colorScheme: "light"})).map((faint) => `${name}, ${faint}`));
          // the scheme changes colours alone: no script reads it
          met.push(
            ...(await faintOn(page, {media: "screen", colorScheme: "dark"})).map((faint) => `${name}, ${faint}`)
          );
          met.push(...(await violationsOf(page, "cat.color")).map((violation) => `${name}, dark: ${violation}`));
        }
        await page.close();
        return met;
      });
      expect(troubles).toEqual([]);
    }
  );

  it("brings in what a page keeps apart when it is wanted: a table on opening, a drawing on a narrow screen, with its words", async () => {
    expect(parts.length > 0).toBe(study !== "data/jtrain");
    const page = await browser.newPage({viewport: {width: 375, height: 800}});
    const wrong: string[] = [];
    for (const name of parts) {
      const html = await readFile(join(out, name), "utf8");
      const [, back = "", id = ""] = /<a href="\.\/([^"#]+)#([^"]+)">/.exec(html) ?? [];
      await page.goto(`${base}/${join(dirname(name), back)}`, {waitUntil: "networkidle"});
      wrong.push(
        ...(await broughtIn(page, {id, html, isTable: name.endsWith("-data.html")})).map((one) => `${name}: ${one}`)
      );
    }
    await page.close();
    expect(wrong).toEqual([]);
  });

  it("keeps each finding's card in view to the end of its page, and over nothing that is wider than the text", async () => {
    const page = await browser.newPage({viewport: {width: 1280, height: 720}});
    const troubles: string[] = [];
    for (const name of pages.filter((one) => one.startsWith("findings/"))) {
      await page.goto(`${base}/${name}`, {waitUntil: "networkidle"});
      troubles.push(...(await cardInView(page)).map((trouble) => `${name}: ${trouble}`));
    }
    await page.close();
    expect(troubles).toEqual([]);
  });

  it("reads without JavaScript: title and sentence stand in the HTML", async () => {
    const context = await browser.newContext({javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(`${base}/findings/departments.html`);
    expect(await page.textContent("h1")).toMatch(/\w{4}/);
    expect(await page.textContent("main")).toMatch(/95.%.confidence interval lies between .* based on \d+/);
    expect(await page.title()).toContain(((await page.textContent("h1")) ?? "").slice(0, 20));
    await context.close();
  });

  it("prints one quantity by one number on every page, in figures, tips, tables and what they save", () => {
    expect([...printed.keys()].toSorted()).toEqual(pages.filter((one) => reported.test(one)));
    expect(twoForOne(printed)).toEqual([]);
  });

  it("is read by who has left school at fourteen: grade 9 or less on the report, none of the words to avoid", async () => {
    for (const address of readPages.filter((one) => pages.includes(`${one}.html`))) {
      const texts = pageText(await readFile(join(out, `${address}.html`), "utf8"));
      const {grade, median} = readability(texts);
      expect(grade, address).toBeLessThanOrEqual(9);
      expect(median, address).toBeLessThanOrEqual(20);
      expect(
        avoidedWords.filter(([pattern]) => texts.some((text) => pattern.test(text))),
        address
      ).toEqual([]);
    }
  });

  it("keeps its budgets: bytes, gzip, and requests of each page, fonts and the explorer's engine apart", () => {
    expect([...weighed.keys()].toSorted()).toEqual([...pages, ...parts].toSorted());
    const heavy = Array.from(weighed).flatMap(([name, {bytes, requests: made}]) => {
      const [most, requests] =
        name === "index.html"
          ? [1e5, 12]
          : name === "explore.html"
            ? [1.5e5, 19]
            : name === "notebooks/live.html"
              ? [1.5e5, 20]
              : name === "notebooks/simulated.html"
                ? [2.2e5, 16]
                : [1.2e5, 15];
      return bytes > most || made > requests ? [`${name}: ${bytes} bytes in ${made} requests`] : [];
    });
    console.info(
      `bytes in requests: ${Array.from(weighed, ([name, {bytes, requests}]) => `${name} ${bytes} in ${requests}`).join(", ")}`
    );
    expect(heavy).toEqual([]);
  });

  it("answers three changes on each finding's page, in the address, and goes back to the plan", async () => {
    const page = await browser.newPage();
    const troubles: string[] = [];
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    for (const name of pages.filter((one) => one.startsWith("findings/"))) {
      await page.goto(`${base}/${name}`, {waitUntil: "networkidle"});
      // of each control the last, then what else the first one has
      const changes = await page.$$eval("form.answering select", (all: HTMLSelectElement[]) => {
        const others = all.map(({name: choice, value, options}) =>
          [...options].flatMap((one) => (one.value === value ? [] : [{choice, other: one.value}]))
        );
        return [...others.flatMap((some) => some.slice(-1)), ...(others[0] ?? []).slice(0, -1)].slice(0, 3);
      });
      expect(changes, name).toHaveLength(3);
      const planned = await page.textContent("h1 ~ p");
      for (const {choice, other} of changes) {
        await page.selectOption(`form.answering select[name=${choice}]`, other);
        await page.waitForSelector(
          "[data-exploratory] .answering-said .explore-badge, .answering-said .explore-warning"
        );
        await page.waitForFunction(() => !/Working/.test(document.querySelector(".answering-said")?.textContent ?? ""));
        expect(new URL(page.url()).searchParams.get(choice), name).toBe(other);
        await page.click(".answering-said a");
        await page.waitForSelector(".answering-said:empty", {state: "attached"});
        expect(new URL(page.url()).search, name).toBe("");
        expect(await page.textContent("h1 ~ p"), name).toBe(planned);
      }
    }
    await page.goto(`${base}/findings/departments.html?outcome=%3Cb%3E`, {waitUntil: "networkidle"});
    await page.waitForSelector(".answering-said .explore-warning");
    expect(await page.textContent(".answering-said")).toMatch(/“<b>” is unknown|cannot be chosen here/);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("prints the overview on one landscape sheet of A4", async () => {
    if (!pages.includes("overview.html")) return;
    const page = await browser.newPage();
    await page.goto(`${base}/overview.html`, {waitUntil: "networkidle"});
    const sheet = (await page.pdf({preferCSSPageSize: true})).toString("latin1");
    expect(sheet.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    const [, wide, high] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheet) ?? [];
    expect(Number(wide)).toBeGreaterThan(Number(high));
    await page.close();
  });

  it("explores a comparison that the address holds: back, forward, and a link that is not right", async () => {
    const page = await browser.newPage();
    await page.goto(`${base}/explore.html`, {waitUntil: "networkidle"});
    await page.waitForSelector("#explore-pair");
    await page.waitForSelector(".explore-said .claim-sentence");
    const planned = await page.textContent(".explore-said");
    expect(planned).toMatch(/Planned on .* 95.% confidence interval|There is no interval|no interval/);
    await page.click("[data-view=shuffle]");
    await page.waitForSelector("#explore-shuffle, .figure-empty");
    await expect.poll(() => page.url()).toMatch(/[?]table=department_years&x=\w+&y=\w+.*&view=shuffle/);
    await page.goBack();
    await page.waitForSelector("#explore-pair");
    await page.waitForSelector(".explore-said .claim-sentence");
    expect(await page.textContent(".explore-said")).toBe(planned);
    await page.goto(`${base}/explore.html#x=headcount&y=participants`, {waitUntil: "networkidle"});
    expect(await page.textContent("[role=alert]")).toMatch(/“participants” is unknown/);
    await page.close();
  });

  it("claims no cause where people chose to take part, and returns nowhere", async () => {
    for (const name of pages.filter((page) => page === "index.html" || page.startsWith("findings/"))) {
      const html = await readFile(join(out, name), "utf8");
      const text = html.slice(html.indexOf("<main"), html.indexOf("</main>")).replaceAll(/<[^>]*>/g, " ");
      const told =
        text.match(/\b(caus(ed?|es|ing)|drove|drives|prov(es|ed|en)|impact of|led to|thanks to|resulted in|ROI)\b/gi) ??
        [];
      expect(
        told.filter((word) => word !== "cause"),
        name
      ).toEqual([]);
    }
  });

  it("shows the published estimates of the real study beside ours, agreeing to the printed digits", async () => {
    if (study !== "data/jtrain") return;
    const html = await readFile(join(out, "findings/departments.html"), "utf8");
    expect(html).toContain("−0.252 (0.151)");
    expect(html).toContain("−0.422 (0.210)");
    const [table = ""] = /Agrees to the printed digits[\s\S]*?<\/table>/.exec(html) ?? [];
    expect(table.match(/<td>yes<\/td>/g)).toHaveLength(2);
  });

  it("says on every page that it is a synthetic reconstruction, where it is one", async () => {
    for (const name of [...pages, ...parts]) {
      const said = (await readFile(join(out, name), "utf8")).includes("Synthetic reconstruction");
      expect(said, name).toBe(study === "data/fujitsu-ssl");
    }
  });
});

describe("build", () => {
  it("shows a changed profit; merges more under a tighter rule; keeps the site when a row is broken", async () => {
    const place = await mkdtemp(join(tmpdir(), "longview-change-"));
    const [study, out] = [join(place, "changed"), join(place, "site-change")];
    await writeSimulation(study, {seed: 5, parameters: {...parameters, departments: 12, programmeYears: 3}});
    const years = join(study, "finance/segment-accounts.csv");
    const described = join(study, "datapackage.json");
    const released = async (): Promise<string> => {
      const files = await readdir(join(out, "_file/data"));
      return readFile(join(out, "_file/data", files.find((name) => name.startsWith("department_years")) ?? ""), "utf8");
    };
    const build = (): Promise<number> => runBuild({study, out});
    const cells = (text: string): number => text.split('"participation":').length;
    await build();
    const before = await released();

    const csv = await readFile(years, "utf8");
    const alone = /^(2012年3月期,D09,.*,)"[^"]*"$/m;
    expect(csv).toMatch(alone);
    await writeFile(years, csv.replace(alone, '$1"△123,456"'));
    // a site of every state would show no more than what is published of it
    const {tables} = await publish(study);
    const after = JSON.stringify(tables.get("department_years")?.value);
    expect(before).not.toContain("-123456000");
    expect(after).toContain("-123456000");

    const tight = (await readFile(described, "utf8")).replace('"activity.participants": 1', '"activity.eligible": 20');
    await writeFile(described, tight);
    await build();
    expect(cells(await released())).toBeLessThan(cells(after));

    const standing = await readlink(out);
    await writeFile(years, csv.replace(/^(2010年3月期,D02,.*,)"[^"]*"$/m, "$1much"));
    await expect(build()).rejects.toThrow(/segment-accounts\.csv, row 4, column 営業利益/);
    expect(await readlink(out)).toBe(standing);
    await rm(place, {recursive: true});
  });

  it("shows a department's name as text, whatever it is", async () => {
    const place = await mkdtemp(join(tmpdir(), "longview-name-"));
    const [study, out] = [join(place, "study"), join(place, "site-name")];
    const nasty = '${1+1}</script><a href="x.csv">';
    await cp("data/jtrain", study, {recursive: true});
    await copyFile("data/jtrain/datapackage.json", join(study, "datapackage.json"));
    const described = JSON.parse(await readFile(join(study, "datapackage.json"), "utf8")) as {
      name: string;
      study: {title: string};
    };
    described.name = "named";
    described.study.title = nasty;
    await writeFile(join(study, "datapackage.json"), JSON.stringify(described));
    const sql = join(study, "sql/departments.sql");
    await writeFile(sql, (await readFile(sql, "utf8")).replace("'Firm ' || fcode", `'${nasty}'`));
    expect(await runBuild({study, out})).toBe(0);
    const server = await serveSite(out);
    const address = server.address();
    const page = await browser.newPage();
    await page.goto(`http://localhost:${typeof address === "object" && address ? address.port : 0}/explore.html`, {
      waitUntil: "networkidle"
    });
    await page.waitForSelector(".figure-data");
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    await page.waitForSelector(".figure-data td", {state: "attached"});
    expect(await page.textContent(".figure-data td:nth-child(2)")).toBe(nasty);
    expect(await page.textContent(".site-name")).toBe(nasty);
    expect(await page.$('a[href*="x.csv"]')).toBeNull();
    await page.goto(page.url().replace("explore", "index"));
    expect(await page.textContent("main .eyebrow")).toBe(nasty);
    expect((await readdir(out, {recursive: true})).filter((name) => name.includes("x.csv"))).toEqual([]);
    server.close();
    await page.close();
  });
});
