import {createReadStream, type Stats} from "node:fs";
import {realpath, stat} from "node:fs/promises";
import type {Server} from "node:http";
import {createServer} from "node:http";
import {extname, join, resolve, sep} from "node:path";
import type {PlacedSite} from "./builtRecord.js";
import {needSite} from "./needSite.js";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".cff": "text/plain; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".woff2": "font/woff2"
};

/** `serve`: shows the published site on this machine until it is stopped. */
export async function runServe(values: PlacedSite & {readonly port: number}): Promise<number> {
  const {port} = values;
  needSite(values);
  const server = await serveSite(values.out, port);
  const address = server.address();
  process.stdout.write(`http://localhost:${typeof address === "object" && address ? address.port : port}/\n`);
  await new Promise((done) => server.on("close", done));
  return 0;
}

/** Serves the files of a site; nothing outside its folder. */
export async function serveSite(out: string, port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(out, request.url ?? "/").then(({status, file, etag}) => {
      const known = etag !== undefined && request.headers["if-none-match"] === etag;
      response.writeHead(known ? 304 : status, {
        "content-type": file ? (types[extname(file)] ?? "application/octet-stream") : "text/plain",
        "cache-control": "no-cache",
        ...(etag === undefined ? {} : {etag})
      });
      if (file && !known && request.method !== "HEAD") createReadStream(file).pipe(response);
      else response.end(file ? "" : "not found");
    });
  });
  await new Promise<void>((done, failed) => server.once("error", failed).listen(port, "localhost", done));
  return server;
}

interface Answer {
  readonly status: number;
  readonly file?: string;
  /** by which a browser asks whether what it has is still so, and keeps what it has compiled */
  readonly etag?: string;
}

async function answer(out: string, url: string): Promise<Answer> {
  try {
    const root = await realpath(resolve(out));
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
    const found = file.startsWith(root + sep) ? await stat(file).catch(() => null) : null;
    return found?.isFile() ? {status: 200, file, etag: tagOf(found)} : {status: 404};
  } catch {
    return {status: 404};
  }
}

/** A built file has the date of its study, whenever it was built: what tells two builds apart is when it was written. */
function tagOf({ino, size, ctimeMs}: Stats): string {
  return `"${ino}-${size}-${ctimeMs}"`;
}
