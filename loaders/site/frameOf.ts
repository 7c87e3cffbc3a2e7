import type {StudyRelease} from "../release/releaseStudy.js";
import {dataVersion} from "../release/dataVersion.js";
import {imprintOf} from "./imprintOf.js";
import {groupOf, navigationGroups} from "./navigation.js";
import type {Page} from "./pages.js";
import {frontMatter} from "./pages.js";
import type {FramedPage, SiteFrame} from "./siteFrame.js";

/** What is around the pages of a release. */
export function frameOf(
  release: StudyRelease,
  pages: readonly Page[],
  {fontRules, files}: Pick<SiteFrame, "fontRules" | "files">
): SiteFrame {
  const {title, synthetic, programmeYears, language} = release.study;
  const version = dataVersion(release);
  const about = imprintOf(release.study, version);
  const foot = [
    synthetic ? `${title} (synthetic data)` : title,
    `fiscal years ${programmeYears.join(" to ")}`,
    `data version ${version}`,
    about.published
  ];
  return {
    title,
    synthetic,
    language,
    foot: foot.filter(Boolean).join(" · "),
    pages: pages.flatMap(framed).toSorted((a, b) => place(a) - place(b)),
    about,
    fontRules,
    files
  };
}

function framed({address, markdown}: Page): FramedPage[] {
  const {nav, group} = frontMatter(markdown);
  return nav === undefined ? [] : [{address, nav, group: groupOf(address, group)}];
}

const place = ({group}: FramedPage): number => navigationGroups.indexOf(group);
