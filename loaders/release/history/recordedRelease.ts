/** What is kept of a release: what it said, and what it was made of. Nothing in it was not published, but the files' digests. */
import {z} from "zod";
import {sources} from "../../disclosure/publishedRecord.js";
import {certainties} from "../../../src/evidence/verdict/certaintyOf.js";

const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({suppressed: z.string()})]);

const finding = z.strictObject({
  id: z.string(),
  title: z.string(),
  level: z.int().min(1).max(5),
  certainty: z.enum(certainties),
  estimate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable()
});

const table = z.strictObject({
  keys: z.array(z.string()),
  columns: z.array(z.string()),
  /** cells in the columns' order */
  rows: z.array(z.array(cell))
});

const summary = {
  /** the data version: the same for the same tables, findings and files */
  version: z.string(),
  title: z.string(),
  findings: z.array(finding),
  absent: z.array(z.strictObject({finding: z.string(), reason: z.string()})),
  tables: z.record(z.string(), table),
  files: z.array(z.strictObject({file: z.string(), sha256: z.string(), rows: cell})),
  rules: z.record(z.string(), z.number().nullable()),
  plan: z.strictObject({status: z.string(), version: z.int()}),
  /** revisions that had been declared by then, with the reason that readers are given */
  revisions: z.array(z.strictObject({source: z.enum(sources), on: z.iso.date(), because: z.string()})).optional(),
  /** periods that had been closed by then, so that their figures could be published */
  closed: z.array(z.strictObject({source: z.enum(sources), period: z.int(), on: z.iso.date()})).optional()
};

export const recordedRelease = z.strictObject({
  number: z.int().min(1),
  /** day on which it was published */
  on: z.iso.date(),
  ...summary
});

type Frozen<T> = T extends readonly (infer One)[]
  ? readonly Frozen<One>[]
  : T extends object
    ? {readonly [Key in keyof T]: Frozen<T[Key]>}
    : T;

export type RecordedRelease = Frozen<z.infer<typeof recordedRelease>>;
export type ReleaseSummary = Omit<RecordedRelease, "number" | "on">;
export type SummarisedFinding = ReleaseSummary["findings"][number];
export type SummarisedTable = ReleaseSummary["tables"][string];
