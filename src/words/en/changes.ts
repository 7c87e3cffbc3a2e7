/** What a release says otherwise than the one before it: plain data in, sentences out. */
import {capital, count, inWords, list} from "./numbers.js";
import {type Shown, shownPair} from "./restated.js";

export interface ChangesSaid {
  readonly title: {readonly before: string; readonly after: string} | null;
  readonly findings: readonly {
    readonly finding: string;
    readonly what: "title" | "level" | "certainty" | "estimate" | "there";
    readonly before: string | number | null;
    readonly after: string | number | null;
  }[];
  readonly renamed: readonly {readonly before: string; readonly after: string}[];
  readonly merged?: readonly {readonly before: readonly string[]; readonly after: string}[];
  readonly tables: readonly {
    readonly table: string;
    readonly added: number;
    readonly gone: number;
    readonly restated: readonly {
      readonly called: string;
      readonly column: string;
      readonly before: Shown;
      readonly after: Shown;
    }[];
    /** figures that waited until their period was closed */
    readonly first?: number;
    readonly columnsAdded: readonly string[];
    readonly columnsGone: readonly string[];
  }[];
  readonly files: readonly {
    readonly file: string;
    readonly change: "new" | "gone" | "changed";
    readonly before: Shown;
    readonly after: Shown;
  }[];
  readonly years: readonly number[];
  readonly rules: readonly string[];
  readonly plan: boolean;
  readonly revisions?: readonly {readonly source: string; readonly because: string}[];
  readonly closed?: readonly {readonly source: string; readonly period: number}[];
  readonly substance: boolean;
}

/** characters of a terminal's line */
const longLine = 100;

export const changeWhat = {
  title: "Answer",
  level: "How the comparison was made",
  certainty: "How sure we are",
  estimate: "Main comparison",
  there: "Made at all"
} as const;

/** instead of a day, of the release that is shown */
export const thisRelease = "this release";

/** over figures that waited until their period was closed */
export const firstTime = "Published for the first time";

export const firstRelease = "This is the first release.";

export const changesSince = (
  {number, on, version}: {readonly number: number; readonly on: string; readonly version: string},
  changes: ChangesSaid
): string =>
  `Since release ${number} of ${on} (data version ${version}), ${changesInShort(changes).replace(/^./, (first) => first.toLowerCase())}`;

/** One sentence on what a reader would notice. */
export function changesInShort({title, findings, renamed, merged = [], tables, years}: ChangesSaid): string {
  const answered = new Set(findings.flatMap(({finding, what}) => (what === "estimate" ? [] : [finding])));
  const answers = answered.size;
  const moved = findings.filter(({finding}) => !answered.has(finding)).length;
  const restated = tables.reduce((sum, one) => sum + one.restated.length, 0);
  const first = tables.reduce((sum, one) => sum + (one.first ?? 0), 0);
  const added = tables.reduce((sum, one) => sum + one.added, 0);
  const gone = tables.reduce((sum, one) => sum + one.gone, 0);
  const parts = [
    ...(title ? ["the headline changed"] : []),
    ...(answers > 0 ? [`${counted(answers, "finding")} changed`] : []),
    ...(moved > 0 ? [`${counted(moved, "main comparison")} moved`] : []),
    ...(renamed.length > 0 ? [`${counted(renamed.length, "name")} changed`] : []),
    ...(restated > 0 ? [`${counted(restated, "published figure")} ${restated === 1 ? "was" : "were"} restated`] : []),
    ...(first > 0 ? [`${counted(first, "figure")} ${first === 1 ? "was" : "were"} published for the first time`] : []),
    ...(merged.length > 0
      ? [`${counted(merged.length, "group")} of units ${merged.length === 1 ? "was" : "were"} merged`]
      : []),
    ...(years.length === 1 ? [`the year ${list(years.map(String))} was added`] : []),
    ...(years.length > 1 ? [`the years ${list(years.map(String))} were added`] : []),
    ...(added > 0 && years.length === 0 ? [`${counted(added, "row")} ${added === 1 ? "was" : "were"} added`] : []),
    ...(gone > 0 ? [`${counted(gone, "row")} ${gone === 1 ? "was" : "were"} removed`] : [])
  ];
  return parts.length === 0 ? "No published figure and no finding has changed." : `${capital(list(parts))}.`;
}

const sourceCalled: Readonly<Record<string, string>> = {
  activity: "participation",
  survey: "the survey",
  ratings: "session ratings",
  appraisals: "appraisals"
};

/** What may have moved the figures: whatever is other than it was. */
export function causesOf({files, rules, plan, revisions = [], closed = [], merged = []}: ChangesSaid): string[] {
  const causes = [
    ...closedInWords(closed),
    ...revisions.map(({source, because}) => `Figures of ${sourceCalled[source] ?? source} are revised. ${because}`),
    ...files.map(fileInWords),
    ...rules.map((rule) => `The rule ${rule} has changed.`),
    ...(plan ? ["The plan has changed."] : []),
    ...merged.map(
      ({before, after}) =>
        `${capital(list(before))} are published together${after === list(before) ? "" : `, as ${after}`}: alone, one had too few people in a year.`
    )
  ];
  return causes.length > 0 ? causes : ["No file, rule or plan has changed. The program that computes the figures has."];
}

