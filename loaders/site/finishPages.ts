import {readFile, readdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {JSDOM} from "jsdom";

/** What Framework's HTML lacks: the language, a viewport that may be enlarged, a description, no referrer. */
export async function finishPages(dist: string): Promise<void> {
  for (const file of (await readdir(dist, {recursive: true})).filter((name) => name.endsWith(".html"))) {
    const path = join(dist, file);
    const dom = new JSDOM(await readFile(path, "utf8"));
    const {document} = dom.window;
    document.documentElement.lang = "en";
    document.querySelector("meta[name=viewport]")?.setAttribute("content", "width=device-width, initial-scale=1");
    document.querySelector("meta[name=generator]")?.remove();
    document.querySelector("main")?.setAttribute("tabindex", "-1");
    const first = document.querySelector("main > p:not(.eyebrow)")?.textContent?.trim() ?? "";
    for (const [name, content] of [
      ["description", first.slice(0, 300)],
      ["referrer", "no-referrer"]
    ] as const) {
      const meta = document.createElement("meta");
      meta.name = name;
      meta.content = content;
      document.head.insertBefore(meta, document.querySelector("title"));
    }
    for (const anchor of document.querySelectorAll("a.observablehq-header-anchor")) anchor.removeAttribute("tabindex");
    await writeFile(path, dom.serialize());
    dom.window.close();
  }
}
