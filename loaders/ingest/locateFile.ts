import {realpath, stat} from "node:fs/promises";
import {join, sep} from "node:path";
import type {Resource} from "../study/rawResource.js";
import {refuseFile} from "./refuseFile.js";

/**
 * The place of a raw file, and its size. A symbolic link may not lead out of the study's folder.
 *
 * @throws {StudyError} if it is missing, empty, elsewhere or not of the declared size
 */
export async function locateFile(
  folder: string,
  {path: file, bytes, source}: Resource
): Promise<{path: string; size: number}> {
  const home = await realpath(folder);
  const path = await realpath(join(home, file)).catch(() =>
    refuseFile(file, "the file is missing", source ? "Run fetch first" : `Put it at ${file} in the study's folder`)
  );
  if (!path.startsWith(home + sep)) {
    refuseFile(file, "a symbolic link that leads out of the study's folder", "Put the file itself there");
  }
  const info = await stat(path);
  if (!info.isFile()) refuseFile(file, "not a file", "Give the path of a file");
  if (info.size === 0) refuseFile(file, "the file is empty", "Export it again");
  if (bytes !== undefined && info.size !== bytes) {
    const rule = `${info.size} bytes where the data package declares ${bytes}; the file may be cut`;
    refuseFile(file, rule, "Export it again, or declare its new size");
  }
  return {path, size: info.size};
}
