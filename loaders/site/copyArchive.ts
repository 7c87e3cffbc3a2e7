import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Page} from "./pages.js";

/**
 * The pages of past releases differ in title and body alone. Framework makes the first of them; the others are copies of it,
 * so that a long history takes it no longer.
 */
export async function copyArchive(dist: string, [first, ...others]: readonly Page[]): Promise<void> {
  if (!first) return;
  const html = await readFile(join(dist, first.address), "utf8");
  const from = partsOf(first);
  for (const page of others) {
    const to = partsOf(page);
    const text = from.reduce((so, part, i) => so.replaceAll(part, () => to[i] ?? ""), html);
    await writeFile(join(dist, page.address), text);
  }
}

/** Title, its address in the page, and the mark of the body. */
function partsOf({file, markdown}: Page): string[] {
  const title = /^# (.+)$/m.exec(markdown)?.[1];
  const body = /@\{([\w.]+)\}/.exec(markdown)?.[1];
  if (title === undefined || body === undefined) throw new Error(`${file}: neither title nor body, so it has no copy`);
  return [title, title.toLowerCase().replaceAll(" ", "-"), `data-held="${body}"`];
}
