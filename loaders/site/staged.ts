/** What a stage of `dev` was made of, so that one that is there is shown at once, and said to be behind where it is. */
import {readFile, readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {fingerprintOf, nameOf} from "../release/fingerprint.js";
import {writeWhole} from "../study/writeWhole.js";
import {siteCode} from "./builtSites.js";

export interface Staged {
  /** digest of all that the stage was made of; empty once something of it was changed */
  readonly state: string;
  readonly language: string;
}

const place = (stage: string): string => join(stage, "staged.json");

/** Digest of all that decides what a stage holds. */
export async function stateOf(study: string, {language}: {readonly language?: string} = {}): Promise<string> {
  return `${nameOf(await fingerprintOf(study, {language}))} ${await siteCode(study)}`;
}

/** Null where no stage is there, or where one was not finished. */
export async function readStaged(stage: string): Promise<Staged | null> {
  const text = await readFile(place(stage), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as Staged);
}

export async function keepStaged(stage: string, staged: Staged): Promise<void> {
  await writeWhole(place(stage), JSON.stringify(staged));
}

/** Before files of a stage are replaced: until it is kept again, it is none. */
export async function beginStaging(stage: string): Promise<void> {
  await rm(place(stage), {force: true});
}

/** After a page alone was replaced: the stage is whole, and no longer what its state said. */
export async function forgetState(stage: string): Promise<void> {
  const staged = await readStaged(stage);
  if (staged) await keepStaged(stage, {...staged, state: ""});
}

const front = /^(?:---\n[\s\S]*?\n---\n)?/;
const notice =
  '<p class="site-notice" data-behind lang="en" role="status">This page shows the study as it was made last. Something has changed since, and the page is being made again. If that fails, the terminal says why.</p>\n';

/** Says on every page of a stage that it is behind; a stage that is made anew replaces them. */
export async function sayBehind(stage: string): Promise<void> {
  await forgetState(stage);
  const root = join(stage, "src");
  const files = (await readdir(root, {recursive: true})).filter((file) => file.endsWith(".md"));
  for (const file of files) {
    const text = await readFile(join(root, file), "utf8");
    if (!isBehind(text)) await writeWhole(join(root, file), withNotice(text));
  }
}

/** Whether a page says that it is behind. */
export const isBehind = (text: string): boolean => text.includes(notice);

export const withNotice = (text: string): string => text.replace(front, (head) => `${head}\n${notice}\n`);
