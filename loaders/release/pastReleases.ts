/**
 * What a study has published of persons, kept beside its data: the lattice of units, which only coarsens, and every figure
 * as it stands; and on the steward's machine the digests of the persons behind them.
 */
import {mkdir, readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {type PublishedRecord, readPublishedRecord} from "../disclosure/publishedRecord.js";
import type {ReleaseUnit} from "../disclosure/mergeUnits.js";
import type {Study} from "../study/readStudy.js";
import {writeWhole} from "../study/writeWhole.js";
import type {ProfileRow} from "./againstLast.js";
import {writeProfile} from "./profiles.js";
import {keepFolder} from "./studyFolders.js";
import {latticeFile} from "./unitsOf.js";
import {writeVintage} from "./vintages.js";

const recordFile = (folder: string): string => join(dirname(latticeFile(folder)), "published.json");

/** What a study has on record; null before its first release. */
export async function readPast(folder: string): Promise<PublishedRecord | null> {
  const file = recordFile(folder);
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? null : readPublishedRecord(file, text);
}

export interface ReleaseOnRecord {
  readonly study: Study;
  readonly units: readonly ReleaseUnit[];
  /** null where nothing goes on record */
  readonly record: string | null;
  readonly profile: readonly ProfileRow[];
  readonly vintage: string | null;
}

/**
 * Puts a release on record once it is published. The digests come first: one too many only makes later releases more
 * careful.
 */
export async function keepRelease(
  {study, units, record, vintage, profile}: ReleaseOnRecord,
  {vintages}: {readonly vintages?: string} = {}
): Promise<void> {
  await keepFolder(study, vintages);
  await writeProfile(study.name, profile, vintages);
  if (record === null) return;
  const lattice = latticeFile(study.folder);
  await mkdir(dirname(lattice), {recursive: true});
  if (vintage !== null) await writeVintage(study.name, vintage, vintages);
  await writeWhole(lattice, printLattice(units.map(({departments}) => departments.map((one) => one.department_id))));
  await writeWhole(recordFile(study.folder), record);
}

function printLattice(units: readonly (readonly string[])[]): string {
  return `{\n  "units": [\n${units.map((unit) => `    ${JSON.stringify(unit)}`).join(",\n")}\n  ]\n}\n`;
}
