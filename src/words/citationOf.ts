import {named} from "./language.js";
import {say} from "./say.js";

export interface CitedStudy {
  readonly title: string;
  readonly organisation: string;
  readonly synthetic: boolean;
  readonly published?: string | undefined;
  readonly contact?: {readonly name: string} | undefined;
}

/** How a study is cited: author, year, title, data version. */
export function citationOf(study: CitedStudy, version: string): string {
  const {published} = study;
  return say(
    "{0}{1}. {2}. Data version {3}.",
    authorOf(study),
    published ? say(" ({0})", published.slice(0, 4)) : "",
    titleOf(study),
    version
  );
}

export const authorOf = ({contact, organisation}: CitedStudy): string => named(contact?.name ?? organisation);
export const titleOf = ({title, synthetic}: CitedStudy): string =>
  `${named(title)}${synthetic ? say(" (simulated data)") : ""}`;
