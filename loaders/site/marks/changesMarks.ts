import type {Column} from "../../../src/components/parts/column.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {columnTitle} from "../../../src/components/parts/column.js";
import {element} from "../../../src/components/parts/element.js";
import {listOf} from "../../../src/components/parts/listOf.js";
import type {Mark, Marks} from "../../../src/components/parts/mark.js";
import {htmlMark, textMark} from "../../../src/components/parts/mark.js";
import {measureNamed} from "../../../src/evidence/measure.js";
import {findingName} from "../../../src/findings/findingName.js";
import {
  causesOf,
  causesTitle,
  changesSince,
  changeWhat,
  firstRelease,
  firstTime,
  lastChanged,
  moreRestated,
  publishedOnce,
  revisedOnce,
  thisRelease
} from "../../../src/words/en/changes.js";
import {columnCalled, shownPair, tableTitle} from "../../../src/words/en/restated.js";
import {capital} from "../../../src/words/en/numbers.js";
import {
  compareReleases,
  type ReleaseChanges,
  saysOtherwise,
  type TableChange
} from "../../release/history/compareReleases.js";
import type {RecordedRelease, ReleaseSummary} from "../../release/history/recordedRelease.js";
import {releaseBefore, releasesBefore} from "../../release/history/releaseHistory.js";
import {dayInWords} from "../dayInWords.js";
import {archiveAddress} from "../archivePages.js";
import type {MarkInput} from "./markInput.js";

/** a longer list of restated figures says how many more there are */
const most = 12;

export interface Past {
  readonly summary: ReleaseSummary;
  readonly history: readonly RecordedRelease[];
}

/** What this release says otherwise than the one before it, and every release before. */
export function changesMarks(input: MarkInput, {summary, history}: Past): Marks {
  const {document} = input;
  const before = releaseBefore(history, summary.version);
  if (!before)
    return {
      "changes.short": textMark(firstRelease),
      "changes.lasted": textMark(""),
      "changes.findings": htmlMark(),
      "changes.figures": htmlMark(),
      "changes.causes": htmlMark(),
      "changes.releases": releasesMark({summary, history}, document)
    };
  const changes = compareReleases(before, summary);
  return {
    "changes.short": textMark(changesSince(dated(before), changes)),
    "changes.lasted": textMark(lastedSince(history, summary, before)),
    "changes.findings": findingsMark(changes, input),
    "changes.figures": figuresMark(changes, input, before),
    "changes.causes": causesMark(changes, input),
    "changes.releases": releasesMark({summary, history}, document)
  };
}

/** A release with its day as it is said in a sentence. */
const dated = ({number, on, version}: RecordedRelease) => ({number, version, on: dayInWords(on)});

/** When a title, a level or a certainty last became another. */
function lastedSince(history: readonly RecordedRelease[], summary: ReleaseSummary, before: RecordedRelease): string {
  const others = releasesBefore(history, summary.version);
  const moved = others.findLast((one, i) => {
    const earlier = others[i - 1];
    return earlier !== undefined && saysOtherwise(earlier, one);
  });
  const last = saysOtherwise(before, summary) ? "now" : (moved ?? null);
  return lastChanged(last === "now" || last === null ? last : dated(last), dated(others[0] ?? before));
}

function findingsMark({title, findings}: ReleaseChanges, {context, document}: MarkInput): Mark {
  const rows = [
    ...(title ? [{finding: "The report", what: "Headline", before: title.before, after: title.after}] : []),
    ...findings.map(({finding, what, before, after}) => ({
      finding: capital(findingName(finding, context)),
      what: changeWhat[what],
      ...asCells(before, after)
    }))
  ];
  if (rows.length === 0) return htmlMark();
  return htmlMark(
    element(document, "h2", {id: "findings"}, "Findings"),
    dataTable(rows, findingColumns, {caption: "Findings that changed", cards: true, document})
  );
}

function asCells(...pair: Parameters<typeof shownPair>): {readonly before: string; readonly after: string} {
  const [before, after] = shownPair(...pair);
  return {before, after};
}

