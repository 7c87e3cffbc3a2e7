import {rm} from "node:fs/promises";
import {basename, join, resolve} from "node:path";
import {languages} from "../../src/words/language.js";
import {forgetPerson, type Vintage} from "../disclosure/vintage.js";
import {filesNaming} from "../ingest/filesNaming.js";
import {AskedWrongly} from "../study/askedWrongly.js";
import {printAnswer} from "../study/printAnswer.js";
import {readStudy} from "../study/readStudy.js";
import {readPast} from "./pastReleases.js";
import {refuseOtherFolder} from "./studyFolders.js";
import {readVintage, vintagePlace, writeVintage} from "./vintages.js";

export interface PurgeOptions {
  readonly study: string;
  readonly person?: string;
  readonly before?: string;
  readonly json?: boolean;
}

/**
 * `purge`: carries a deletion through. Of a person, random tokens take the place of the digests, and whatever was made from
 * the raw files is deleted; published figures stand. Before a year, the digests go, after which nothing of it is revised.
 * Raw files are their owner's: those that still name the person are listed, and the exit code is 3 until none does; 3, too,
 * where one could not be looked through.
 */
export async function runPurge(
  values: PurgeOptions,
  {place = ".longview"}: {readonly place?: string} = {}
): Promise<number> {
  const {person, before} = values;
  if ((person === undefined) === (before === undefined))
    throw new AskedWrongly("give --person or --before, a fiscal year");
  if (person?.trim() === "") throw new AskedWrongly("invalid --person; the person's key, as the raw files have it");
  const study = await readStudy(values.study);
  const vintages = join(place, basename(vintagePlace));
  const vintage = await readVintage(study.name, vintages);
  await refuseOtherFolder(study, {past: await readPast(values.study), vintage}, vintages);
  const own = [study.name, basename(resolve(values.study))];
  const names = [...own, ...own.flatMap((name) => languages.map((language) => `${name}.${language}`))];
  const forget = async (folders: readonly string[]): Promise<void> => {
    for (const folder of folders)
      for (const name of names) await rm(join(place, folder, name), {recursive: true, force: true});
  };
  if (person === undefined) {
    if (!/^\d{4}$/.test(before ?? "")) throw new AskedWrongly("invalid --before; a fiscal year, such as 2015");
    if (vintage) await writeVintage(study.name, JSON.stringify(withoutYears(vintage, Number(before))), vintages);
    await forget(["models"]);
    printAnswer({before: Number(before)}, `no digests are kept of years before ${before}`, values);
    return 0;
  }
  const forgotten = vintage && forgetPerson(vintage, person);
  if (forgotten) await writeVintage(study.name, JSON.stringify(forgotten.vintage), vintages);
  await forget(["warehouse", "published", "models", "notebook-outputs", "page-frames", "stage"]);
  const {naming, unread} = await filesNaming(values.study, study.resources, person);
  const replaced = forgotten?.forgotten ?? 0;
  const words = `${replaced} digests replaced; what was made from the raw files is deleted`;
  printAnswer({replaced, stillNaming: naming, unread}, words, values);
  for (const file of naming) process.stderr.write(`${file}: still names the person; remove those rows\n`);
  for (const file of unread) process.stderr.write(`${file}: could not be read; look for the person there yourself\n`);
  return naming.length + unread.length > 0 ? 3 : 0;
}

function withoutYears(vintage: Vintage, before: number): Vintage {
  const kept = Object.entries(vintage.periods).filter(([name]) => Number(name.split(" ")[1]) >= before);
  return {...vintage, periods: Object.fromEntries(kept)};
}
