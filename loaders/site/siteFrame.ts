/** What stands around every page, written by the stage and read by Framework's configuration. */
export interface SiteFrame {
  readonly title: string;
  readonly synthetic: boolean;
  /** at the foot of every printed page */
  readonly foot: string;
  readonly pages: readonly {readonly address: string; readonly nav: string}[];
  /** @font-face rules; @fonts/ stands for the folder */
  readonly fontRules: string;
  /** files to be served at their own address */
  readonly files: readonly string[];
}
