import {copyFile, mkdir, readdir, writeFile} from "node:fs/promises";
import {basename, join, resolve} from "node:path";
import {printAnswer} from "../../study/printAnswer.js";
import {StudyError} from "../../study/studyError.js";
import {proposeStudy} from "./proposeStudy.js";
import {sampleFile} from "./sampleFile.js";

/** `new DIR FILE...`: reads the files' first rows, and writes a data package and mapping SQL to finish. */
export async function runNew(
  target: string,
  files: readonly string[],
  options: {readonly json?: boolean} = {}
): Promise<number> {
  const folder = resolve(target);
  if ((await readdir(folder).catch(() => [])).length > 0) {
    throw new StudyError(
      [{file: target, rule: "the folder is not empty", remedy: "Give the name of a new one"}],
      "no study was written"
    );
  }
  const samples = [];
  for (const file of files) samples.push(await sampleFile(file));
  const {description, sql, notes} = await proposeStudy(basename(folder).toLowerCase(), samples);
  await mkdir(join(folder, "raw"), {recursive: true});
  await mkdir(join(folder, "sql"));
  for (const file of files) await copyFile(file, join(folder, "raw", basename(file)));
  await writeFile(join(folder, "datapackage.json"), `${JSON.stringify(description, null, 2)}\n`);
  for (const [table, text] of sql) await writeFile(join(folder, "sql", `${table}.sql`), text);
  const written = ["datapackage.json", ...[...sql.keys()].map((table) => `sql/${table}.sql`)];
  const told = [...notes, `Written: ${written.join(", ")}.`, finish];
  printAnswer({folder: target, written, notes, next: finish}, told.join("\n"), options);
  return 0;
}

const finish =
  "Next: look for FINISH in these files, and run build --study with the folder. A study with a FINISH is not built.";
