import {readFile, readdir, stat} from "node:fs/promises";
import {dirname, join, normalize, relative} from "node:path";
import {parse} from "parse5";
import {heldWord} from "./heldMarks.js";
import {isFromLab} from "./labMark.js";
import {attribute, elementsOf, textOf} from "./pageTree.js";

const allowed = /\.(html|css|js|json|wasm|woff2)$|^CITATION\.cff$/;

/**
 * Holds a built site to what it promises: every page there, every link and asset inside it, every data file valid,
 * nothing fetched from elsewhere, nothing published that is not expected.
 *
 * @throws {Error} listing what is wrong
 */
export async function verifySite(dist: string, pages: readonly string[]): Promise<void> {
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
    if (file.endsWith(".html")) for (const one of checkPage(text, file, present)) wrong.push(one);
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

function checkPage(html: string, file: string, present: ReadonlySet<string>): string[] {
  const wrong: string[] = [];
  const all = [...elementsOf(parse(html))];
  const ids = new Set(all.map((node) => attribute(node, "id")));
  const code = all
    .filter(({tagName}) => tagName === "script" || tagName === "style")
    .map(textOf)
    .join("\n");
  const main = all.find(({tagName}) => tagName === "main");
  if (!main || ![...elementsOf(main)].some(({tagName}) => tagName === "h1")) wrong.push(`${file}: no heading`);
  if (heldWord.test(html) || all.some((node) => attribute(node, "data-held") !== undefined))
    wrong.push(`${file}: markup is not in its place`);
  const addresses = [
    ...all.flatMap((node) => {
      const [href, source] = [attribute(node, "href"), attribute(node, "src")];
      const places = [];
      if (href !== undefined && (node.tagName === "a" || node.tagName === "link"))
        places.push({address: href, link: node.tagName === "a"});
      if (source !== undefined) places.push({address: source, link: false});
      return places;
    }),
    ...Array.from(code.matchAll(/from "([^"]+)"|import "([^"]+)"|url\(([^)]+)\)/g), ([, a, b, c]) => ({
      address: a ?? b ?? c ?? "",
      link: false
    }))
  ];
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
