import {readdir, rm, stat} from "node:fs/promises";
import {join} from "node:path";

/** Removes all but the newest files of a folder, of those whose names begin alike. */
export async function forgetOldest(
  place: string,
  {most, beginning = ""}: {readonly most: number; readonly beginning?: string}
): Promise<void> {
  const files = (await readdir(place)).filter((file) => file.startsWith(beginning)).map((file) => join(place, file));
  const aged = await Promise.all(
    files.map(async (file) => ({file, at: (await stat(file).catch(() => null))?.mtimeMs ?? 0}))
  );
  const old = aged.toSorted((a, b) => b.at - a.at).slice(most);
  await Promise.all(old.map(({file}) => rm(file, {force: true})));
}
