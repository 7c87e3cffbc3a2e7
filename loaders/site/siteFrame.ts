import type {Language} from "../../src/words/language.js";
import type {NavigationGroup} from "./navigation.js";

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
