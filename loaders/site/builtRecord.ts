/** What every `out` was last built from, as this machine has it on record. */
import {createHash} from "node:crypto";
import {readFile, readdir, stat} from "node:fs/promises";
import {basename, join, resolve} from "node:path";
import {parsedOrNull} from "../study/parsedOrNull.js";
import {privateFolder} from "../study/privateFolder.js";
import {writeWhole} from "../study/writeWhole.js";

export interface Site {
  readonly study: string;
  readonly out: string;
}

/** A site, and the study that it was built of where that is known. */
export type PlacedSite = Pick<Site, "out"> & Partial<Site>;

export interface BuiltRecord extends Site {
  readonly pages: number;
  /** what was said of it that still holds */
  readonly doubts: readonly string[];
  /** of what was published, and of the site's code */
  readonly fingerprint: string;
  /** where `out` led; null where it was no link of ours */
  readonly target: string | null;
}

const place = ".longview/built";

/** By what this machine calls a site: the last part of its place and, where that is elsewhere, a part for the place. */
export function siteName(out: string): string {
  const whole = resolve(out);
  const name = basename(whole);
  return whole === resolve(name) ? name : `${name}-${createHash("sha256").update(whole).digest("hex").slice(0, 8)}`;
}

/** Null where nothing was built there. */
export const readBuilt = (out: string): Promise<BuiltRecord | null> => readRecord(`${siteName(out)}.json`);

export async function writeBuilt(record: BuiltRecord): Promise<void> {
  await privateFolder(place);
  await writeWhole(join(place, `${siteName(record.out)}.json`), JSON.stringify(record), {mode: 0o600});
}

/** Where a study's site is that was built last and is still there; null where there is none. */
export async function lastBuilt(study: string): Promise<string | null> {
  const files = (await readdir(place).catch(() => [])).filter((name) => name.endsWith(".json"));
  const all = await Promise.all(
    files.map(async (file) => ({at: await writtenAt(join(place, file)), record: await readRecord(file)}))
  );
  for (const {record} of all.toSorted((a, b) => b.at - a.at))
    if (record && resolve(record.study) === resolve(study) && (await writtenAt(record.out)) > 0) return record.out;
  return null;
}

/** Null where there is none, or where it is damaged. */
async function readRecord(file: string): Promise<BuiltRecord | null> {
  const text = await readFile(join(place, file), "utf8").catch(() => "");
  const record = parsedOrNull(text) as Partial<BuiltRecord> | null;
  return typeof record?.study === "string" && typeof record.out === "string" ? (record as BuiltRecord) : null;
}

/** 0 where there is nothing. */
const writtenAt = (path: string): Promise<number> =>
  stat(path).then(
    ({mtimeMs}) => mtimeMs,
    () => 0
  );
