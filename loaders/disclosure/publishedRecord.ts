/**
 * What a study has published of persons, as it stands: which periods of which source are closed, and every figure of
 * persons as it was published. Later releases carry it unchanged. It tells nothing that the site did not.
 */
import * as z from "zod";
import {parsedOrNull} from "../study/parsedOrNull.js";

/** Where figures of persons come from; each is closed period by period. */
export const sources = ["activity", "survey", "ratings", "appraisals"] as const;

export type Source = (typeof sources)[number];

const years = z.array(z.int());

const record = z.strictObject({
  /** digest of the code that published it */
  code: z.string(),
  /** closed periods by source, as fiscal years */
  closed: z.strictObject({activity: years, survey: years, ratings: years, appraisals: years}),
  /** revisions that it has taken in, by source */
  revised: z.partialRecord(z.enum(sources), z.int().min(0)),
  /** figures by release module: rows of a table, or the value of a model */
  modules: z.record(
    z.string(),
    z.union([
      z.strictObject({
        rows: z.array(z.record(z.string(), z.unknown())),
        suppressed: z.record(z.string(), z.int())
      }),
      z.strictObject({value: z.unknown()})
    ])
  )
});

export type PublishedRecord = z.infer<typeof record>;

/** @throws {RangeError} if it is no such record */
export function readPublishedRecord(file: string, text: string): PublishedRecord {
  const parsed = record.safeParse(parsedOrNull(text));
  if (parsed.success) return parsed.data;
  throw new RangeError(`${file} is no record of what was published; take it back from the last release`);
}

/** The same text for the same record: a line for every row. */
export function printPublishedRecord({code, closed, revised, modules}: PublishedRecord): string {
  const lines = Object.entries(modules).map(([name, module]) => {
    if (!("rows" in module)) return `${JSON.stringify(name)}: ${JSON.stringify(module)}`;
    const rows = module.rows.map((row) => JSON.stringify(row)).join(",\n");
    return `${JSON.stringify(name)}: {"suppressed": ${JSON.stringify(module.suppressed)}, "rows": [\n${rows}\n]}`;
  });
  return `{"code": ${JSON.stringify(code)},\n"closed": ${JSON.stringify(closed)},\n"revised": ${JSON.stringify(revised)},\n"modules": {\n${lines.join(",\n")}\n}}\n`;
}
