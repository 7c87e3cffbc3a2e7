import type {StudyRelease} from "../release/releaseStudy.js";
import {dataVersion} from "../release/dataVersion.js";
import {imprintOf} from "./imprintOf.js";
import {groupOf, navigationGroups} from "./navigation.js";
import type {Page} from "./pages.js";
import {frontMatter} from "./pages.js";
import type {FramedPage, SiteFrame} from "./siteFrame.js";
import {named} from "../../src/words/language.js";
import {say, sayName} from "../../src/words/say.js";
import {yearsSaid} from "../../src/words/yearNoun.js";

/** What is around the pages of a release. */
export function frameOf(
  release: StudyRelease,
  pages: readonly Page[],
  {fontRules, files}: Pick<SiteFrame, "fontRules" | "files">
): SiteFrame {
  const {synthetic, programmeYears, language} = release.study;
  const title = named(release.study.title);
  const version = dataVersion(release);
  const about = imprintOf(release.study, version);
  const foot = [
    synthetic ? say("{0} (synthetic data)", title) : title,
    yearsSaid(programmeYears),
    say("data version {0}", version),
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
  return nav === undefined ? [] : [{address, nav: sayName(nav), group: groupOf(address, group)}];
}

const place = ({group}: FramedPage): number => navigationGroups.indexOf(group);
