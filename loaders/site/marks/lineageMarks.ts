import type {Column, Row} from "../../../src/components/parts/column.js";
import {dataTable} from "../../../src/components/parts/dataTable.js";
import {element} from "../../../src/components/parts/element.js";
import {type Mark, type Marks, htmlMark} from "../../../src/components/parts/mark.js";
import {findingName} from "../../../src/findings/findingName.js";
import {findingIds, registry} from "../../../src/findings/registry.js";
import {lineage as words, personal} from "../../../src/words/en/data.js";
import {capital} from "../../../src/words/en/numbers.js";
import type {StudyReport} from "../../release/describeStudy.js";
import type {ReleaseModule} from "../../release/releaseModule.js";
import {sources} from "../../release/sources.js";
import {tableModules} from "../../release/tableModules.js";
import {dayInWords} from "../dayInWords.js";
import type {MarkInput} from "./markInput.js";

/** The way from a raw file to a finding, what falls by the way, whether the tables agree, and what is to be deleted when. */
export function lineageMarks(input: MarkInput): Marks {
  const {release, document} = input;
  const {lineage, leftOut, uncounted, checks, study} = release.report.value;
  const table = (rows: readonly Row[], columns: readonly Column[], caption: string): Mark =>
    htmlMark(dataTable(rows, columns, {caption, cards: true, document}));
  return {
    "data.lineage": table(lineageRows(input), lineageColumns, words.caption),
    "data.leftOut": htmlMark(
      leftOut.length === 0
        ? element(document, "p", {}, words.nothingLeftOut)
        : dataTable(leftOut, leftOutColumns, {caption: words.leftOut, cards: true, document}),
      uncounted.length === 0 ? null : element(document, "p", {}, words.uncounted(mappingsOf(uncounted)))
    ),
    "data.checks": table(
      checks.map((one) => ({
        ...one,
        severity: one.severity === "error" ? words.severity.error : words.severity.warning
      })),
      checkColumns,
      words.checks
    ),
    "data.personal": htmlMark(element(document, "p", {}, personalSaid(study, lineage)))
  };
}

function lineageRows({release, context, tables}: MarkInput): Row[] {
  const {lineage, files} = release.report.value;
  const found = findingIds.filter((id) => release.findings.value.findings.some((one) => one.id === id));
  return files.map(({file}) => {
    const made = lineage.filter((one) => one.file === file).map((one) => one.table);
    const isRead = ({needs, reads = []}: Pick<ReleaseModule<unknown>, "needs" | "reads">): boolean =>
      [...needs, ...reads].some((need) => made.some((name) => name === need));
    const published = Object.values(tableModules).filter((module) => tables.has(module.name) && isRead(module));
    const read = found.filter((id) => registry[id].from.some((name) => isRead(sources[name])));
    return {
      file,
      tables: made.join(", ") || "none",
      published: published.map(({name}) => name).join(", ") || "nothing",
      findings: read.map((id) => capital(findingName(id, context))).join(", ") || "none"
    };
  });
}

const mappingsOf = (uncounted: StudyReport["uncounted"]): string[] => [
  ...new Set(uncounted.map(({mapping}) => mapping))
];

/** Why personal data are kept, until when, and in which files they are. */
function personalSaid({personalData}: StudyReport["study"], lineage: StudyReport["lineage"]): string {
  const files = [...new Set(lineage.filter(({persons}) => persons).map(({file}) => file))];
  const until = personalData?.until;
  return personal(files, personalData && {...personalData, until: until && dayInWords(until)});
}

const lineageColumns: Column[] = [
  {name: "file", label: "File"},
  {name: "tables", label: "Tables made from it"},
  {name: "published", label: words.published},
  {name: "findings", label: "Findings that read it"}
];
const leftOutColumns: Column[] = [
  {name: "file", label: "File"},
  {name: "mapping", label: "Mapping"},
  {name: "rule", label: words.rule},
  {name: "rows", label: "Rows", digits: 0}
];
const checkColumns: Column[] = [
  {name: "rule", label: "What is not allowed"},
  {name: "table", label: "Table"},
  {name: "severity", label: "If it occurs"},
  {name: "broken", label: "Rows with it", digits: 0},
  {name: "allowed", label: "Allowed", digits: 0}
];
