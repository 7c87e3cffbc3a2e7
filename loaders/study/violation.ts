/** A rule that an input breaks: where, and which; never the value. */
export interface Violation {
  readonly file: string;
  /** record number in the file as a spreadsheet shows it, header rows counted */
  readonly row?: number;
  readonly column?: string;
  readonly rule: string;
  /** what to do next, a sentence, its point left to be set */
  readonly remedy?: string;
}

/** Says a violation in one line: `ratings.csv, row 17, column rating: at most 5. Correct the source.` */
export function describeViolation({file, row, column, rule, remedy}: Violation): string {
  const place = [file];
  if (row !== undefined) place.push(`row ${row}`);
  if (column !== undefined) place.push(`column ${column}`);
  const said = `${place.join(", ")}: ${rule}`;
  return remedy ? `${ended(said)} ${ended(remedy)}` : said;
}

const ended = (sentence: string): string => (/[.?]$/.test(sentence) ? sentence : `${sentence}.`);
