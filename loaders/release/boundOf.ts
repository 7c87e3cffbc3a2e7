import {type Source} from "../disclosure/publishedRecord.js";
import {type Digests, digestsOf, emptyVintage, type PersonRow, type Vintage} from "../disclosure/vintage.js";
import {type Act, readActs} from "./acts.js";
import {codeDigest} from "./fingerprint.js";
import {readPast} from "./pastReleases.js";
import {query} from "./query.js";
import type {ReleaseContext} from "./releaseModule.js";
import {remember} from "./remember.js";
import {type Bound, standingOf} from "./standingOf.js";
import {refuseOtherFolder} from "./studyFolders.js";
import {tablesRead} from "./tablesRead.js";
import {readVintage} from "./vintages.js";

export interface BoundOptions {
  /** where this machine keeps the digests of who is behind what was published */
  readonly vintages?: string;
  /** what its steward would decide beside what is decided */
  readonly acts?: readonly Act[];
}

/**
 * What a release of a study would be bound by; null where the rules on persons are lifted. Of a synthetic study, where
 * nobody is told of, what stands is of the same code alone.
 */
export async function boundOf(
  context: ReleaseContext,
  {vintages, acts = []}: BoundOptions = {}
): Promise<Bound | null> {
  const {study, policy} = context;
  if (policy["count.step"] === null) return null;
  const past = await readPast(study.folder);
  const vintage = await readVintage(study.name, vintages);
  await refuseOtherFolder(study, {past, vintage}, vintages);
  const known = vintage ?? emptyVintage();
  return standingOf({
    study: study.folder,
    record: past && study.synthetic && past.code !== (await codeDigest()) ? null : past,
    acts: [...(await readActs(study.folder)), ...acts],
    known,
    present: await query<{source: Source; period: number}>(context, "sql/periods"),
    digests: await digestsFor(context, known),
    least: policy["model.persons"] ?? 0
  });
}

/** Those of everybody take long, and are kept as long as neither their key nor a row that they read has changed. */
async function digestsFor(context: ReleaseContext, {key}: Vintage): Promise<Digests> {
  const rows = "sql/person_rows";
  const make = async (): Promise<Digests> => digestsOf(await query<PersonRow>(context, rows), key);
  return remember(context, "digests", {key, tables: await tablesRead(context, rows)}, make, {most: 1, spoken: "en"});
}
