/**
 * What a study has published of persons, kept beside its data: the lattice of units, which only coarsens, and a record of
 * each release that told anything new.
 */
import {createHash} from "node:crypto";
import {mkdir, readFile, readdir, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {readRecord} from "../disclosure/releaseRecord.js";
import type {PastRelease} from "../disclosure/releaseRecord.js";
import type {StudyRelease} from "./releaseStudy.js";
import {latticeFile} from "./unitsOf.js";

const recorded = /^release-[0-9a-f]{12}\.json$/;

/** The releases that a study has on record. */
export async function readPast(folder: string): Promise<readonly PastRelease[]> {
  const place = dirname(latticeFile(folder));
  const names = (await readdir(place).catch(() => [])).filter((name) => recorded.test(name)).toSorted();
  return Promise.all(names.map(async (name) => readRecord(name, await readFile(join(place, name), "utf8"))));
}

/**
 * Puts a release on record once it is published. One that tells what another on record does is not written again; of a
 * synthetic study, where nobody is told of, only the last is kept.
 */
export async function keepRelease({
  study,
  units,
  record
}: Pick<StudyRelease, "study" | "units" | "record">): Promise<void> {
  if (record === null) return;
  const lattice = latticeFile(study.folder);
  const place = dirname(lattice);
  const name = `release-${createHash("sha256").update(record).digest("hex").slice(0, 12)}.json`;
  await mkdir(place, {recursive: true});
  await writeWhole(lattice, printLattice(units.map(({departments}) => departments.map((one) => one.department_id))));
  await writeWhole(join(place, name), record);
  if (!study.synthetic) return;
  for (const old of await readdir(place)) if (recorded.test(old) && old !== name) await rm(join(place, old));
}

/** A file that is there is whole, wherever writing is cut off. */
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.next`, text);
  await rename(`${file}.next`, file);
}

function printLattice(units: readonly (readonly string[])[]): string {
  return `{\n  "units": [\n${units.map((unit) => `    ${JSON.stringify(unit)}`).join(",\n")}\n  ]\n}\n`;
}
