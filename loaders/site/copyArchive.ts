import {readFile, rm, rmdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Archive} from "./archivePages.js";
import type {Page} from "./pages.js";

/**
 * The pages of past releases differ in title and body alone. Framework makes one that stands for all; they are copies of it, so
 * that a long history takes it no longer.
 */
export async function copyArchive(dist: string, {pages, template}: Pick<Archive, "pages" | "template">): Promise<void> {
  const place = join(dist, template.address);
  const html = await readFile(place, "utf8");
  await rm(place);
  if (pages.length === 0) await rmdir(dirname(place));
  const from = partsOf(template);
  for (const page of pages) {
    const to = partsOf(page);
    const text = from.reduce((so, part, i) => so.replaceAll(part, () => to[i] ?? ""), html);
    await writeFile(join(dist, page.address), text);
  }
}

/** Title, its address in the page, and the mark of the body. */
function partsOf({file, markdown}: Page): string[] {
  const title = /^# (.+)$/m.exec(markdown)?.[1];
  const body = /(?:@\{|data-held=")([\w.]+)/.exec(markdown)?.[1];
  if (title === undefined || body === undefined) throw new Error(`${file}: neither title nor body, so it has no copy`);
  return [title, title.toLowerCase().replaceAll(" ", "-"), `data-held="${body}"`];
}
