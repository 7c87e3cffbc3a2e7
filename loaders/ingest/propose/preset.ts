import type {ProposedField} from "./proposeFields.js";
import type {Sample} from "./sampleFile.js";

/** What a preset makes of a file that it knows. */
export interface Layout {
  /** what the file is, as it is told to the analyst */
  readonly kind: string;
  /** a table of the contract as it stands, or one of no known kind */
  readonly as?: "canonical" | "unknown";
  /** rows of the header, counted from 1, and rows to leave out below it */
  readonly headerRows: readonly number[];
  readonly commentRows?: readonly number[];
  /** the columns to read; others are read past, as names and addresses of persons should be */
  readonly columns: readonly string[];
  /** columns of an unknown file that are not read, since they name or describe a person */
  readonly unread?: readonly string[];
  /** columns that are texts, whatever they look like */
  readonly texts?: readonly string[];
  readonly primaryKey?: readonly string[];
  /** what is changed in the proposed fields */
  readonly adjust?: (field: ProposedField) => ProposedField;
  /** canonical tables by name, as SQL over the resource; a line that begins with "-- FINISH" is for the analyst */
  readonly sql: (resource: string, fields: readonly ProposedField[]) => Readonly<Record<string, string>>;
  /** what the file tells of the study block */
  readonly study?: (fields: readonly ProposedField[]) => Readonly<Record<string, unknown>>;
}

export interface Preset {
  readonly name: string;
  /** undefined where the file is none of the preset's */
  readonly recognise: (sample: Sample) => Layout | undefined;
}
