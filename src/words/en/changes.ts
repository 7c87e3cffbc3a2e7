/** What a release says otherwise than the one before it: plain data in, sentences out. */
import {capital, inWords, list, plain} from "./numbers.js";

type Shown = string | number | boolean | null | {readonly suppressed: string};

export interface ChangesSaid {
  readonly title: {readonly before: string; readonly after: string} | null;
  readonly findings: readonly {
    readonly finding: string;
    readonly what: "title" | "level" | "certainty" | "estimate" | "there";
    readonly before: string | number | null;
    readonly after: string | number | null;
  }[];
  readonly renamed: readonly {readonly before: string; readonly after: string}[];
  readonly tables: readonly {
    readonly table: string;
    readonly added: number;
    readonly gone: number;
    readonly restated: readonly {
      readonly where: string;
      readonly column: string;
      readonly before: Shown;
      readonly after: Shown;
    }[];
    readonly columnsAdded: readonly string[];
    readonly columnsGone: readonly string[];
  }[];
  readonly files: readonly {readonly file: string; readonly change: "new" | "gone" | "changed"}[];
  readonly rules: readonly string[];
  readonly plan: boolean;
  readonly substance: boolean;
}

export const changeWhat = {
  title: "Answer",
  level: "How the comparison was made",
  certainty: "How sure we are",
  estimate: "Main comparison",
  there: "Made at all"
} as const;

/** instead of a day, of the release that is shown */
export const thisRelease = "this release";

export const firstRelease = "This is the first release.";

export const changesSince = (
  {number, on, version}: {readonly number: number; readonly on: string; readonly version: string},
  changes: ChangesSaid
): string => `Since release ${number} of ${on}, data version ${version}: ${changesInShort(changes)}`;

/** One sentence on what a reader would notice. */
export function changesInShort({title, findings, renamed, tables}: ChangesSaid): string {
  const answers = new Set(findings.flatMap(({finding, what}) => (what === "estimate" ? [] : [finding]))).size;
  const restated = tables.reduce((sum, one) => sum + one.restated.length, 0);
  const added = tables.reduce((sum, one) => sum + one.added, 0);
  const gone = tables.reduce((sum, one) => sum + one.gone, 0);
  const parts = [
    ...(title ? ["the headline changed"] : []),
    ...(answers > 0 ? [`${counted(answers, "finding")} changed`] : []),
    ...(renamed.length > 0 ? [`${counted(renamed.length, "name")} changed`] : []),
    ...(restated > 0 ? [`${counted(restated, "published figure")} ${restated === 1 ? "was" : "were"} restated`] : []),
    ...(added > 0 ? [`${counted(added, "row")} ${added === 1 ? "was" : "were"} added`] : []),
    ...(gone > 0 ? [`${counted(gone, "row")} ${gone === 1 ? "was" : "were"} removed`] : [])
  ];
  return parts.length === 0 ? "No published figure and no finding has changed." : `${capital(list(parts))}.`;
}

/** What may have moved the figures: whatever is other than it was. */
export function causesOf({files, rules, plan}: ChangesSaid): string[] {
  const said = {new: "is new", gone: "is gone", changed: "has changed"};
  const causes = [
    ...files.map(({file, change}) => `${file} ${said[change]}.`),
    ...rules.map((rule) => `The rule ${rule} has changed.`),
    ...(plan ? ["The plan has changed."] : [])
  ];
  return causes.length > 0 ? causes : ["No file, rule or plan has changed. The program that computes the figures has."];
}

export function shownCell(cell: Shown): string {
  if (cell === null) return "no value";
  if (typeof cell === "number") return plain(cell);
  return typeof cell === "object" ? cell.suppressed : String(cell);
}

/** As lines, for a terminal. */
export function changesAsLines(changes: ChangesSaid, {most = 20}: {readonly most?: number} = {}): string[] {
  const {title, findings, renamed, tables} = changes;
  return [
    changesInShort(changes),
    ...(title ? [`headline: ${title.before} -> ${title.after}`] : []),
    ...findings.map(
      ({finding, what, before, after}) =>
        `${finding}, ${changeWhat[what].toLowerCase()}: ${shownCell(before)} -> ${shownCell(after)}`
    ),
    ...renamed.map(({before, after}) => `renamed: ${before} -> ${after}`),
    ...tables.flatMap(({table, added, gone, restated, columnsAdded, columnsGone}) => [
      `${table}: ${added} rows new, ${gone} gone, ${restated.length} figures restated`,
      ...columnsAdded.map((column) => `  new column ${column}`),
      ...columnsGone.map((column) => `  no longer column ${column}`),
      ...restated
        .slice(0, most)
        .map(({where, column, before, after}) => `  ${where}: ${column} ${shownCell(before)} -> ${shownCell(after)}`),
      ...(restated.length > most ? [`  and ${restated.length - most} more`] : [])
    ]),
    ...causesOf(changes).map((cause) => `because: ${cause}`)
  ];
}

/** When a headline, an answer, a level or a certainty last changed. */
export function lastChanged(
  last: "now" | {readonly number: number; readonly on: string} | null,
  first: {readonly on: string}
): string {
  if (last === "now") return "A finding changed in this release.";
  return last
    ? `The findings last changed in release ${last.number}, on ${last.on}.`
    : `The findings are the same as in the first release, on ${first.on}.`;
}

function counted(n: number, what: string): string {
  return `${n < 11 ? inWords(n) : n} ${what}${n === 1 ? "" : "s"}`;
}
