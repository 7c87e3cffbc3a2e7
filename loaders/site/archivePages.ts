/**
 * A page at an address of its own for each release before the one that is shown: what it said on its day, and what it
 * published and is not withheld now. Made of the study's record, so that nobody has to keep old sites.
 */
import type {Column} from "../../src/components/parts/column.js";
import {dataTable} from "../../src/components/parts/dataTable.js";
import {type Mark, htmlMark, textMark} from "../../src/components/parts/mark.js";
import type {EvidenceContext} from "../../src/evidence/context.js";
import {evidenceWords} from "../../src/evidence/evidenceWords.js";
import {findingName} from "../../src/findings/findingName.js";
import {findingIds} from "../../src/findings/registry.js";
import {capital} from "../../src/words/en/numbers.js";
import {archive as words} from "../../src/words/en/site.js";
import type {RecordedRelease, ReleaseSummary} from "../release/history/recordedRelease.js";
import {stillPublished} from "../release/history/stillPublished.js";
import type {Page} from "./pages.js";

export interface Archive {
  readonly pages: readonly Page[];
  readonly marks: Readonly<Record<string, Mark>>;
  /** what each release published and is not withheld now, as files under the root by their place */
  readonly files: Readonly<Record<string, string>>;
}

/** The address of a release's page under the site. */
export const archiveAddress = ({on, version}: Pick<RecordedRelease, "on" | "version">): string =>
  `archive/${on}-${version}.html`;

export function archivePages(
  earlier: readonly RecordedRelease[],
  present: Pick<ReleaseSummary, "tables">,
  context: EvidenceContext,
  document: Document
): Archive {
  const marks: Record<string, Mark> = {};
  const files: Record<string, string> = {};
  // two of one day that say the same have one page
  const apart = new Map(earlier.map((release) => [archiveAddress(release), release]));
  const pages = Array.from(apart, ([address, release]): Page => {
    const {number, on, version} = release;
    marks[`archive.${number}.title`] = textMark(release.title);
    marks[`archive.${number}.findings`] = findingsMark(release, context, document);
    files[address.replace(/\.html$/, ".json")] = JSON.stringify(stillPublished(release.tables, present.tables));
    return {
      file: address.replace(/\.html$/, ".md"),
      address,
      markdown: markdownOf(number, on, version),
      order: 99,
      needs: []
    };
  });
  return {pages, marks, files};
}

function markdownOf(number: number, on: string, version: string): string {
  return [
    `---\ntitle: ${words.title(number, on)}\n---`,
    `# ${words.title(number, on)}`,
    `@{archive.${number}.title}`,
    words.kept(version),
    `## Findings`,
    `@{archive.${number}.findings}`,
    `## Published tables`,
    words.tables(`./${on}-${version}.json`)
  ].join("\n\n");
}

function findingsMark({findings}: RecordedRelease, context: EvidenceContext, document: Document): Mark {
  const rows = findings.map(({id, title, level, certainty, estimate, low, high, unit}) => {
    const known = findingIds.find((one) => one === id);
    return {
      finding: known ? capital(findingName(known, context)) : id,
      title,
      estimate: estimate === null ? "none" : evidenceWords({estimate, low, high, unit: unit ?? ""}).trim(),
      level: String(level),
      certainty
    };
  });
  if (rows.length === 0) return textMark(words.noFinding);
  return htmlMark(dataTable(rows, columns, {caption: words.findings, cards: true, document}));
}

const columns: Column[] = [
  {name: "finding", label: "Finding"},
  {name: "title", label: "Answer"},
  {name: "estimate", label: "Main comparison (95\u202f% confidence interval)"},
  {name: "level", label: "Design level"},
  {name: "certainty", label: "How sure we are"}
];
