/**
 * The one way out: every table, finding and number of a study, controlled and audited once, kept under the fingerprint of
 * all that decides them, and taken from there as long as nothing has changed.
 */
import {readdir, rename, rm} from "node:fs/promises";
import {basename, join, resolve} from "node:path";
import {keepReleased, readKept} from "../disclosure/keptReleased.js";
import {type Released} from "../disclosure/released.js";
import {isBeingKept} from "../study/keptValue.js";
import {otherLanguage} from "../study/otherLanguage.js";
import {speakFor} from "../study/speakFor.js";
import {privateFolder} from "../study/privateFolder.js";
import {type Fingerprint, fingerprintOf, nameOf} from "./fingerprint.js";
import {recordRelease} from "./history/releaseHistory.js";
import {releaseSummary} from "./history/releaseSummary.js";
import {keepRelease} from "./pastReleases.js";
import {refuseChanged} from "./refuseChanged.js";
import {type ReleaseOptions, releaseStudy, type StudyRelease} from "./releaseStudy.js";

export interface Published extends StudyRelease {
  readonly fingerprint: Fingerprint;
}

type Beside = Omit<StudyRelease, "report" | "findings" | "estimates" | "tables" | "worlds">;

export interface PublishOptions extends ReleaseOptions {
  readonly cache?: string;
}

const defaultCache = ".longview/published";

/**
 * @throws {StudyError} if the study's data break a rule
 * @throws {AuditError} if what would be released tells more than it may
 */
export async function publish(
  folder: string,
  {withSteward = false, vintages, language: asked, cache = defaultCache}: PublishOptions = {}
): Promise<Published> {
  const language = await otherLanguage(folder, asked);
  await speakFor(folder, {language});
  const fingerprint = await fingerprintOf(folder, {language});
  const place = placeOf(folder, {cache, language});
  const kept = await takeKept(fileOf(fingerprint, place), fingerprint);
  if (kept && (kept.steward || !withSteward)) return kept;
  const {behind: _behind, ...release} = await releaseStudy(folder, {withSteward, vintages, language});
  refuseChanged(folder, fingerprint, await fingerprintOf(folder, {language}));
  const published = {...release, fingerprint};
  await keep(published, place);
  return published;
}

/**
 * Puts what was published on record with its study; the same result then is the one that its fingerprint names, unless
 * the study's files were changed meanwhile. What is asked for in another language says nothing new: its record is kept by the
 * study's own.
 *
 * @returns the fingerprint's name
 */
export async function recordPublished(
  {fingerprint: before, ...release}: Published,
  folder: string,
  {cache = defaultCache, vintages, language: asked}: Omit<PublishOptions, "withSteward"> = {}
): Promise<string> {
  const language = await otherLanguage(folder, asked);
  await keepRelease(release, {vintages});
  if (language === undefined)
    await recordRelease(folder, await releaseSummary(release), new Date().toISOString().slice(0, 10));
  const {inputs, code, past} = await fingerprintOf(folder, {language});
  const fingerprint = {...before, past};
  if (inputs === before.inputs && code === before.code)
    await callOtherwise({...release, fingerprint: before}, fingerprint, placeOf(folder, {cache, language}));
  return nameOf(fingerprint);
}

const fileOf = (fingerprint: Fingerprint, place: string): string => join(place, `${nameOf(fingerprint)}.kept`);

/** What is kept under a fingerprint is kept under another; where it is gone, anew. */
async function callOtherwise(published: Published, fingerprint: Fingerprint, place: string): Promise<void> {
  const [from, to] = [fileOf(published.fingerprint, place), fileOf(fingerprint, place)];
  await rename(from, to).catch(() => keep({...published, fingerprint}, place));
}

/** A folder of the study's own, and another of what is asked for in another language. */
const placeOf = (folder: string, {cache = defaultCache, language}: PublishOptions): string =>
  join(cache, [basename(resolve(folder)), ...(language === undefined ? [] : [language])].join("."));

async function keep(
  {fingerprint, report, findings, estimates, tables, worlds, ...beside}: Published,
  place: string
): Promise<void> {
  const file = fileOf(fingerprint, place);
  const released = new Map<string, Released<unknown>>([
    ["(report)", report],
    ["(findings)", findings],
    ["(estimates)", estimates],
    ["(worlds)", worlds]
  ]);
  for (const [name, table] of tables) released.set(name, table);
  await privateFolder(place);
  await keepReleased(file, released, beside satisfies Beside);
  for (const old of await readdir(place))
    if (old !== basename(file) && !isBeingKept(old)) await rm(join(place, old), {force: true});
}

async function takeKept(file: string, fingerprint: Fingerprint): Promise<Published | null> {
  const kept = await readKept<Beside>(file);
  if (!kept) return null;
  const tables = new Map(kept.released);
  const take = <T>(name: string): Released<T> => {
    const one = tables.get(name) as Released<T>;
    tables.delete(name);
    return one;
  };
  return {
    ...kept.beside,
    fingerprint,
    report: take("(report)"),
    findings: take("(findings)"),
    estimates: take("(estimates)"),
    worlds: take("(worlds)"),
    tables: tables as StudyRelease["tables"]
  };
}
