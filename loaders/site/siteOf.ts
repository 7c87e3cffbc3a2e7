import {readFile, readdir, stat} from "node:fs/promises";
import {basename, join, resolve} from "node:path";
import {AskedWrongly} from "../study/askedWrongly.js";
import {defaultStudy} from "../study/defaultStudy.js";

/** where it is kept what every site was last built from */
export const builtPlace = ".longview/built";

export interface Site {
  readonly study: string;
  readonly out: string;
}

/**
 * The study and the site that a verb is about, from what it is given of the two: a site's study is the one it was built
 * from, a study's site the one it was last built into, and `dist` where there is none.
 */
export async function siteOf({study, out}: {readonly study?: string; readonly out?: string}): Promise<Site> {
  if (study !== undefined) await needFolder(study);
  if (out !== undefined) {
    const built = await readBuilt(`${basename(out)}.json`);
    return {study: study ?? built?.study ?? defaultStudy, out};
  }
  if (study === undefined || study === defaultStudy) return {study: study ?? defaultStudy, out: "dist"};
  const files = (await readdir(builtPlace).catch(() => [])).filter((name) => name.endsWith(".json"));
  const sites = await Promise.all(
    files.map(async (file) => ({
      at: (await stat(join(builtPlace, file)).catch(() => null))?.mtimeMs ?? 0,
      built: await readBuilt(file)
    }))
  );
  const own = sites
    .filter(({built}) => built?.study !== undefined && resolve(built.study) === resolve(study))
    .toSorted((a, b) => b.at - a.at);
  return {study, out: own[0]?.built?.out ?? "dist"};
}

/** @throws {AskedWrongly} if there is none of this name */
async function needFolder(study: string): Promise<void> {
  const found = await stat(study).catch(() => null);
  if (found?.isDirectory()) return;
  const wrong = found ? `${study} is a file` : `there is no folder ${study}`;
  throw new AskedWrongly(`${wrong}; name a study's folder`);
}

async function readBuilt(file: string): Promise<Partial<Site> | null> {
  const text = await readFile(join(builtPlace, file), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as Partial<Site>);
}
