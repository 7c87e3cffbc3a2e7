import {readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {type Vintage} from "../disclosure/vintage.js";
import {privateFolder} from "../study/privateFolder.js";
import {writeWhole} from "../study/writeWhole.js";

/** Where a study's digests are kept: on the steward's machine, and nowhere else. */
export const vintagePlace = ".longview/vintages";

const fileOf = (study: string, place: string): string => join(place, `${study}.json`);

/** Null where this machine has none: it published nothing of the study, or its digests were purged. */
export async function readVintage(study: string, place = vintagePlace): Promise<Vintage | null> {
  const text = await readFile(fileOf(study, place), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as Vintage);
}

export async function writeVintage(study: string, text: string, place = vintagePlace): Promise<void> {
  const file = fileOf(study, place);
  await privateFolder(dirname(file));
  await writeWhole(file, text, {mode: 0o600});
}