function causesMark(changes: ReleaseChanges, {document, release}: MarkInput): Mark {
  const once = release.study.public_microdata
    ? undefined
    : element(document, "p", {}, changes.revisions.length > 0 ? revisedOnce : publishedOnce);
  const title = element(document, "h2", {id: "causes"}, causesTitle(changes));
  return htmlMark(title, listOf(document, causesOf(changes)), once);
}

function figuresMark({renamed, tables}: ReleaseChanges, input: MarkInput, past: RecordedRelease): Mark {
  const {context, document} = input;
  const names = renamed.map((one) => ({...one}));
  const renamings =
    names.length === 0
      ? []
      : [
          element(document, "h2", {id: "names"}, "Names"),
          dataTable(names, renamedColumns, {caption: "Names that changed", cards: true, document})
        ];
  if (tables.length === 0) return htmlMark(...renamings);
  const rows = tables.map(({table, added, gone, restated, first}) => ({
    table: tableTitle(table, context),
    added,
    gone,
    restated: restated.length,
    first
  }));
  return htmlMark(
    ...renamings,
    element(document, "h2", {id: "figures"}, "Published figures"),
    dataTable(rows, tableColumns, {caption: "Tables that changed", cards: true, document}),
    ...tables.flatMap((one) => restatedTable(one, input, past))
  );
}

function restatedTable(
  {table, restated}: TableChange,
  {context, document}: MarkInput,
  past: RecordedRelease
): HTMLElement[] {
  if (restated.length === 0) return [];
  const title = tableTitle(table, context);
  const rows = restated.slice(0, most).map(({called, column, before, after}) => {
    const {label, unit} = measureNamed(context.measures, column);
    const share = unit === "share";
    return {
      where: called,
      column: columnCalled(column, context) ?? capital(share ? label : columnTitle({label, unit})),
      ...asCells(before, after, {share})
    };
  });
  const more = restated.length - rows.length;
  const link = element(document, "a", {href: archiveAddress(past)}, moreRestated.link(past.number));
  return [
    element(document, "h3", {}, title),
    dataTable(rows, restatedColumns, {caption: title, cards: true, document}),
    ...(more > 0 ? [element(document, "p", {}, moreRestated.before(more), link, moreRestated.after)] : [])
  ];
}

/** The one shown has its number and no day: a build says the same before it is on record and after. */
function releasesMark({summary, history}: Past, document: Document): Mark {
  const earlier = releasesBefore(history, summary.version);
  const shown = {number: (earlier.at(-1)?.number ?? 0) + 1, on: thisRelease, ...pick(summary)};
  const rows = [shown, ...earlier.toReversed().map((one) => ({number: one.number, on: one.on, ...pick(one)}))];
  return htmlMark(
    element(document, "h2", {id: "releases"}, "Releases"),
    dataTable(rows, releaseColumns, {
      caption: "Releases",
      cards: true,
      href: ({on, version}, column) =>
        column === "version" && on !== thisRelease
          ? archiveAddress({on: String(on), version: String(version)})
          : undefined,
      document
    })
  );
}

const pick = ({version, title}: ReleaseSummary): {version: string; title: string} => ({version, title});

const findingColumns: Column[] = [
  {name: "finding", label: "Finding"},
  {name: "what", label: "What"},
  {name: "before", label: "Before"},
  {name: "after", label: "Now"}
];
const renamedColumns: Column[] = [
  {name: "before", label: "Before"},
  {name: "after", label: "Now"}
];
const tableColumns: Column[] = [
  {name: "table", label: "Table"},
  {name: "added", label: "Rows new", digits: 0},
  {name: "gone", label: "Rows gone", digits: 0},
  {name: "restated", label: "Figures restated", digits: 0},
  {name: "first", label: firstTime, digits: 0}
];
const restatedColumns: Column[] = [
  {name: "where", label: "Of"},
  {name: "column", label: "Figure"},
  {name: "before", label: "Before"},
  {name: "after", label: "Now"}
];
const releaseColumns: Column[] = [
  {name: "number", label: "Release", digits: 0},
  {name: "on", label: "Published"},
  {name: "version", label: "Data version"},
  {name: "title", label: "Headline"}
];
