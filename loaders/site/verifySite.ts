import {readFile, readdir, stat} from "node:fs/promises";
import {dirname, join, normalize, relative} from "node:path";
import {parse} from "parse5";
import {isFromLab} from "./labMark.js";
import {type PageFacts, pageFacts} from "./pageFacts.js";

const allowed = /\.(html|css|js|json|wasm|woff2)$|^CITATION\.cff$/;

/** What is known of pages as they were just written, by their paths under the site. */
export type WrittenPages = ReadonlyMap<string, PageFacts>;

/**
 * Holds a built site to what it promises: every page there, every link and asset inside it, every data file valid,
 * nothing fetched from elsewhere, nothing published that is not expected.
 *
 * @param written  of pages that need not be parsed again
 * @throws {Error} listing what is wrong
 */
export async function verifySite(
  dist: string,
  pages: readonly string[],
  {written = new Map()}: {readonly written?: WrittenPages} = {}
): Promise<void> {
  const wrong: string[] = [];
  const entries = await readdir(dist, {recursive: true, withFileTypes: true});
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)));
  const present = new Set(files);
  for (const page of pages) if (!present.has(page)) wrong.push(`${page}: the page is missing`);
  for (const file of files) {
    if (!allowed.test(file)) wrong.push(`${file}: not a kind of file that a site has`);
    if ((await stat(join(dist, file))).size === 0) wrong.push(`${file}: empty`);
    if (!/\.(html|json|js)$/.test(file)) continue;
    const text = await readFile(join(dist, file), "utf8");
    if (isFromLab(text)) wrong.push(`${file}: from the lab, which is not for publication`);
    if (file.endsWith(".html"))
      for (const one of checkPage(written.get(file) ?? pageFacts(parse(text)), file, present)) wrong.push(one);
    if (file.endsWith(".json") && !isJson(text)) wrong.push(`${file}: not valid JSON`);
  }
  if (wrong.length > 0) throw new Error(`the site does not hold:\n${wrong.map((line) => `  ${line}`).join("\n")}`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function checkPage(
  {hasHeading, isWhole, ids, addresses}: PageFacts,
  file: string,
  present: ReadonlySet<string>
): string[] {
  const wrong: string[] = [];
  if (!hasHeading) wrong.push(`${file}: no heading`);
  if (!isWhole) wrong.push(`${file}: markup is not in its place`);
  for (const {address, link} of addresses) {
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) {
      if (!link && !address.startsWith("data:")) wrong.push(`${file}: fetched from elsewhere: ${address}`);
      continue;
    }
    const [place = "", fragment] = address.split("#");
    const path = place.split("?")[0] ?? "";
    if (path.startsWith("url(") || address.startsWith("#hatch")) continue;
    const target = path === "" ? file : normalize(join(dirname(file), decodeURI(path)));
    if (!present.has(target)) wrong.push(`${file}: leads nowhere: ${address}`);
    else if (link && fragment && target === file && !ids.has(decodeURIComponent(fragment))) {
      wrong.push(`${file}: no such place: ${address}`);
    }
  }
  return wrong;
}
