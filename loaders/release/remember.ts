import {createHash} from "node:crypto";
import {join} from "node:path";
import {type Language, spokenNow} from "../../src/words/language.js";
import {forgetOldest} from "../study/forgetOldest.js";
import {keepValue, readValue} from "../study/keptValue.js";
import {privateFolder} from "../study/privateFolder.js";
import {codeOf, type Makers} from "./codeOf.js";
import {codeDigest} from "./fingerprint.js";
import type {ReleaseContext} from "./releaseModule.js";
import {valueDigest} from "./valueDigest.js";

/**
 * What a model gave before for the same reading and the same code: plain data of plain data. Where a context has no place
 * to keep it, and where either has changed, it is made.
 *
 * @param reads           all that decides the result, but the code and how the study is spoken of
 * @param options.by      the code that makes it; by default all that publishes
 * @param options.spoken  the language that it is made in; by default the one in force
 * @param options.most    how many results of the model are kept, those for other readings among them
 */
export async function remember<T>(
  {study, models}: Pick<ReleaseContext, "study" | "models">,
  name: string,
  reads: unknown,
  make: () => T | Promise<T>,
  {by, spoken, most = 4}: {readonly by?: Makers; readonly spoken?: Language; readonly most?: number} = {}
): Promise<T> {
  if (models === undefined) return make();
  const now = {...spokenNow(), ...(spoken && {language: spoken})};
  const place = await privateFolder(join(models, study.name));
  const hash = createHash("sha256")
    .update(process.version)
    .update(by ? codeOf(by) : await codeDigest());
  hash.update(valueDigest([reads, now]));
  const file = join(place, `${name}.${hash.digest("hex").slice(0, 32)}`);
  const kept = await readValue<T>(file);
  if (kept) return kept.value;
  const value = await make();
  await keepValue(file, value);
  await forgetOldest(place, {most, beginning: `${name}.`});
  return value;
}
