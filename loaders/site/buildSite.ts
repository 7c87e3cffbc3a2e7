import type {Language} from "../../src/words/language.js";
import {checkApproved} from "../release/checkApproved.js";
import {publish} from "../release/publish.js";
import type {MadeSite} from "./makeSite.js";

/** What is published of a study -> a verified site at `out`. What makes pages is imported once there is something to show. */
export async function buildSite(
  study: string,
  out: string,
  {language}: {readonly language?: Language} = {}
): Promise<MadeSite> {
  const release = await publish(study, {language});
  await checkApproved(release, study);
  const {makeSite} = await import("./makeSite.js");
  return makeSite(release, out, {study, language});
}
