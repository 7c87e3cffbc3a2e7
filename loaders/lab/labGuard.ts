import {timingSafeEqual} from "node:crypto";
import type {IncomingMessage} from "node:http";

/**
 * Why a request to the lab is refused, or null. It must come from this machine, name this machine (a name that somebody
 * turned to it is another), be no other page's, and know the token.
 */
export function labGuard(request: IncomingMessage, {port, token}: {port: number; token: string}): string | null {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  const {host = "", origin} = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (!["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "")) return "not this machine";
  if (!own.includes(host)) return "another host";
  if (origin !== undefined && origin !== `http://${host}`) return "another origin";
  if (site !== undefined && site !== "same-origin" && site !== "none") return "another site";
  if (!isToken((request.url ?? "").split("/")[1] ?? "", token)) return "no token";
  const writes = request.method === "PUT" || request.method === "POST";
  if (!writes && request.method !== "GET") return "another method";
  if (writes && request.headers["content-type"] !== "application/json") return "another kind of content";
  return null;
}

function isToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
