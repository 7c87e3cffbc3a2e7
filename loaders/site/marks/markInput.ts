import type {PageInput} from "../../../src/components/parts/pageInput.js";
import type {FindingPage} from "../../../src/findings/findingPage.js";
import type {StudyRelease} from "../../release/releaseStudy.js";
import type {Page} from "../pages.js";

/** What every page's marks are made of. */
export interface MarkInput extends PageInput {
  readonly release: StudyRelease;
  readonly pages: readonly Page[];
  /** each finding's own figures */
  readonly rooms: ReadonlyMap<string, FindingPage>;
}
