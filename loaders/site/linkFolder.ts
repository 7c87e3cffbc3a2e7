import {copyFile, link, mkdir, readdir} from "node:fs/promises";
import {join} from "node:path";

/** what a disk, or the border between two, answers where it cannot give a file a second name (link(2)) */
const unlinkable = new Set(["EXDEV", "EPERM", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

/**
 * Makes a folder of the files of another, which are the same files where the disk allows it, and else copies: they are tens
 * of megabytes, and nothing writes into them.
 */
export async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, {recursive: true});
  for (const name of await readdir(from)) {
    const [source, place] = [join(from, name), join(to, name)];
    await link(source, place).catch((error: NodeJS.ErrnoException) => {
      if (!unlinkable.has(error.code ?? "")) throw error;
      return copyFile(source, place);
    });
  }
}
