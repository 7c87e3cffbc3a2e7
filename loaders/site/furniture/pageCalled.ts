import {say} from "../../../src/words/say.js";
import type {SiteFrame} from "../siteFrame.js";

type FramedPage = SiteFrame["pages"][number];

/** What links call a page: one that is alone in its group goes by the group's name, above and below alike. */
export function pageCalled(page: FramedPage, pages: readonly FramedPage[]): string {
  return pages.filter(({group}) => group === page.group).length === 1 ? say(page.group) : page.nav;
}
