/** A study's raw files as lines, whatever their encoding, changed together and written back. */
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";

export type Lines = Readonly<Record<string, readonly string[]>>;

/** The files that have rows of persons, and what else a change may touch. */
export const rawFiles = [
  "session_ratings.csv",
  "rating_scales.csv",
  "survey/answers.csv",
  "lms/completions.csv",
  "lms/sessions.csv",
  "hr/jinji-koka.csv",
  "hr/jinji-ido.csv"
] as const;

export async function readLines(folder: string): Promise<Lines> {
  const read = async (file: string): Promise<[string, string[]]> => [
    file,
    (await readFile(join(folder, file), "latin1")).trimEnd().split("\n")
  ];
  return Object.fromEntries(await Promise.all(rawFiles.map(read)));
}

export async function writeLines(folder: string, lines: Lines): Promise<void> {
  for (const [file, rows] of Object.entries(lines))
    await writeFile(join(folder, file), [...rows, ""].join("\n"), "latin1");
}
