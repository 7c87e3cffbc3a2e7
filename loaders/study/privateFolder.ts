import {chmod, mkdir} from "node:fs/promises";
import {resolve, sep} from "node:path";

/** Makes a folder that only its owner can enter; what lies in one under `.longview` is closed from there on. */
export async function privateFolder(folder: string): Promise<string> {
  const path = resolve(folder);
  await mkdir(path, {recursive: true, mode: 0o700});
  const parts = path.split(sep);
  const top = parts.lastIndexOf(".longview");
  await chmod(top < 0 ? path : parts.slice(0, top + 1).join(sep), 0o700);
  return path;
}
