import {createHash} from "node:crypto";
import {lstat, readdir, readFile, readlink} from "node:fs/promises";
import {basename, join, relative} from "node:path";
import {readActs} from "../../../loaders/release/acts.js";
import type {RecordedRelease} from "../../../loaders/release/history/recordedRelease.js";
import {readHistory} from "../../../loaders/release/history/releaseHistory.js";
import {readPast} from "../../../loaders/release/pastReleases.js";
import {out, readJson, study, turnOf} from "./smallPlace.js";

export interface Left {
  /** what must never be, whenever a build is stopped */
  readonly faults: readonly string[];
  /** what a stopped build may leave, and the next clears */
  readonly drafts: readonly string[];
  /** the state of the accounts that the site shows */
  readonly shown: number | null;
}

/** A person of the small study, wherever a field is their key. */
const person = /\bperson-\d\d\b/;
const sites = join(".longview/releases", out);

/** What stopped builds left in the working folder: sites that are no whole ones, records that are none, rows of persons. */
export async function whatIsLeft(): Promise<Left> {
  const whole = await Promise.all(
    (await names(sites)).filter((name) => !name.endsWith(".draft")).map((name) => isWhole(join(sites, name)))
  );
  const linked = await readlink(out).catch(() => null);
  const history = await readHistory(study).catch(() => null);
  const closed = ((await lstat(".longview").catch(() => null))?.mode ?? 0) & 0o077;
  const files = await filesUnder(".");
  const outside = await namingPersons(files.filter((file) => !file.startsWith(study) && !isPrivate(file)));
  const record = await namingPersons(files.filter((file) => file.startsWith(join(study, "released"))));
  const shown = linked === null ? null : await stateOf(out, history ?? []);
  const faults = {
    "a site that is not whole": whole.includes(false),
    "a link to a site that is gone": linked !== null && !(await names(sites)).includes(basename(linked)),
    "a site of more than one release": linked !== null && shown === null,
    "no history": history === null,
    "a release counted twice or left out": !(history ?? []).every(({number}, i) => number === i + 1),
    "a release of more than one state of the files": (history ?? []).some((one) => turnOf(rowsOf(one)) === null),
    "no record": !(await isRead(readPast(study))),
    "no acts": !(await isRead(readActs(study))),
    "open to others": closed !== 0,
    [`persons in ${[...outside, ...record].join(", ")}`]: outside.length + record.length > 0
  };
  return {
    faults: Object.keys(faults).filter((name) => faults[name]),
    drafts: files.filter((file) => /\.next$|\.draft\/|\/building-|\/gone-|\/locks\//.test(file)),
    shown
  };
}

const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

const isRead = (reading: Promise<unknown>): Promise<boolean> =>
  reading.then(
    () => true,
    () => false
  );

function rowsOf({tables: {department_years: table}}: RecordedRelease): Record<string, unknown>[] {
  return (table?.rows ?? []).map((row) => Object.fromEntries((table?.columns ?? []).map((name, i) => [name, row[i]])));
}

/**
 * The state of the accounts that a site is of: the one in its every file of data, and in the release that its every page
 * names; null where they differ.
 */
async function stateOf(site: string, history: readonly RecordedRelease[]): Promise<number | null> {
  const data = (await filesUnder(join(site, "_file/data"))).filter((file) => basename(file).startsWith("released."));
  const tables = (await Promise.all(data.map(readJson))) as {department_years: {rows: Record<string, unknown>[]}}[];
  const pages = (await names(site)).filter((name) => name.endsWith(".html"));
  const texts = await Promise.all(pages.map((page) => readFile(join(site, page), "utf8")));
  const versions = new Set(texts.flatMap((text) => /<dt>Data version<\/dt><dd><code>(\w+)/.exec(text)?.[1] ?? []));
  const released = [...versions].map((version) => history.find((one) => one.version === version));
  const states = new Set([
    ...tables.map((one) => turnOf(one.department_years.rows)),
    ...released.map((one) => one && turnOf(rowsOf(one)))
  ]);
  const [state = null] = states;
  return states.size === 1 && data.length === 1 && versions.size === 1 ? state : null;
}

/** What only its owner can enter may hold rows: the warehouse alone does. Code that was compiled is of nobody. */
const isPrivate = (file: string): boolean => /^(\.longview\/warehouse|tmp\/tsx-\d+)\//.test(file);

/** A site is named by the digest of its files. */
async function isWhole(site: string): Promise<boolean> {
  const hash = createHash("sha256");
  const files = await filesUnder(site);
  for (const file of files.toSorted()) hash.update(relative(site, file)).update(await readFile(file));
  return hash.digest("hex").slice(0, 12) === basename(site);
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function namingPersons(files: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    files.map(async (file) => (person.test(await readFile(file, "latin1").catch(() => "")) ? [file] : []))
  );
  return found.flat();
}
