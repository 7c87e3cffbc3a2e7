/**
 * Simulated studies like this one in which the programme does something, or nothing: what a reader would have been told of each.
 *
 * Source     `worlds.json` in the study's folder, as `worlds` wrote it; a study may have none
 * Rows       simulated studies: nobody's data
 */
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import * as z from "zod";
import {findingIds} from "../../src/findings/registry.js";
import {worldKindNames} from "../../src/worlds/world.js";
import {certainties} from "../../src/evidence/verdict/certaintyOf.js";
import type {Worlds} from "../../src/worlds/world.js";
import {releaseDescription} from "../disclosure/releaseDescription.js";
import {releaseNothing} from "../disclosure/releaseDerived.js";
import {jsonIn} from "../study/jsonIn.js";
import {StudyError} from "../study/studyError.js";
import type {ReleaseModule} from "./releaseModule.js";
import {remember} from "./remember.js";

const file = "worlds.json";

const estimate = z.strictObject({
  estimate: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  df: z.number().positive().nullable()
});

const world = z.strictObject({
  kind: z.enum(worldKindNames),
  seed: z.int().positive(),
  findings: z.array(
    z.strictObject({
      finding: z.enum(findingIds),
      claim: z.enum(["none", "difference", "change"]),
      sign: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
      naive: estimate.nullable(),
      primary: estimate.nullable(),
      certainty: z.enum(certainties).optional()
    })
  ),
  headline: z.strictObject({better: z.array(z.enum(findingIds)), worse: z.array(z.enum(findingIds))}).optional(),
  failed: z.string().optional()
});

const schema = z.object({
  digest: z.string().min(1),
  truths: z.array(z.strictObject({finding: z.enum(findingIds), truth: z.number()})),
  worlds: z.array(world).min(1)
});

/** Null where the study has none. */
export const nullWorlds: ReleaseModule<Worlds | null> = {
  name: "worlds",
  needs: [],
  async make({study, models}) {
    const text = await worldsText(study.folder);
    // so many small objects take longer to check than to read again as they were found to be
    const worlds = text === null ? null : await remember({study, models}, "worlds", text, () => parseWorlds(text));
    return worlds
      ? releaseDescription(worlds, {digest: "simulated", truths: "simulated", worlds: "simulated"})
      : releaseNothing();
  }
};

/** Null where the study has none. */
function worldsText(folder: string): Promise<string | null> {
  return readFile(join(folder, file), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

const summary = "the simulated studies can't be read; write them anew with `npx longview worlds`, or remove the file";

/** What they were simulated by; null where the study has none, or they can't be read. */
export async function worldsMadeBy(folder: string): Promise<string | null> {
  const text = await worldsText(folder);
  if (text === null) return null;
  const parsed = schema.pick({digest: true}).safeParse(jsonIn(file, text, {summary}));
  return parsed.success ? parsed.data.digest : null;
}

/** @throws {StudyError} if it is not what `worlds` writes */
export function parseWorlds(text: string): Worlds {
  const parsed = schema.safeParse(jsonIn(file, text, {summary}));
  if (parsed.success) return parsed.data;
  throw new StudyError(
    parsed.error.issues.map(({path, message}) => ({file, column: path.join(".") || undefined, rule: message})),
    summary
  );
}
