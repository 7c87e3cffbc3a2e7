/** Whether an `out` was built of what is there now, so that an unchanged build is known by its fingerprint. */
import {createHash} from "node:crypto";
import {readFile, readdir, readlink, stat} from "node:fs/promises";
import {join} from "node:path";
import {fingerprintOf, hashCode, nameOf} from "../release/fingerprint.js";
import {clearAbandoned} from "../study/clearAbandoned.js";
import {type BuiltRecord, readBuilt, type Site, writeBuilt} from "./builtRecord.js";

export type Built = Pick<BuiltRecord, "pages" | "doubts">;

/** what makes a site beside what decides what is published; worlds are simulated, and the site says which are stale */
export const siteFolders = ["src", ...["site", "estimate", "worlds", "simulate"].map((folder) => `loaders/${folder}`)];
const isSource = (file: string): boolean => /\.(ts|md|html|css|json|sql)$/.test(file);

/**
 * What was built, if `out` is what was built then and nothing has changed since; else null.
 *
 * @param fingerprint  of what is published and of the site's code
 */
async function builtAs(out: string, fingerprint: string): Promise<Built | null> {
  const built = await readBuilt(out);
  return built?.fingerprint === fingerprint && built.target === (await targetOf(out)) ? built : null;
}

/**
 * The digest of the site's code, and what was built of the study as it is now; null if that was something else. What a
 * killed build left is cleared first: an unchanged study opens no warehouse that would.
 */
export async function builtOf({
  study,
  out,
  language
}: {
  readonly study: string;
  readonly out: string;
  readonly language?: string;
}): Promise<{readonly code: string; readonly built: Built | null}> {
  await clearAbandoned();
  const code = await siteCode(study);
  return {code, built: await builtAs(out, `${nameOf(await fingerprintOf(study, {language}))} ${code}`)};
}

export async function keepBuilt({study, out}: Site, fingerprint: string, built: Built): Promise<void> {
  await writeBuilt({...built, study, out, fingerprint, target: await targetOf(out)});
}

/** Digest of pages, style and code that make a site of what is published, and of the study's own notebooks. */
export async function siteCode(study: string): Promise<string> {
  const hash = createHash("sha256").update(await readFile(new URL("../../observablehq.config.ts", import.meta.url)));
  await hashCode(hash, siteFolders, {takes: isSource});
  for (const name of (await readdir(join(study, "notebooks")).catch(() => [])).toSorted())
    hash.update(name).update(await readFile(join(study, "notebooks", name)));
  return hash.digest("hex").slice(0, 16);
}

/** Where `out` leads; null where there is nothing, or no link of ours. */
async function targetOf(out: string): Promise<string | null> {
  return (await stat(out).catch(() => null)) && readlink(out).catch(() => null);
}
