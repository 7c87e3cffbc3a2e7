/**
 * The explorer in a real browser at 1,000, 10,000 and 100,000 rows: `npx tsx test/bench/explorer.ts`. Prints, in
 * milliseconds, how long a change of the outcome takes to its repaint, and a move of the pointer, median and 95 %.
 */
import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {createServer} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {build} from "esbuild";
import {chromium} from "playwright-core";
import {releasedTables, study} from "../explore/releasedFixture.js";

const folder = await mkdtemp(join(tmpdir(), "longview-bench-"));
await build({
  entryPoints: [
    {in: "src/explore/explorer.ts", out: "explorer"},
    {in: "src/explore/worker/worker.ts", out: "worker"}
  ],
  outdir: folder,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true
});
const page = `<!doctype html><meta charset="utf-8"><div id="place" style="width:1200px"></div><script type="module">
import {explorer} from "./explorer.js";
const {tables, study} = await (await fetch("data" + location.search)).json();
const place = document.querySelector("#place");
place.replaceChildren(explorer(tables, {study, version: "bench", worker: () => new Worker("./worker.js", {type: "module"}), width: () => 1200}));
</script>`;
const sizes = new Map([
  [1_000, {units: 100, years: 10}],
  [10_000, {units: 1_000, years: 10}],
  [100_000, {units: 10_000, years: 10}]
]);
const server = createServer((request, response) => {
  const {pathname, searchParams} = new URL(request.url ?? "/", "http://localhost");
  const send = (type: string, text: string): void => void response.writeHead(200, {"content-type": type}).end(text);
  if (pathname === "/data") {
    const tables = releasedTables(1, sizes.get(Number(searchParams.get("n"))));
    send("application/json", JSON.stringify({tables, study}));
  } else if (pathname.endsWith(".js"))
    void readFile(join(folder, pathname), "utf8").then((text) => send("text/javascript", text));
  else send("text/html", page);
});
await new Promise<void>((resolve) => server.listen(0, resolve));
const address = server.address();
const base = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox"]
});
const found: Record<string, unknown>[] = [];
for (const rows of sizes.keys()) {
  const tab = await browser.newPage({viewport: {width: 1280, height: 1000}});
  await tab.goto(`${base}/?n=${rows}`);
  await tab.waitForSelector("#explore-pair", {timeout: 120_000});
  await tab.waitForTimeout(1500);
  const change = await tab.evaluate(async () => {
    const times: number[] = [];
    for (let turn = 0; turn < 12; turn++) {
      const select = document.querySelectorAll<HTMLSelectElement>(".explore-controls select")[2]!;
      select.value = turn % 2 === 0 ? "profit" : "margin";
      const start = performance.now();
      select.dispatchEvent(new Event("change"));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return times.slice(2);
  });
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
  found.push({rows, change: summary(change), pointer: summary(move)});
  await tab.close();
}
await browser.close();
server.close();
await writeFile(join(folder, "explorer.json"), JSON.stringify(found, null, 2));
console.info(JSON.stringify(found, null, 2));

function summary(times: readonly number[]): {median: number; p95: number} {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)) / 10;
  return {median: at(0.5), p95: at(0.95)};
}
