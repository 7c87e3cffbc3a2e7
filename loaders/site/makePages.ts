import {copyArchive} from "./copyArchive.js";
import {finishPages} from "./finishPages.js";
import {type FrameOptions, framePages} from "./framePages.js";
import {studyEntries} from "./furniture/studyEntries.js";
import {putFiles} from "./heldFiles.js";
import {moveFiles} from "./moveFolder.js";
import type {StudyRelease} from "../release/releaseStudy.js";
import {stageSite} from "./stageSite.js";
import {verifySite} from "./verifySite.js";

/** A release -> its pages, verified, in a folder of the stage at `place`. */
export async function makePages(
  release: StudyRelease,
  place: string,
  options: FrameOptions = {}
): Promise<{readonly dist: string; readonly pages: number}> {
  const stage = await stageSite(release, place, {later: true});
  const dist = await framePages(stage.folder, release.study.name, options);
  await copyArchive(dist, stage.archive);
  await moveFiles(stage.beside, dist);
  const written = await finishPages(dist, stage.held, {
    frame: stage.frame,
    language: release.study.language,
    written: stage.written,
    renamed: await putFiles(dist, stage),
    found: studyEntries(release)
  });
  await verifySite(
    dist,
    stage.pages.map(({address}) => address),
    {written}
  );
  return {dist, pages: stage.pages.length};
}
