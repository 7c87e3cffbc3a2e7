/** A rule that an input breaks: where, and which; never the value. */
export interface Violation {
  readonly file: string;
  /** record number in the file as a spreadsheet shows it, header rows counted */
  readonly row?: number;
  readonly column?: string;
  readonly rule: string;
}

/** Says a violation in one line: `ratings.csv, row 17, column rating: at most 5`. */
export function describeViolation({file, row, column, rule}: Violation): string {
  const place = [file];
  if (row !== undefined) place.push(`row ${row}`);
  if (column !== undefined) place.push(`column ${column}`);
  return `${place.join(", ")}: ${rule}`;
}
