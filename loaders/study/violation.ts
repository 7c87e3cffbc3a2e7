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

/** What to do where the row itself is wrong. */
export const correctItsSource = "Correct its source";

/** Says a violation in one line: `ratings.csv, row 17, column rating: at most 5. Correct the source.` */
export function describeViolation({row, ...violation}: Violation): string {
  return describe(violation, row === undefined ? [] : [row]);
}

/** One line a rule and place, with the rows that break it: `ratings.csv, rows 17, 18, 40 and 19 more, column rating: ...`. */
export function describeViolations(violations: readonly Violation[]): string[] {
  const groups = new Map<string, {readonly one: Violation; readonly rows: Set<number>}>();
  for (const one of violations) {
    const {file, column, rule, remedy, row} = one;
    const name = JSON.stringify(row === undefined ? [groups.size] : [file, column, rule, remedy]);
    const group = groups.get(name) ?? {one, rows: new Set<number>()};
    groups.set(name, group);
    if (row !== undefined) group.rows.add(row);
  }
  return Array.from(groups.values(), ({one, rows}) => describe(one, [...rows]));
}

/** a longer list of rows says how many more there are */
const most = 5;

function describe({file, column, rule, remedy}: Omit<Violation, "row">, rows: readonly number[]): string {
  const place = [file];
  const [first, more = []] = [rows[0], rows.slice(most)];
  if (first !== undefined) place.push(rows.length === 1 ? `row ${first}` : `rows ${rows.slice(0, most).join(", ")}`);
  const rest = more.length > 0 ? ` and ${more.length} more` : "";
  const said = `${place.join(", ")}${rest}${column === undefined ? "" : `, column ${column}`}: ${rule}`;
  return remedy ? `${ended(said)} ${ended(remedy)}` : said;
}

const ended = (sentence: string): string => (/[.?]$/.test(sentence) ? sentence : `${sentence}.`);
