import {mkdtemp, rename, utimes, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {serveSite} from "../../loaders/site/serve.js";

it("serveSite(out) sends a file once: who has it hears that it is unchanged, until it is not", async () => {
  const site = await mkdtemp(join(tmpdir(), "longview-serve-"));
  await writeFile(join(site, "a.js"), "1");
  const server = await serveSite(site);
  const address = server.address();
  const url = `http://localhost:${typeof address === "object" && address ? address.port : 0}/a.js`;
  try {
    const first = await fetch(url);
    expect([first.status, await first.text()]).toEqual([200, "1"]);
    const headers = {"if-none-match": first.headers.get("etag") ?? "none"};
    const again = await fetch(url, {headers});
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await writeFile(join(site, "a.js"), "22");
    const changed = await fetch(url, {headers});
    expect([changed.status, await changed.text()]).toEqual([200, "22"]);
    expect((await fetch(`${url}x`)).status).toBe(404);
  } finally {
    server.close();
  }
});

it("serveSite(out) sends a page that was built again with the same length and the same date", async () => {
  const site = await mkdtemp(join(tmpdir(), "longview-serve-"));
  const build = async (text: string): Promise<void> => {
    await writeFile(join(site, "next"), text);
    await utimes(join(site, "next"), 0, 0);
    await rename(join(site, "next"), join(site, "a.html"));
  };
  await build("1.7");
  const server = await serveSite(site);
  const address = server.address();
  const url = `http://localhost:${typeof address === "object" && address ? address.port : 0}/a.html`;
  try {
    const etag = (await fetch(url)).headers.get("etag") ?? "none";
    await build("1.2");
    const again = await fetch(url, {headers: {"if-none-match": etag}});
    expect([again.status, await again.text()]).toEqual([200, "1.2"]);
  } finally {
    server.close();
  }
});
