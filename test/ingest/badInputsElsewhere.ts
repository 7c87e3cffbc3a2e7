import type {Elsewhere} from "../estimate/field/elsewhere.js";

/** Bad inputs that take more than a study's files, by their number, and the tests that have them. */
export const elsewhere: Readonly<Record<number, readonly Elsewhere[]>> = {
  7: [{file: "test/site/runRefresh.test.ts", title: "refresh of what was built says so, and imports nothing"}],
  19: [{file: "test/warehouse/againstLast.test.ts", title: "at a hundred times the rows"}],
  41: [{file: "test/components/figures.test.ts", title: "'=1\\+1"}],
  42: [
    {file: "test/site/site.test.ts", title: "makes text inert: no dollar, no markup, no Markdown"},
    {file: "test/browser/site.test.ts", title: '${1+1}</script><a href="x.csv">'},
    {file: "test/site/site.test.ts", title: "a page that is missing and a file that should not be there"}
  ],
  46: [{file: "test/warehouse/checkTables.test.ts", title: "a rating by somebody who was not there"}],
  47: [
    {file: "test/warehouse/checkTables.test.ts", title: "a department that ends without a word"},
    {file: "test/disclosure/mergeUnits.test.ts", title: "takes a neighbour in lineage before one of like size"}
  ],
  50: [{file: "test/attack/changedPersons.test.ts", title: "stays as published after %s, and what spans years too"}],
  51: [
    {file: "test/release/purge.test.ts", title: "leaves no digest that matches"},
    {file: "test/attack/secondYear.test.ts", title: "nor does one who is erased"},
    {file: "test/disclosure/stand.test.ts", title: "matches no digest of an erased person"}
  ],
  52: [{file: "test/release/history.test.ts", title: "names a restated profit by its row"}],
  53: [{file: "test/attack/audit.test.ts", title: "a spread of nothing, and an end of the scale"}],
  54: [
    {file: "test/disclosure/stand.test.ts", title: "publishes nothing of an open period, nor of a group that a closed"}
  ],
  55: [{file: "test/disclosure/mergeUnits.test.ts", title: "merges the small with the nearest in size"}],
  56: [{file: "test/release/degenerate.test.ts", title: "the same participation everywhere"}],
  62: [{file: "test/ingest/postgres.test.ts", title: "leaves the old extract when the connection is lost"}],
  63: [{file: "test/ingest/postgres.test.ts", title: "timeoutSeconds: 1"}],
  64: [{file: "test/ingest/postgres.test.ts", title: "a column that"}],
  65: [{file: "test/ingest/postgres.test.ts", title: "needs the database's address, and never prints it"}],
  66: [
    {file: "test/warehouse/brokenBuild.test.ts", title: "a disk that fills, and leaves what was there"},
    {file: "test/warehouse/openWarehouse.test.ts", title: "clears what a killed build left"},
    {file: "test/attack/breakBuild.ts", title: "kill"}
  ]
};
