import {readFile} from "node:fs/promises";
import type {IncomingMessage, Server, ServerResponse} from "node:http";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {basename, extname, join} from "node:path";
import {labGuard} from "./labGuard.js";
import type {LabQueries} from "./labQueries.js";
import type {labNotebooks} from "./labNotebooks.js";
import {labPage} from "./labPage.js";

export interface LabOptions {
  readonly title: string;
  readonly token: string;
  readonly port: number;
  /** the bundle that runs notebooks */
  readonly runtime: string;
  /** what stands beside it: the released tables, what an editor completes */
  readonly beside: Readonly<Record<string, string>>;
  readonly queries: LabQueries;
  readonly notebooks: Awaited<ReturnType<typeof labNotebooks>>;
}

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm"
};
const longest = 4_000_000;

/** The lab, on this machine alone, under an address that nobody guesses. */
export async function labServer(options: LabOptions): Promise<Server> {
  const server = createServer((request, response) => {
    const {port} = server.address() as AddressInfo;
    const refused = labGuard(request, {port, token: options.token});
    if (refused) return send(response, 403, `refused: ${refused}\n`);
    answer(request, options).then(
      ({status = 200, type = "text/html; charset=utf-8", body}) => send(response, status, body, type),
      (error: unknown) =>
        send(response, 400, JSON.stringify({error: error instanceof Error ? error.message : "failed"}), types[".json"])
    );
  });
  await new Promise<void>((resolve) => server.listen(options.port, "127.0.0.1", resolve));
  return server;
}

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string | Buffer;
}

async function answer(request: IncomingMessage, options: LabOptions): Promise<Answer> {
  const [, , ...path] = new URL(request.url ?? "/", "http://lab").pathname.split("/");
  const place = path.join("/");
  const {beside, notebooks, queries} = options;
  if (request.method === "POST" && place === "query") {
    const {sql, values} = (await bodyOf(request)) as {sql: string; values: unknown[]};
    return json(await queries.ask(sql, values));
  }
  if (request.method === "PUT" && path[0] === "notebooks" && path[1] !== undefined) {
    await notebooks.keep(path[1], ((await bodyOf(request)) as {file: string}).file);
    return json({kept: true});
  }
  if (request.method === "GET" && place === "") return {body: await labPage(options.title)};
  if (request.method === "GET" && place === "notebooks.json") return json(await notebooks.list());
  if (request.method === "GET" && path[0] === "runtime" && path[1] !== undefined) {
    const name = basename(path[1]);
    if (Object.hasOwn(beside, name)) return {type: types[".json"], body: beside[name] ?? ""};
    return {
      type: types[extname(name)] ?? "application/octet-stream",
      body: await readFile(join(options.runtime, name))
    };
  }
  return {status: 404, type: "text/plain", body: "nothing here\n"};
}

const json = (value: unknown): Answer => ({type: types[".json"], body: JSON.stringify(value)});

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > longest) throw new RangeError("invalid request; too large");
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString()) as unknown;
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = "text/plain; charset=utf-8"
): void {
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY"
  });
  response.end(body);
}
