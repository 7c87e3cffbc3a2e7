import type {Options} from "csv-parse";
import type {Resource} from "../study/rawResource.js";
import {delimiterOf} from "./delimiterOf.js";

/** A declared dialect as csv-parse takes it. Records may be of any width: what is wrong with them is said elsewhere. */
export function csvOptions({dialect, format}: Pick<Resource, "dialect" | "format">): Options {
  const {quoteChar, doubleQuote, escapeChar, commentChar, skipInitialSpace, lineTerminator} = dialect;
  return {
    bom: true,
    delimiter: delimiterOf({dialect, format}),
    quote: quoteChar,
    escape: escapeChar ?? (doubleQuote ? quoteChar : null),
    comment: commentChar ?? null,
    comment_no_infix: true,
    ltrim: skipInitialSpace,
    record_delimiter: lineTerminator === "\r" ? "\r" : ["\r\n", "\n"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 2_000_000,
    info: true
  };
}

/** A record as csv-parse gives it. */
export interface Parsed {
  readonly record: string[];
  readonly info: {
    readonly bytes: number;
    readonly records: number;
    readonly comment_lines: number;
    readonly empty_lines: number;
  };
}

/** Whether DuckDB reads the dialect itself; it counts lines where a comment stands, so those are not for it. */
export const isPlain = ({dialect}: Pick<Resource, "dialect">): boolean =>
  dialect.commentRows === undefined &&
  dialect.commentChar === undefined &&
  dialect.escapeChar === undefined &&
  dialect.doubleQuote &&
  !dialect.skipInitialSpace &&
  dialect.lineTerminator !== "\r";
