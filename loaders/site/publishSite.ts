import {createHash} from "node:crypto";
import {mkdir, readFile, readdir, readlink, rm, stat, utimes} from "node:fs/promises";
import {basename, dirname, join, relative, resolve} from "node:path";
import {privateFolder} from "../study/privateFolder.js";
import {draftEnding, moveFolder} from "./moveFolder.js";
import {needLink} from "./needLink.js";
import {pointTo, shelfOf} from "./siteShelf.js";

const kept = 3;

/**
 * Moves a built site into the releases and points `out` to it in one rename, so that a reader sees the old site or the new
 * one and nothing between. The last releases of an `out` are kept.
 *
 * @throws {AskedWrongly} if `out` is a folder or a file, and no link of ours
 */
export async function publishSite(dist: string, out: string, releases = ".longview/releases"): Promise<string> {
  const link = resolve(out);
  await needLink(link);
  const shelf = shelfOf(link, releases);
  const release = join(shelf, await digest(dist));
  if (!(await stat(release).catch(() => null))) {
    await privateFolder(shelf);
    await moveFolder(dist, release);
  }
  const now = new Date();
  await utimes(release, now, now);
  await mkdir(dirname(link), {recursive: true});
  await pointTo(link, release);
  await forget(shelf, await readlink(link));
  return release;
}

async function forget(shelf: string, current: string): Promise<void> {
  const names = await readdir(shelf);
  // of a copy that was cut off
  const drafts = names.filter((name) => name.endsWith(draftEnding));
  for (const name of drafts) await rm(join(shelf, name), {recursive: true, force: true});
  const sites = names.filter((name) => !name.endsWith(draftEnding));
  const dated = await Promise.all(sites.map(async (name) => ({name, at: (await stat(join(shelf, name))).mtimeMs})));
  const old = dated.toSorted((a, b) => b.at - a.at).slice(kept);
  for (const {name} of old) if (name !== basename(current)) await rm(join(shelf, name), {recursive: true, force: true});
}

async function digest(folder: string): Promise<string> {
  const hash = createHash("sha256");
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) hash.update(relative(folder, file)).update(await readFile(file));
  return hash.digest("hex").slice(0, 12);
}