/** Years that were closed, each with its sources: their figures are published for the first time. */
function closedInWords(closed: NonNullable<ChangesSaid["closed"]>): string[] {
  const years = [...new Set(closed.map(({period}) => period))].toSorted((a, b) => a - b);
  return years.map((year) => {
    const sources = closed.flatMap(({source, period}) => (period === year ? [sourceCalled[source] ?? source] : []));
    return `The year ${year} was closed for ${list(sources)}: its figures are published for the first time.`;
  });
}

function fileInWords({file, change, before, after}: ChangesSaid["files"][number]): string {
  const rows = (cell: Shown): string => (typeof cell === "number" ? `about ${count(cell)} rows` : "");
  if (change === "new") return `${file} is new${rows(after) && `, with ${rows(after)}`}.`;
  if (change === "gone") return `${file} is gone.`;
  const grown = typeof before === "number" && typeof after === "number" && before !== after;
  return `${file} has changed${grown ? `: ${rows(after)}, ${count(before)} before` : ""}.`;
}

/** What findings and tables are called; by their keys where nobody says. */
export interface ChangedNames {
  readonly finding: (id: string) => string;
  readonly table: (name: string) => string;
  readonly column: (name: string) => string;
}

const keys: ChangedNames = {finding: (id) => id, table: (name) => name, column: (name) => name.replaceAll("_", " ")};

/** As lines, for a terminal. */
export function changesAsLines(
  changes: ChangesSaid,
  {most = 6, names = keys}: {readonly most?: number; readonly names?: ChangedNames} = {}
): string[] {
  const {title, findings, renamed, tables} = changes;
  const pair = (before: Shown, after: Shown): string => shownPair(before, after).join(" -> ");
  return [
    changesInShort(changes),
    ...causesOf(changes).map((cause) => `because: ${cause}`),
    ...(title ? wasAndIs("headline", title.before, title.after) : []),
    ...findings.flatMap(({finding, what, before, after}) =>
      wasAndIs(`${names.finding(finding)}, ${changeWhat[what].toLowerCase()}`, before, after)
    ),
    ...renamed.map(({before, after}) => `renamed: ${before} -> ${after}`),
    ...tables.flatMap(({table, added, gone, restated, first = 0, columnsAdded, columnsGone}) => [
      `${names.table(table)}: ${tableInShort({added, gone, restated: restated.length, first}) || "other columns"}`,
      ...columnsAdded.map((column) => `  new column ${column}`),
      ...columnsGone.map((column) => `  no longer column ${column}`),
      ...restated
        .slice(0, most)
        .map(({called, column, before, after}) => `  ${called}: ${names.column(column)} ${pair(before, after)}`),
      ...(restated.length > most ? [`  and ${restated.length - most} more, which --json lists`] : [])
    ])
  ];
}

/** Sentences are below one another, so that the words that differ are found. */
function wasAndIs(what: string, before: Shown, after: Shown): string[] {
  const [was, is] = shownPair(before, after);
  const line = `${what}: ${was} -> ${is}`;
  return line.length <= longLine ? [line] : [`${what}:`, `  was: ${was}`, `  now: ${is}`];
}

function tableInShort(counts: {
  readonly added: number;
  readonly gone: number;
  readonly restated: number;
  readonly first: number;
}): string {
  const {added, gone, restated, first} = counts;
  const said = [
    [added, "row", "new"],
    [gone, "row", "gone"],
    [restated, "figure", "restated"],
    [first, "figure", "published for the first time"]
  ] as const;
  return said.flatMap(([n, what, how]) => (n > 0 ? [`${n} ${what}${n === 1 ? "" : "s"} ${how}`] : [])).join(", ");
}

/** The heading over what may have moved the figures, and what is said below it where figures of persons are kept. */
export const causesTitle = (changes: ChangesSaid): string => (isSame(changes) ? "What was read anew" : "Why");

/** Below a release in which a source was revised. */
export const revisedOnce =
  "Figures of people are published once. Those of a closed year are made anew only where a revision is declared, as here.";

export const publishedOnce =
  "Figures of people are published once: those of a closed year stay as they were, whatever is corrected, added or deleted later.";

const isSame = ({title, findings, renamed, tables}: ChangesSaid): boolean =>
  title === null && findings.length + renamed.length + tables.length === 0;

/** Where a list of restated figures ends before all are said; a link comes between the two parts. */
export const moreRestated = {
  before: (more: number): string =>
    `${more} more ${more === 1 ? "figure was" : "figures were"} restated. The tables of `,
  link: (number: number): string => `release ${number}`,
  after: " are kept as they were."
};

/** Around the lines of a plan: with what it compares, and how to go on. */
export const planWords = {
  against: ({number, on, version}: {readonly number: number; readonly on: string; readonly version: string}): string =>
    `Against release ${number} of ${on}, data version ${version}:`,
  pages: (addresses: readonly string[]): string => `pages that say something else: ${addresses.join(", ")}`,
  next: (command: string): string => `Nothing is published yet. To publish it: ${command}`
};

/** When a headline, an answer, a level or a certainty last changed. */
export function lastChanged(
  last: "now" | {readonly number: number; readonly on: string} | null,
  first: {readonly on: string}
): string {
  if (last === "now") return "An answer, a design level or a certainty changed in this release.";
  return last
    ? `An answer, a design level or a certainty last changed in release ${last.number}, on ${last.on}.`
    : `No answer, design level or certainty has changed since the first release, of ${first.on}.`;
}

function counted(n: number, what: string): string {
  return `${n < 11 ? inWords(n) : n} ${what}${n === 1 ? "" : "s"}`;
}
