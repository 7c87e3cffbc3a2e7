import {mkdtemp, readFile} from "node:fs/promises";
import {createServer, type Server} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {build} from "esbuild";
import type {Browser, Page} from "playwright-core";
import {launchBrowser} from "../../loaders/site/launchBrowser.js";
import {releasedTables, study} from "../explore/releasedFixture.js";
import {fonts} from "../../src/style/fonts.js";

const markup = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Explore</title><link rel="stylesheet" href="theme.css"><main><h1>Explore</h1><div id="place"></div></main><script type="module">
import {explorer} from "./explorer.js";
const {tables, study} = await (await fetch("data" + location.search)).json();
const place = document.querySelector("#place");
const width = Number(new URLSearchParams(location.search).get("width") ?? 1200);
place.style.width = width + "px";
place.replaceChildren(explorer(tables, {study, version: "bench", worker: () => new Worker("./worker.js", {type: "module"}), width: () => width}));
</script>`;

/** The explorer alone, on the fixture's tables: without a whole site, at any number of units (?units=) and any width (?width=). */
export async function serveExplorer({minify = true} = {}): Promise<{readonly server: Server; readonly base: string}> {
  const folder = await mkdtemp(join(tmpdir(), "longview-explorer-"));
  await build({
    entryPoints: [
      {in: "src/explore/explorer.ts", out: "explorer"},
      {in: "src/explore/worker/worker.ts", out: "worker"}
    ],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify
  });
  const {files, rules} = fonts({base: "fonts/"});
  const server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? "/", "http://localhost");
    const send = (type: string, text: string): void => void response.writeHead(200, {"content-type": type}).end(text);
    if (pathname === "/data") {
      const tables = releasedTables(1, {units: Number(searchParams.get("units") ?? 24), years: 10});
      send("application/json", JSON.stringify({tables, study}));
    } else if (pathname.endsWith(".js"))
      void readFile(join(folder, pathname), "utf8").then((text) => send("text/javascript", text));
    else if (pathname === "/theme.css")
      void readFile("src/style/theme.css", "utf8").then((text) => send("text/css", `${rules}${text}`));
    else if (pathname.startsWith("/fonts/")) {
      const asked = files.find(({name}) => pathname === `/fonts/${name}`);
      if (asked)
        void readFile(asked.path).then((bytes) => response.writeHead(200, {"content-type": "font/woff2"}).end(bytes));
      else response.writeHead(404).end();
    } else send("text/html", markup);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  return {server, base: `http://localhost:${typeof address === "object" && address ? address.port : 0}`};
}

export interface OpenExplorer {
  readonly server: Server;
  readonly base: string;
  readonly browser: Browser;
  readonly page: Page;
}

/** The explorer served, and a browser's page beside it that is still empty. */
export async function openExplorer(timeout: number): Promise<OpenExplorer> {
  const served = await serveExplorer();
  const browser = await launchBrowser();
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  page.setDefaultTimeout(timeout);
  return {...served, browser, page};
}
