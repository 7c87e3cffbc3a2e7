import {listSites, pointTo, shelfOf} from "./siteShelf.js";
import {join} from "node:path";

/** `releases`: the sites that are kept for an `out`, the newest first, and which of them is shown. */
export async function runReleases(values: {readonly out: string; readonly json: boolean}): Promise<number> {
  const sites = await listSites(values.out);
  const lines = sites.map(({name, at, current}) => `${name}  ${at.toISOString()}${current ? "  shown" : ""}`);
  process.stdout.write(values.json ? `${JSON.stringify(sites)}\n` : `${lines.join("\n") || "no site was built yet"}\n`);
  return 0;
}

/** `rollback`: shows an earlier site again; what is on record as published stays on record. */
export async function runRollback(site: string | undefined, values: {readonly out: string}): Promise<number> {
  const sites = await listSites(values.out);
  const shown = sites.findIndex(({current}) => current);
  const wanted = site === undefined ? sites[shown + 1] : sites.find(({name}) => name === site);
  if (!wanted) {
    const names = sites.map(({name}) => name).join(", ");
    throw new RangeError(`no such earlier site; those that are kept: ${names || "none"}`);
  }
  await pointTo(values.out, join(shelfOf(values.out), wanted.name));
  process.stdout.write(`${values.out} shows ${wanted.name} of ${wanted.at.toISOString()}\n`);
  return 0;
}
