/**
 * A page at an address of its own for each release before the one that is shown: what it said on its day, and what it
 * published and is not withheld now. Made of the study's record, so that nobody has to keep old sites.
 */
import type {Column} from "../../src/components/parts/column.js";
import {dataTable} from "../../src/components/parts/dataTable.js";
import {element} from "../../src/components/parts/element.js";
import {type Mark, htmlMark} from "../../src/components/parts/mark.js";
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
  /** what Framework makes for all of them, whatever they say and however many they are */
  readonly template: Page;
  readonly marks: Readonly<Record<string, Mark>>;
  /** what each release published and is not withheld now, as files under the root by their place */
  readonly files: Readonly<Record<string, string>>;
}

/** The address of a release's page under the site. */
export const archiveAddress = ({on, version}: Pick<RecordedRelease, "on" | "version">): string =>
  `archive/${on}-${version}.html`;

/** The mark of what a release's page says below its title. */
const archiveBody = ({number}: Pick<RecordedRelease, "number">): string => `archive.${number}.body`;

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
    marks[archiveBody(release)] = bodyMark(release, context, document);
    files[address.replace(/\.html$/, ".json")] = JSON.stringify(stillPublished(release.tables, present.tables));
    return pageOf(address, {title: words.title(release.number, release.on), body: `@{${archiveBody(release)}}`});
  });
  const template = pageOf("archive/release.html", {
    title: "Release as It Was",
    body: '<div data-held="archive.body"></div>'
  });
  return {pages, template, marks, files};
}

function pageOf(address: string, {title, body}: {readonly title: string; readonly body: string}): Page {
  const markdown = `---\ntitle: ${title}\n---\n\n# ${title}\n\n${body}\n`;
  return {file: address.replace(/\.html$/, ".md"), address, markdown, order: 99, needs: []};
}

function bodyMark(release: RecordedRelease, context: EvidenceContext, document: Document): Mark {
  const {on, version, title} = release;
  const link = (href: string, text = ""): HTMLElement => element(document, "a", {href}, text);
  const [stop, report, holds, changes, since] = words.present;
  const [tables, whatTheyAre] = words.tables;
  const present = [link("../index.html", report), holds, link("../changes.html", changes), since];
  return htmlMark(
    element(document, "p", {}, title),
    element(document, "p", {}, words.kept, element(document, "code", {}, version), stop, ...present),
    element(document, "h2", {id: "findings"}, "Findings"),
    findingsPart(release, context, document),
    element(document, "h2", {id: "published-tables"}, "Published tables"),
    element(document, "p", {}, link(`./${on}-${version}.json`, tables), whatTheyAre)
  );
}

function findingsPart({findings}: RecordedRelease, context: EvidenceContext, document: Document): HTMLElement {
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
  if (rows.length === 0) return element(document, "p", {}, words.noFinding);
  return dataTable(rows, columns, {caption: words.findings, cards: true, document});
}

const columns: Column[] = [
  {name: "finding", label: "Finding"},
  {name: "title", label: "Answer"},
  {name: "estimate", label: "Main comparison (95\u202f% confidence interval)"},
  {name: "level", label: "Design level"},
  {name: "certainty", label: "How sure we are"}
];
