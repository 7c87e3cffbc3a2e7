import {readFile, stat} from "node:fs/promises";
import {dirname, join} from "node:path";
import {privateFolder} from "../study/privateFolder.js";
import type {Study} from "../study/readStudy.js";
import {writeWhole} from "../study/writeWhole.js";
import type {ProfileRow} from "./againstLast.js";
import {otherFolder} from "./studyFolders.js";
import {vintagePlace} from "./vintages.js";

/** What was counted of a study's tables at its last release: exact, so that it stays on this machine, beside the digests. */
const fileOf = (study: string, vintages: string): string => join(dirname(vintages), "profiles", `${study}.json`);

/** Empty before a first release, where a study's folder has none on record, and where it is of another folder: who begins anew compares with nothing. */
export async function readProfile(
  {name, folder}: Pick<Study, "name" | "folder">,
  vintages = vintagePlace
): Promise<readonly ProfileRow[]> {
  const released = await stat(join(folder, "released")).catch(() => null);
  if ((await otherFolder({name, folder}, vintages)) !== null) return [];
  const text = released && (await readFile(fileOf(name, vintages), "utf8").catch(() => null));
  return text === null ? [] : (JSON.parse(text) as ProfileRow[]);
}

export async function writeProfile(
  study: string,
  profile: readonly ProfileRow[],
  vintages = vintagePlace
): Promise<void> {
  const file = fileOf(study, vintages);
  await privateFolder(dirname(file));
  await writeWhole(file, `${JSON.stringify(profile)}\n`, {mode: 0o600});
}
