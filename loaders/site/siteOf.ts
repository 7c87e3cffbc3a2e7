import {stat} from "node:fs/promises";
import {resolve} from "node:path";
import {AskedWrongly} from "../study/askedWrongly.js";
import {defaultStudy} from "../study/defaultStudy.js";
import {lastBuilt, readBuilt, type Site} from "./builtRecord.js";
import {buildCommand} from "./needSite.js";

interface Asked {
  readonly study?: string;
  readonly out?: string;
}

const usual = "dist";

/**
 * The study and the place of a site that is to be built: the place is by default the one that the study's was last built
 * into, and `dist` where there is none.
 */
export async function siteToBuild({study = defaultStudy, out}: Asked): Promise<Site> {
  await needFolder(study);
  return {study, out: out ?? (await lastBuilt(study)) ?? usual};
}

/**
 * The study and the place of a site that is there: a study's is the one that was last built of it; `dist` where neither is
 * named.
 *
 * @throws {AskedWrongly} if none was built of the study, or if the one that is named was built of another
 */
export async function siteOf({study, out}: Asked): Promise<Site> {
  if (study !== undefined) await needFolder(study);
  if (study !== undefined && out === undefined) {
    const last = await lastBuilt(study);
    if (last === null)
      throw new AskedWrongly(`no site was built of ${study} yet; build it first: ${buildCommand({study})}`);
    return {study, out: last};
  }
  const place = out ?? usual;
  const built = await readBuilt(place);
  if (built && study !== undefined && !isSame(built.study, study))
    throw new AskedWrongly(`${place} was built of ${built.study}, not of ${study}; give one of --study and --out`);
  return {study: study ?? built?.study ?? defaultStudy, out: place};
}

const isSame = (one: string, other: string): boolean => resolve(one) === resolve(other);

/** @throws {AskedWrongly} if there is none of this name */
async function needFolder(study: string): Promise<void> {
  const found = await stat(study).catch(() => null);
  if (found?.isDirectory()) return;
  const wrong = found ? `${study} is a file` : `there is no folder ${study}`;
  throw new AskedWrongly(`${wrong}; name a study's folder`);
}
