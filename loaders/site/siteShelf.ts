/** The sites that were built for an `out`, the newest first. */
import {readFile, readdir, readlink, rename, rm, stat, symlink} from "node:fs/promises";
import {basename, dirname, join, relative, resolve} from "node:path";
import {siteName} from "./builtRecord.js";
import {draftEnding} from "./moveFolder.js";

export interface ShelvedSite {
  readonly name: string;
  readonly at: Date;
  /** of its data; null where the site does not say */
  readonly version: string | null;
  /** whether `out` leads to it */
  readonly current: boolean;
}

export const shelfOf = (out: string, releases = ".longview/releases"): string => resolve(releases, siteName(out));

export async function listSites(out: string, releases?: string): Promise<readonly ShelvedSite[]> {
  const shelf = shelfOf(out, releases);
  const current = basename(await readlink(out).catch(() => ""));
  const names = (await readdir(shelf).catch(() => [])).filter((name) => !name.endsWith(draftEnding));
  const sites = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(shelf, name))).mtime,
      version: await versionIn(join(shelf, name)),
      current: name === current
    }))
  );
  return sites.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/** The data versions of an `out`'s sites, by their names. */
export async function versionsOf(out: string): Promise<ReadonlyMap<string, string>> {
  const sites = await listSites(out);
  return new Map(sites.flatMap(({name, version}) => (version === null ? [] : [[name, version] as const])));
}

/** As a site's own citation says it. */
async function versionIn(site: string): Promise<string | null> {
  const citation = await readFile(join(site, "CITATION.cff"), "utf8").catch(() => "");
  return /^version: "(.+)"$/m.exec(citation)?.[1] ?? null;
}

/** Points `out` to a site in one rename, so that a reader sees the old one or the new one and nothing between. */
export async function pointTo(out: string, site: string): Promise<void> {
  const link = resolve(out);
  const next = `${link}.next`;
  await rm(next, {force: true});
  await symlink(relative(dirname(link), site), next);
  await rename(next, link);
}
