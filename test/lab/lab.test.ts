import {mkdir, mkdtemp, readFile, readdir, writeFile} from "node:fs/promises";
import type {IncomingHttpHeaders, RequestOptions, Server} from "node:http";
import {request} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {labNotebooks} from "../../loaders/lab/labNotebooks.js";
import {labServer} from "../../loaders/lab/labServer.js";
import {runTable} from "../../loaders/lab/runTable.js";
import {labQueries} from "../../loaders/lab/labQueries.js";
import {slugOf} from "../../loaders/notebook/runNotebook.js";
import {verifySite} from "../../loaders/site/verifySite.js";
import {readStudy, type Study} from "../../loaders/study/readStudy.js";

const token = "a-token-that-nobody-guesses";
let server: Server;
let port: number;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "longview-lab-"));
  const study = {folder, title: "Made up"} as Study;
  server = await labServer({
    title: "Made up",
    token,
    port: 0,
    runtime: folder,
    beside: {"tables.json": "{}"},
    queries: {ask: async (sql) => ({rows: [{sql}], more: false}), close() {}},
    notebooks: await labNotebooks(study)
  });
  ({port} = server.address() as AddressInfo);
});
afterAll(() => server.close());

function ask(
  path: string,
  headers: IncomingHttpHeaders = {},
  {body, ...options}: RequestOptions & {body?: string} = {}
): Promise<{status: number; text: string; headers: IncomingHttpHeaders}> {
  return new Promise((resolve, reject) => {
    const asked = request({host: "127.0.0.1", port, path, headers, ...options}, (response) => {
      let text = "";
      response.on("data", (part) => (text += String(part)));
      response.on("end", () => resolve({status: response.statusCode ?? 0, text, headers: response.headers}));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const query = {method: "POST", body: JSON.stringify({sql: "SELECT 1", values: []})};
const json = {"content-type": "application/json"};

describe("the lab", () => {
  it("answers on this machine alone, to who knows its address", async () => {
    expect((server.address() as AddressInfo).address).toBe("127.0.0.1");
    const page = await ask(`/${token}/`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Not for publication");
    expect(page.headers["access-control-allow-origin"]).toBe(undefined);
    expect(page.headers["referrer-policy"]).toBe("no-referrer");
    expect(JSON.parse((await ask(`/${token}/query`, json, query)).text)).toEqual({
      rows: [{sql: "SELECT 1"}],
      more: false
    });
  });

  it.each([
    ["no token", "/", {}, {}],
    ["another token", "/another-token-of-that-size/", {}, {}],
    ["a part of the token", `/${token.slice(0, 5)}/`, {}, {}],
    ["a name that somebody turned to this machine", `/${token}/`, {host: "elsewhere.example"}, {}],
    ["a page of another origin", `/${token}/query`, {...json, origin: "https://elsewhere.example"}, query],
    ["a page of another port of this machine", `/${token}/query`, {...json, origin: "http://127.0.0.1:1"}, query],
    ["a page from a file", `/${token}/query`, {...json, origin: "null"}, query],
    ["another site, by a browser's own word", `/${token}/`, {"sec-fetch-site": "cross-site"}, {}],
    ["a form of another page, which can send no JSON", `/${token}/query`, {"content-type": "text/plain"}, query],
    ["another method", `/${token}/`, {}, {method: "DELETE"}]
  ])("refuses %s", async (_, path, headers, options) => {
    const {status, text} = await ask(path, headers, options);
    expect(status).toBe(403);
    expect(text).toMatch(/^refused: /);
  });

  it("keeps notebooks in the study's own folder, out of git, marked, under no other name", async () => {
    const put = (name: string) =>
      ask(`/${token}/notebooks/${name}`, json, {method: "PUT", body: JSON.stringify({file: "<notebook></notebook>"})});
    expect((await put("hours")).status).toBe(200);
    expect(await readFile(join(folder, "lab/hours.html"), "utf8")).toContain('<notebook lab="not-for-publication"');
    expect(await readFile(join(folder, "lab/.gitignore"), "utf8")).toBe("*\n");
    for (const name of ["..%2Fout", "..", "a.html", "%00", "A"]) expect((await put(name)).status).not.toBe(200);
    expect(await readdir(folder)).toEqual(["lab"]);
  });

  it("serves nothing but its own files", async () => {
    await writeFile(join(folder, "page.js"), "0;");
    expect((await ask(`/${token}/runtime/page.js`)).text).toBe("0;");
    for (const path of ["runtime/..%2F..%2Fetc%2Fpasswd", "runtime/../../../etc/passwd", "lab/hours.html"])
      expect((await ask(`/${token}/${path}`)).status).not.toBe(200);
  });
});

it("verifySite(dist, pages) refuses a site with a page, an output or a notebook of the lab in it", async () => {
  const page = (body: string): string =>
    `<!doctype html><html><head><title>t</title></head><body><main><h1>t</h1>${body}</main></body></html>`;
  const files = {
    "page.html": page("").replace("<html>", '<html lab="not-for-publication">'),
    "output.html": page('<p data-lab="not-for-publication">Not for publication</p>'),
    "shipped.json": JSON.stringify({a: '<notebook lab="not-for-publication"></notebook>'})
  };
  for (const [name, text] of Object.entries(files)) {
    const dist = await mkdtemp(join(tmpdir(), "longview-dist-"));
    await writeFile(join(dist, "index.html"), page(""));
    await verifySite(dist, ["index.html"]);
    await writeFile(join(dist, name), text);
    await expect(verifySite(dist, ["index.html"])).rejects.toThrow(
      `${name}: from the lab, which is not for publication`
    );
  }
});

describe("the lab's queries", () => {
  it("read the warehouse, write nothing, open no file and no address", async () => {
    const queries = await labQueries(await readStudy("data/jtrain"));
    try {
      const {rows} = await queries.ask("SELECT count(*) AS n FROM department_years WHERE fiscal_year >= $1", [1900]);
      expect(Number(rows[0]?.n)).toBeGreaterThan(0);
      for (const sql of [
        "CREATE TABLE taken AS SELECT 1",
        "DELETE FROM department_years",
        "COPY (SELECT 1) TO '/tmp/longview-taken.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM 'https://elsewhere.example/a.csv'",
        "ATTACH '/tmp/longview-taken.duckdb'",
        "INSTALL httpfs",
        "SET enable_external_access = true"
      ])
        await expect(queries.ask(sql, []), sql).rejects.toThrow(/read-only|disabled|permission|cannot|locked/i);
    } finally {
      queries.close();
    }
  });

  it("table new begins a released table that does not compile before every column has its kind", async () => {
    const place = await mkdtemp(join(tmpdir(), "longview-table-"));
    await mkdir(place, {recursive: true});
    const sql = join(place, "asked.sql");
    await writeFile(sql, "SELECT fiscal_year, count(*) AS firms FROM department_years GROUP BY fiscal_year;");
    await runTable("firm_years", {sql, study: "data/jtrain", out: place});
    const made = await readFile(join(place, "firmYears.ts"), "utf8");
    expect(made).toContain("fiscal_year: fillIn,\n        firms: fillIn");
    expect(await readFile(join(place, "firm_years.sql"), "utf8")).toMatch(/^-- grain/);
    await expect(runTable("firm_years", {sql, study: "data/jtrain", out: place})).rejects.toThrow("is there already");
  });
});

it("slugOf(title) is what can stand in an address", () => {
  expect(slugOf("Is it the big departments?")).toBe("is-it-the-big-departments");
  expect(() => slugOf("大きな部署")).toThrow("invalid title");
});
