export interface Elsewhere {
  readonly file: string;
  /** what is found in the file */
  readonly title: string;
}

/** Copied cases that are no input of `estimate` or `curve`, and the test that has each; null where none has it. */
export const elsewhere: Readonly<Record<string, Elsewhere | null>> = {
  build_onedept: {file: "test/release/degenerate.test.ts", title: "one department"},
  build_nullprofit: {file: "test/release/degenerate.test.ts", title: "profit is empty"},
  build_nopart: {file: "test/release/degenerate.test.ts", title: "nobody took part"},
  build_onezero: {file: "test/release/degenerate.test.ts", title: "a year without revenue"},
  build_jsnames: {file: "test/release/degenerate.test.ts", title: "names that JavaScript knows"},
  build_tz_locale: {file: "test/site/zones.test.ts", title: "in another time zone and locale"},
  ingest_ids: {file: "test/release/degenerate.test.ts", title: "department ids 01, 1, 001 and 1.0"},
  ingest_managers_over_headcount: {file: "test/warehouse/checkTables.test.ts", title: "more managers than people"},
  explorer_bad_link: {file: "test/explore/comparison.test.ts", title: "y=participants"},
  explorer_self: {file: "test/explore/comparison.test.ts", title: "x=profit&y=profit"},
  explorer_tip: {file: "test/browser/explorer.test.ts", title: ".figure-tip:not([hidden])"},
  contour_375: {file: "test/browser/style.test.ts", title: "the labels of a contour touch neither one another"},
  dark_tip: {file: "test/browser/style.test.ts", title: 'colorScheme: "dark"'},
  print: {file: "test/browser/style.test.ts", title: 'media: "print"'}
};
