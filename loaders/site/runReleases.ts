import {join} from "node:path";
import {readHistory} from "../release/history/releaseHistory.js";
import {AskedWrongly} from "../study/askedWrongly.js";
import {printAnswer} from "../study/printAnswer.js";
import {needLink} from "./needLink.js";
import type {Site} from "./builtRecord.js";
import {listSites, pointTo, type ShelvedSite, shelfOf} from "./siteShelf.js";

interface ShelfOptions extends Site {
  readonly json?: boolean;
}

interface NumberedSite extends ShelvedSite {
  /** of the release that it shows, as the study has it on record */
  readonly number: number | null;
}

async function numberedSites({study, out}: Site): Promise<readonly NumberedSite[]> {
  const history = await readHistory(study).catch(() => []);
  return (await listSites(out)).map((site) => ({
    ...site,
    number: history.findLast(({version}) => version === site.version)?.number ?? null
  }));
}

/** `releases`: the sites that are kept for an `out`, the newest first, and which of them is shown. */
export async function runReleases(values: ShelfOptions): Promise<number> {
  const sites = await numberedSites(values);
  const lines = sites.map(
    (site) => `${called(site)}, site ${site.name} of ${site.at.toISOString()}${site.current ? ", shown" : ""}`
  );
  printAnswer(sites, lines.join("\n") || `no site was built into ${values.out} yet`, values);
  return 0;
}

const called = ({number, version}: NumberedSite): string =>
  `release ${number ?? "of no number"}, data version ${version ?? "not known"}`;

/**
 * `rollback`: shows an earlier site again; what is on record as published stays on record.
 *
 * @param asked  the site's name, or its release's number or data version
 */
export async function runRollback(asked: string | undefined, values: ShelfOptions): Promise<number> {
  const sites = await numberedSites(values);
  const shown = sites.findIndex(({current}) => current);
  const isAsked = ({name, number, version}: NumberedSite): boolean =>
    name === asked || version === asked || (number !== null && String(number) === asked);
  const wanted = asked === undefined ? sites[shown + 1] : sites.find(isAsked);
  if (!wanted) {
    const names = sites.map((site) => `${site.name} (${called(site)})`).join(", ");
    throw new AskedWrongly(`no such earlier site; those that are kept: ${names || "none"}`);
  }
  await needLink(values.out);
  await pointTo(values.out, join(shelfOf(values.out), wanted.name));
  const words = `${values.out} shows ${called(wanted)}, site ${wanted.name} of ${wanted.at.toISOString()}`;
  printAnswer({...wanted, current: true}, words, values);
  return 0;
}
