/**
 * The digest of everything that decides what is published: the study's files, with what it published before, the code
 * that reads, checks and estimates, the policy with it, and the lockfile. Nothing heavy is imported here.
 */
import {createHash, type Hash} from "node:crypto";
import {readdir} from "node:fs/promises";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {otherLanguage} from "../study/otherLanguage.js";
import {fileDigest} from "./fileDigest.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** where the code is that decides what is published */
export const publishingFolders = [
  ...["study", "ingest", "warehouse", "disclosure", "release"].map((folder) => `loaders/${folder}`),
  ...["stats", "evidence", "findings", "worlds", "released", "words"].map((folder) => `src/${folder}`)
];
const isCode = (file: string): boolean => /\.(ts|sql|json)$/.test(file);

export interface Fingerprint {
  /** the study's files */
  readonly inputs: string;
  /** our code */
  readonly code: string;
  /** what the study published before */
  readonly past: string;
}

/** @param options.language  in place of the one that the study declares; that one counts as none */
export async function fingerprintOf(
  study: string,
  {language}: {readonly language?: string} = {}
): Promise<Fingerprint> {
  const released = join(study, "released");
  /** notebooks read what is published, and decide nothing of it */
  const notebooks = ["notebooks", "lab"].map((folder) => join(study, folder));
  const files = await filesIn(study);
  const inputs = createHash("sha256").update((await otherLanguage(study, language)) ?? "");
  for (const file of files.filter((one) => ![released, ...notebooks].some((folder) => one.startsWith(folder))))
    inputs.update(`\0${relative(study, file)}\0`).update(fileDigest(file));
  const running = createHash("sha256").update(process.version);
  await hashCode(running, publishingFolders);
  const past = createHash("sha256");
  for (const file of files.filter((one) => one.startsWith(released)))
    past.update(`\0${relative(study, file)}\0`).update(fileDigest(file));
  const short = (hash: Hash, digits: number): string => hash.digest("hex").slice(0, digits);
  return {inputs: short(inputs, 16), code: short(running, 8), past: short(past, 8)};
}

export const nameOf = ({inputs, code: ours, past}: Fingerprint): string => `${inputs}-${ours}-${past}`;

let running: Promise<string> | undefined;

/** Digest of the code that publishes: of this process, whatever is written to its files while it runs. */
export function codeDigest(): Promise<string> {
  const hash = createHash("sha256");
  running ??= hashCode(hash, publishingFolders).then(() => hash.digest("hex").slice(0, 16));
  return running;
}

/** Adds the repository's files of code under some folders, and the lockfile. */
export async function hashCode(
  hash: Hash,
  folders: readonly string[],
  {takes = isCode}: {readonly takes?: (file: string) => boolean} = {}
): Promise<void> {
  const files = (await Promise.all(folders.map((folder) => filesIn(join(root, folder))))).flat();
  for (const file of [...files.filter(takes), join(root, "package-lock.json")])
    hash.update(`\0${relative(root, file)}\0`).update(fileDigest(file));
}

/** Every file under a folder, in order; a draft that is being written is none yet. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".next"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
