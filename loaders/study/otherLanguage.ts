import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Language} from "../../src/words/language.js";

/** The language that is asked for, where it is another than the study's own: its own counts as not asked for. */
export async function otherLanguage<T extends string = Language>(folder: string, asked?: T): Promise<T | undefined> {
  if (asked === undefined) return undefined;
  const text = await readFile(join(folder, "datapackage.json"), "utf8").catch(() => "");
  return asked === declaredIn(text) ? undefined : asked;
}

/** English where nothing is declared; what is no valid description is refused where it is read. */
function declaredIn(text: string): unknown {
  try {
    const {study} = JSON.parse(text.replace(/^\uFEFF/, "")) as {study?: {language?: unknown}};
    return study?.language ?? "en";
  } catch {
    return "en";
  }
}
