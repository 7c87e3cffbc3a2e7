import type {Field} from "../../study/rawResource.js";

/** What a file's bytes show: its first rows, titles and headers included, and how they are written. */
export interface SampledRows {
  readonly format: "csv" | "tsv" | "xlsx" | "jsonl" | "parquet";
  readonly rows: readonly (readonly string[])[];
  readonly encoding?: string;
  readonly delimiter?: string;
  /** the sheet that was looked at, where the workbook has several */
  readonly sheetName?: string;
  /** columns' types, where the file itself declares them */
  readonly types?: ReadonlyMap<string, Field["type"]>;
  /** what is told to the analyst */
  readonly notes?: readonly string[];
}
