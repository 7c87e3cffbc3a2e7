/**
 * Framework's pages of a stage, before anything is put into them. Each is made once for all that Framework reads of it, and
 * kept: it takes seconds to start, and a changed figure is not among what it reads.
 */
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {copyFile, mkdir, readFile, readdir, rename, rm, utimes, writeFile} from "node:fs/promises";
import {basename, dirname, join, relative} from "node:path";
import {parsedOrNull} from "../study/parsedOrNull.js";
import {privateFolder} from "../study/privateFolder.js";
import {codeHash, keptBundle} from "./keptBundle.js";
import {runFramework} from "./runFramework.js";
import {frameFile} from "./siteFrame.js";

/** a folder for each study, whose words are in them, which `purge` clears */
const place = ".longview/page-frames";
/** of one study: the pages in each language, as they are and as they were before */
const most = 120;
/** what else decides what Framework makes of a stage */
const code = [
  "package-lock.json",
  "observablehq.config.ts",
  "loaders/site/runFramework.ts",
  "loaders/site/siteFrame.ts",
  "loaders/site/furniture",
  "src/words"
];
const [made, sums] = ["dist", "sums.json"];

export interface FrameOptions {
  readonly shelf?: string;
  /** makes the pages of a stage, at "dist" in it */
  readonly make?: (stage: string) => Promise<void>;
}

/** Puts Framework's pages of a stage at "dist" in it, for a study of that name. Of the stage, pages go that were known. */
export async function framePages(
  stage: string,
  study: string,
  {shelf = place, make = (folder) => runFramework(folder, ["build"])}: FrameOptions = {}
): Promise<string> {
  const [own, root, dist] = [await privateFolder(join(shelf, study)), join(stage, "src"), join(stage, made)];
  const frames = await framesOf(stage, root);
  const known = new Set<string>();
  for (const [page, frame] of frames) if (await isWhole(join(own, frame))) known.add(page);
  const fresh = join(stage, "fresh");
  if (known.size < frames.size) {
    for (const page of known) await rm(join(root, page));
    await make(stage);
    await rename(dist, fresh);
  }
  const there = new Set<string>();
  const copy = async (frame: string): Promise<void> => {
    for (const file of await filesIn(join(own, frame, made))) {
      if (!there.has(file)) await copyInto(file, {from: join(own, frame, made), to: dist});
      there.add(file);
    }
  };
  const now = new Date();
  // before new ones are kept: the oldest are forgotten, by when they were used
  for (const page of known) {
    const frame = frames.get(page)!;
    await utimes(join(own, frame), now, now);
    await copy(frame);
  }
  for (const [page, frame] of frames) {
    if (known.has(page)) continue;
    await keptBundle(own, frame, (folder) => takePage(fresh, page, folder), {most, isWhole});
    await copy(frame);
  }
  return dist;
}

/** The pages of a stage, and of each a digest of all that Framework reads of it. */
async function framesOf(stage: string, root: string): Promise<ReadonlyMap<string, string>> {
  const files = Object.entries(await sumsOf(root));
  const isPage = ([file]: readonly [string, string]): boolean => file.endsWith(".md");
  const beside = [await readFile(join(stage, frameFile), "utf8"), files.filter((one) => !isPage(one))];
  const common = await codeHash(code, [process.version, beside]);
  return new Map(files.filter(isPage).map(([page, sum]) => [page, digestOf(`${common} ${page} ${sum}`).slice(0, 16)]));
}

/** A page that was made, and the files that it needs or that one of these does: their names are in one another's text. */
async function takePage(from: string, page: string, folder: string): Promise<void> {
  const html = page.replace(/\.md$/, ".html");
  const others = (await filesIn(from)).filter((file) => !file.endsWith(".html"));
  const needed = [html];
  for (const file of needed) {
    const text = await readFile(join(from, file), "utf8");
    for (const other of others) if (!needed.includes(other) && text.includes(basename(other))) needed.push(other);
  }
  for (const file of needed) await copyInto(file, {from, to: join(folder, made)});
  await writeFile(join(folder, sums), JSON.stringify(await sumsOf(join(folder, made))));
}

/** Whether every file is there as it was made. */
async function isWhole(folder: string): Promise<boolean> {
  const were = parsedOrNull(await readFile(join(folder, sums), "utf8").catch(() => ""));
  return JSON.stringify(were) === JSON.stringify(await sumsOf(join(folder, made)));
}

async function copyInto(file: string, {from, to}: {readonly from: string; readonly to: string}): Promise<void> {
  await mkdir(dirname(join(to, file)), {recursive: true});
  await copyFile(join(from, file), join(to, file));
}

/** The digest of every file, by its place. */
async function sumsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = await filesIn(folder);
  // hundreds of small files: waiting for each would take longer than reading them
  return Object.fromEntries(files.map((file) => [file, digestOf(readFileSync(join(folder, file)))]));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

const digestOf = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");
