import type {Language} from "../../src/words/language.js";
import type {NavigationGroup} from "./navigation.js";

/** in a stage */
export const frameFile = "site.json";

/** What is around every page, written by the stage and read by Framework's configuration. */
export interface SiteFrame {
  readonly title: string;
  readonly synthetic: boolean;
  readonly language: Language;
  /** at the foot of every printed page */
  readonly foot: string;
  readonly pages: readonly FramedPage[];
  readonly about: StudyImprint;
  /** @font-face rules; @fonts/ stands for the folder */
  readonly fontRules: string;
  /** files to be served at their own address */
  readonly files: readonly string[];
}

export interface FramedPage {
  readonly address: string;
  readonly nav: string;
  readonly group: NavigationGroup;
}

/** A frame with nothing in it but what Framework reads of it in a build, where it is put around the pages afterwards. */
export const bareFrame = ({title, language}: Pick<SiteFrame, "title" | "language">): SiteFrame => ({
  title,
  synthetic: false,
  language,
  foot: "",
  pages: [],
  about: {version: "", citation: "", bibtex: ""},
  fontRules: "",
  files: []
});

/** What the foot of a page says of the study: who publishes it, which data, how to cite it. */
export interface StudyImprint {
  readonly version: string;
  readonly published?: string;
  readonly nextRelease?: string;
  readonly contact?: {readonly name: string; readonly address?: string};
  readonly licences?: readonly {readonly title: string; readonly address?: string}[];
  readonly citation: string;
  readonly bibtex: string;
}
