/** What the page on the data says of what was read, left out, withheld and kept: plain data in, text out. */
import {count, list} from "./numbers.js";

export const columns = {
  complete: "No value of a year is missing or withheld.",
  missing: "Values that are not there, by year",
  released: "Columns of the released tables"
};

export const read = {
  files: "Files that were read",
  none: "No row was rejected.",
  rejected: "Rows rejected",
  rounded: "Where they may be persons', they are rounded as numbers of persons are."
};

export const withheld = {
  rules: "Rules of disclosure control",
  cells: "Cells withheld",
  orWithheld: ", and withheld where too few people are behind it",
  openToAll: ["The rows are public already, so that nothing is withheld for having few people behind it."],
  closedToMost: [
    "Released tables have no row of a person. A cell with too few people behind it is withheld, and says so; it enters no estimate.",
    "Figures of people are published once. When a year is closed they stay as they were published, whatever is corrected, " +
      "added or deleted later. Figures of money are the organisation's and follow their source."
  ]
};

export const tables = {
  caption: "Canonical tables",
  absent: (absent: number): string =>
    absent === 0 ? "" : `This study does without ${count(absent)} of the tables that a study can have.`
};

/** Where everything that was released can be had at once; a link comes between the two parts. */
export const taken = {
  before: "All released tables can be saved as one data package, with a codebook, units, licence and citation: ",
  link: "explore",
  after: ", under “Take it away”, “Download the whole study's data”."
};

export const lineage = {
  caption: "From file to finding",
  published: "Published tables that read it",
  nothingLeftOut: "No mapping names a rule that leaves rows out.",
  leftOut: "Rows that a rule leaves out",
  /** mappings that combine rows in ways that leave none to be found again */
  uncounted: (mappings: readonly string[]) =>
    `Rows that are lost without a rule are not counted where rows are combined: ${list(mappings)}.`,
  rule: "Rule that leaves rows out",
  checks: "Rules between tables",
  severity: {error: "stops a release", warning: "is reported"}
};

/** Why rows of persons are kept, until when, and in which files they are. */
export function personal(
  files: readonly string[],
  kept: {readonly purpose: string; readonly retention: string; readonly until?: string | undefined} | undefined
): string {
  if (files.length === 0) return "No table of persons is made from these files.";
  const why = kept
    ? `They are kept for this purpose: ${kept.purpose}. How long: ${kept.retention}.`
    : "The study does not say why they are kept, or for how long.";
  const until = kept?.until
    ? ` They are due for deletion after ${kept.until}, with the warehouse and the digests made from them.`
    : "";
  return `Rows of persons are in ${files.join(", ")}. ${why}${until}`;
}

/** Over the tables that a finding cannot do without, and those that it reads too. */
export const findingTables = {
  needs: "Tables it needs",
  reads: "Tables it reads where they are",
  caption: "What each finding needs"
} as const;
