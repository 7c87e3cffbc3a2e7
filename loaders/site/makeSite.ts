import {join} from "node:path";
import type {Language} from "../../src/words/language.js";
import {type Published, recordPublished} from "../release/publish.js";
import {unmatchedNames} from "../release/unmatchedNames.js";
import {siteName} from "./builtRecord.js";
import {makePages} from "./makePages.js";
import {publishSite} from "./publishSite.js";

export interface MadeSite {
  readonly pages: number;
  /** what is worth a word, a line each */
  readonly warnings: readonly string[];
  /** of what is published, once it is on record */
  readonly fingerprint: string;
}

/**
 * A release -> a verified site at `out`. The release goes on record before it is shown: one that is on
 * record and was never shown makes later ones more careful, the reverse would make them careless.
 */
export async function makeSite(
  release: Published,
  out: string,
  {study, language}: {readonly study: string; readonly language?: Language}
): Promise<MadeSite> {
  const place = join(".longview/stage", release.study.name, siteName(out));
  const {dist, pages} = await makePages(release, place);
  const fingerprint = await recordPublished(release, study, {language});
  await publishSite(dist, out);
  return {
    pages,
    warnings: [...extraColumns(release), ...(await unmatchedNames(release)), ...release.notes],
    fingerprint
  };
}

/** Columns that a schema does not know are read past; that they are there is worth a word. */
function extraColumns({report}: Published): string[] {
  return report.value.files.flatMap(({file, extra}) => {
    const columns = extra === 1 ? "1 column" : `${extra} columns`;
    return extra > 0 ? [`${file}: ${columns} that the schema does not know, read past and not published`] : [];
  });
}
