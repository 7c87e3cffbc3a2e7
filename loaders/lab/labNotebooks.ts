import {mkdir, readFile, readdir, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Study} from "../study/readStudy.js";
import {labMark} from "../site/labMark.js";

const named = /^[a-z0-9][a-z0-9-]{0,79}$/;
const largest = 2_000_000;

/** The notebooks of a study's lab: files in its own folder, kept out of git unless the study is public. */
export async function labNotebooks(study: Study): Promise<{
  list(): Promise<Record<string, string>>;
  keep(name: string, file: string): Promise<void>;
}> {
  const folder = join(study.folder, "lab");
  await mkdir(folder, {recursive: true, mode: 0o700});
  if (!study.synthetic && !study.public_microdata)
    await writeFile(join(folder, ".gitignore"), "*\n", {flag: "wx"}).catch(() => undefined);
  return {
    async list() {
      const names = (await readdir(folder)).filter((name) => name.endsWith(".html")).toSorted();
      const files = await Promise.all(
        names.map(async (name) => [name.replace(/\.html$/, ""), await readFile(join(folder, name), "utf8")] as const)
      );
      return Object.fromEntries(files);
    },
    async keep(name, file) {
      if (!named.test(name)) throw new RangeError("invalid name of a notebook; letters, digits and hyphens only");
      if (file.length > largest) throw new RangeError("invalid notebook; larger than two million characters");
      const marked = file.includes(labMark) ? file : file.replace("<notebook", `<notebook ${labMark}`);
      const place = join(folder, `${name}.html`);
      await writeFile(`${place}.next`, marked, {mode: 0o600});
      await rename(`${place}.next`, place);
    }
  };
}
