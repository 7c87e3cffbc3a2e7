/**
 * A study's releases, in `released/history/` of its folder: one file each, in their order, with what was said and what it
 * was made of. A release that says the same from the same files is the one before it.
 */
import {mkdir, readFile, readdir} from "node:fs/promises";
import {join} from "node:path";
import {jsonIn} from "../../study/jsonIn.js";
import {StudyError} from "../../study/studyError.js";
import {writeWhole} from "../../study/writeWhole.js";
import {type RecordedRelease, recordedRelease, type ReleaseSummary} from "./recordedRelease.js";

const folderOf = (study: string): string => join(study, "released", "history");

/** @throws {StudyError} if a file is no release as it was written */
export async function readHistory(study: string): Promise<readonly RecordedRelease[]> {
  const names = (await readdir(folderOf(study)).catch(() => [])).filter((name) => name.endsWith(".json"));
  return Promise.all(
    names.toSorted().map(async (name) => {
      const text = await readFile(join(folderOf(study), name), "utf8");
      return parseRelease(text, `released/history/${name}`);
    })
  );
}

function parseRelease(text: string, file: string): RecordedRelease {
  const remedy = "Remove the file; that release is then forgotten";
  const parsed = recordedRelease.safeParse(jsonIn(file, text, {remedy}));
  if (parsed.success) return parsed.data;
  throw new StudyError(
    parsed.error.issues.map(({path, message}) => ({file, column: path.join(".") || undefined, rule: message, remedy}))
  );
}

/** Adds a release to those on record, unless it is the last of them. */
export async function recordRelease(study: string, summary: ReleaseSummary, on: string): Promise<void> {
  const before = await readHistory(study);
  if (before.at(-1)?.version === summary.version) return;
  const number = (before.at(-1)?.number ?? 0) + 1;
  const folder = folderOf(study);
  await mkdir(folder, {recursive: true});
  const file = join(folder, `${String(number).padStart(4, "0")}-${summary.version}.json`);
  await writeWhole(file, `${JSON.stringify({number, on, ...summary} satisfies RecordedRelease)}\n`);
}

/** Releases before the one of a data version, which is the last on record once it was built. */
export function releasesBefore(history: readonly RecordedRelease[], version: string): readonly RecordedRelease[] {
  return history.at(-1)?.version === version ? history.slice(0, -1) : history;
}

/** The release that a new one is compared with: the last that says something else. */
export function releaseBefore(history: readonly RecordedRelease[], version: string): RecordedRelease | null {
  return history.findLast((one) => one.version !== version) ?? null;
}
