import {createHash} from "node:crypto";
import {lstat, readdir, readFile, readlink} from "node:fs/promises";
import {basename, join, relative} from "node:path";
import {readActs} from "../../loaders/release/acts.js";
import {readHistory} from "../../loaders/release/history/releaseHistory.js";
import {readPast} from "../../loaders/release/pastReleases.js";

export interface Left {
  /** what must never be, whenever a build is stopped */
  readonly faults: readonly string[];
  /** what a stopped build may leave, and the next clears */
  readonly drafts: readonly string[];
}

export interface LeftOptions {
  readonly study: string;
  readonly out: string;
  /** where the sites are kept */
  readonly shelf?: string;
  /** the data versions that there may be */
  readonly versions?: ReadonlySet<string>;
}

/** A person of the small study, wherever a field is their key. */
const person = /\bperson-\d\d\b/;

/** What stopped builds left in the working folder: sites that are no whole ones, records that are none, rows of persons. */
export async function whatIsLeft({study, out, shelf = ".longview", versions}: LeftOptions): Promise<Left> {
  const sites = join(shelf, "releases", basename(out));
  const whole = await Promise.all(
    (await names(sites)).filter((name) => !name.endsWith(".draft")).map((name) => isWhole(join(sites, name)))
  );
  const shown = await readlink(out).catch(() => null);
  const kept = shown === null || (await names(sites)).includes(basename(shown));
  const history = await readHistory(study).catch(() => null);
  const numbered = history?.every(({number}, i) => number === i + 1) ?? false;
  const known = history?.every(({version}) => versions?.has(version) ?? true) ?? false;
  const onRecord = await readPast(study).then(
    () => true,
    () => false
  );
  const acts = await readActs(study).then(
    () => true,
    () => false
  );
  const closed = ((await lstat(".longview").catch(() => null))?.mode ?? 0) & 0o077;
  const files = await filesUnder(".");
  const outside = await namingPersons(files.filter((file) => !file.startsWith(study) && !isPrivate(file)));
  const record = await namingPersons(files.filter((file) => file.startsWith(join(study, "released"))));
  const faults = {
    "a site that is not whole": whole.includes(false),
    "a link to a site that is gone": !kept,
    "no history": history === null,
    "a release counted twice or left out": !numbered,
    "a release of neither state of the files": !known,
    "no record": !onRecord,
    "no acts": !acts,
    "open to others": closed !== 0 && shelf === ".longview",
    [`persons in ${[...outside, ...record].join(", ")}`]: outside.length + record.length > 0
  };
  return {
    faults: Object.keys(faults).filter((name) => faults[name]),
    drafts: files.filter((file) => /\.next$|\.draft\/|\/building-|\/gone-|\/locks\//.test(file))
  };
}

const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

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
