/**
 * What a study's steward has decided, with the day: a close fixes a period's figures, a revision asks for a source's to be
 * made anew, an approval says who looked at a release. Decided by persons and kept with the study, never by the clock, so
 * that a build stays the same.
 */
import {mkdir, readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import * as z from "zod";
import {sources} from "../disclosure/publishedRecord.js";
import {parsedOrNull} from "../study/parsedOrNull.js";
import {writeWhole} from "../study/writeWhole.js";

const act = z.discriminatedUnion("act", [
  z.strictObject({act: z.literal("close"), source: z.enum(sources), period: z.int(), on: z.iso.date()}),
  z.strictObject({act: z.literal("revise"), source: z.enum(sources), on: z.iso.date(), because: z.string().min(1)}),
  z.strictObject({act: z.literal("approve"), version: z.string(), by: z.string().regex(/\S/), on: z.iso.date()})
]);

export type Act = z.infer<typeof act>;

const actsFile = (folder: string): string => join(folder, "released", "acts.json");

/** @throws {RangeError} if the study's file is none that was written here */
export async function readActs(folder: string): Promise<readonly Act[]> {
  const file = actsFile(folder);
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return [];
  const parsed = z.strictObject({acts: z.array(act)}).safeParse(parsedOrNull(text));
  if (parsed.success) return parsed.data.acts;
  throw new RangeError(`${file} is no list of acts; take it back from the last release`);
}

export async function addAct(folder: string, added: Act): Promise<void> {
  const file = actsFile(folder);
  const acts = [...(await readActs(folder)), added];
  await mkdir(dirname(file), {recursive: true});
  await writeWhole(file, `{"acts": [\n${acts.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n]}\n`);
}
