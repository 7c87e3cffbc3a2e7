import {readFile, realpath} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {PublishedRecord} from "../disclosure/publishedRecord.js";
import type {Vintage} from "../disclosure/vintage.js";
import {parsedOrNull} from "../study/parsedOrNull.js";
import {privateFolder} from "../study/privateFolder.js";
import type {Study} from "../study/readStudy.js";
import {StudyError} from "../study/studyError.js";
import {writeWhole} from "../study/writeWhole.js";
import {vintagePlace} from "./vintages.js";

/**
 * Which folder a study was published from, under its name, on this machine. Digests and counts are kept by the name, so that
 * two folders of one name would be held against each other.
 */
const fileOf = (study: string, vintages: string): string => join(dirname(vintages), "folders", study);

type Named = Pick<Study, "name" | "folder">;

/** The other folder that this study's name belongs to; null where there is none, or where it was moved here. */
export async function otherFolder({name, folder}: Named, vintages = vintagePlace): Promise<string | null> {
  const known = await readFile(fileOf(name, vintages), "utf8").catch(() => null);
  if (known === null || known === (await realpath(folder))) return null;
  const text = await readFile(join(known, "datapackage.json"), "utf8").catch(() => "");
  const described = parsedOrNull(text) as {readonly name?: unknown} | null;
  return described?.name === name ? known : null;
}

export interface Behind {
  /** what the folder carries of what was published; null where it begins anew */
  readonly past: PublishedRecord | null;
  /** the digests that are kept under its name */
  readonly vintage: Vintage | null;
}

/**
 * Who carries what was published goes on with it; who begins anew has no part in another folder's persons.
 *
 * @throws {StudyError} where a study begins anew, and another folder of its name was published with persons on this machine,
 *                      and is still there
 */
export async function refuseOtherFolder(
  study: Named & Pick<Study, "synthetic">,
  {past, vintage}: Behind,
  vintages = vintagePlace
): Promise<void> {
  if (past !== null || study.synthetic || !hasPersons(vintage)) return;
  const other = await otherFolder(study, vintages);
  if (other === null) return;
  const rule = `${other} was published under the name ${study.name} on this machine, and its digests are kept under it`;
  const remedy =
    "Give this study another name, and delete its folder released where it was copied with the rest; or delete the other folder, if this one takes its place";
  throw new StudyError(
    [{file: "datapackage.json", column: "name", rule, remedy}],
    "two folders are one study by their name"
  );
}

function hasPersons(vintage: Vintage | null): boolean {
  return Object.values(vintage?.periods ?? {}).some((times) => times.some((cells) => Object.keys(cells).length > 0));
}

/** From now on the study's name belongs to its folder. */
export async function keepFolder({name, folder}: Named, vintages = vintagePlace): Promise<void> {
  const file = fileOf(name, vintages);
  await privateFolder(dirname(file));
  await writeWhole(file, await realpath(folder), {mode: 0o600});
}
