import {type Source} from "../disclosure/publishedRecord.js";
import {type PersonRow} from "../disclosure/vintage.js";
import {type Act, readActs} from "./acts.js";
import {codeDigest} from "./fingerprint.js";
import {readPast} from "./pastReleases.js";
import {query} from "./query.js";
import type {ReleaseContext} from "./releaseModule.js";
import {type Bound, standingOf} from "./standingOf.js";
import {refuseOtherFolder} from "./studyFolders.js";
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
  return standingOf({
    study: study.folder,
    record: past && study.synthetic && past.code !== (await codeDigest()) ? null : past,
    acts: [...(await readActs(study.folder)), ...acts],
    vintage,
    present: await query<{source: Source; period: number}>(context, "sql/periods"),
    rows: await query<PersonRow>(context, "sql/person_rows"),
    least: policy["model.persons"] ?? 0
  });
}
