import {readFile, realpath} from "node:fs/promises";
import {dirname, join} from "node:path";
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

/** @throws {StudyError} where another folder of this name was published on this machine, and is still there */
export async function refuseOtherFolder(study: Named, vintages = vintagePlace): Promise<void> {
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

/** From now on the study's name belongs to its folder. */
export async function keepFolder({name, folder}: Named, vintages = vintagePlace): Promise<void> {
  const file = fileOf(name, vintages);
  await privateFolder(dirname(file));
  await writeWhole(file, await realpath(folder), {mode: 0o600});
}
