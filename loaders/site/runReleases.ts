import {join} from "node:path";
import {AskedWrongly} from "../study/askedWrongly.js";
import {printAnswer} from "../study/printAnswer.js";
import {needLink} from "./needLink.js";
import {listSites, pointTo, shelfOf} from "./siteShelf.js";

interface ShelfOptions {
  readonly out: string;
  readonly json?: boolean;
}

/** `releases`: the sites that are kept for an `out`, the newest first, and which of them is shown. */
export async function runReleases(values: ShelfOptions): Promise<number> {
  const sites = await listSites(values.out);
  const lines = sites.map(({name, at, current}) => `${name}  ${at.toISOString()}${current ? "  shown" : ""}`);
  printAnswer(sites, lines.join("\n") || `no site was built into ${values.out} yet`, values);
  return 0;
}

/** `rollback`: shows an earlier site again; what is on record as published stays on record. */
export async function runRollback(site: string | undefined, values: ShelfOptions): Promise<number> {
  const sites = await listSites(values.out);
  const shown = sites.findIndex(({current}) => current);
  const wanted = site === undefined ? sites[shown + 1] : sites.find(({name}) => name === site);
  if (!wanted) {
    const names = sites.map(({name}) => name).join(", ");
    throw new AskedWrongly(`no such earlier site; those that are kept: ${names || "none"}`);
  }
  await needLink(values.out);
  await pointTo(values.out, join(shelfOf(values.out), wanted.name));
  printAnswer({...wanted, current: true}, `${values.out} shows ${wanted.name} of ${wanted.at.toISOString()}`, values);
  return 0;
}
