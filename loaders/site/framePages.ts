/**
 * Framework's pages of a stage, before anything is put into them. They are made once for all that Framework reads, and kept:
 * it takes seconds, and a changed figure is not among what it reads.
 */
import {createHash} from "node:crypto";
import {cp, mkdir, readFile, readdir, writeFile} from "node:fs/promises";
import {join, relative} from "node:path";
import {parsedOrNull} from "../study/parsedOrNull.js";
import {privateFolder} from "../study/privateFolder.js";
import {codeHash, keptBundle} from "./keptBundle.js";
import {moveFolder} from "./moveFolder.js";
import {runFramework} from "./runFramework.js";
import {frameFile} from "./siteFrame.js";

/** a folder for each study, whose words are in them, which `purge` clears */
const place = ".longview/page-frames";
/** of one study: one of each language, of the pages as they are and as they were before */
const most = 4;
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

/** Puts Framework's pages of a stage at "dist" in it, for a study of that name. */
export async function framePages(
  stage: string,
  study: string,
  {shelf = place, make = (folder) => runFramework(folder, ["build"])}: FrameOptions = {}
): Promise<string> {
  const read = [await readFile(join(stage, frameFile), "utf8"), await sumsOf(join(stage, "src"))];
  const kept = await keptBundle(
    await privateFolder(join(shelf, study)),
    await codeHash(code, [process.version, ...read]),
    async (folder) => {
      await make(stage);
      await moveFolder(join(stage, made), join(folder, made));
      await writeFile(join(folder, sums), JSON.stringify(await sumsOf(join(folder, made))));
    },
    {most, isWhole}
  );
  const dist = join(stage, made);
  await mkdir(dist, {recursive: true});
  await cp(join(kept, made), dist, {recursive: true});
  return dist;
}

/** Whether every file is there as it was made. */
async function isWhole(folder: string): Promise<boolean> {
  const were = parsedOrNull(await readFile(join(folder, sums), "utf8").catch(() => ""));
  return JSON.stringify(were) === JSON.stringify(await sumsOf(join(folder, made)));
}

/** The digest of every file, by its place. */
async function sumsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = files.toSorted().map(async (file) => {
    const digest = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    return [relative(folder, file), digest] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}
