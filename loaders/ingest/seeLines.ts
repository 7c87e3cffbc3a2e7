import type {Dialect, Resource} from "../study/rawResource.js";
import {delimiterOf} from "./delimiterOf.js";

export interface SeenLines {
  /** whether its last line has an end, as one that was cut has not */
  readonly ended: boolean;
  /** number of the first empty line that another follows, or null */
  readonly empty: number | null;
  /** number of the first line with a quote inside a value that is not quoted, or null */
  readonly strayQuote: number | null;
  /** number of the first line with more values than the header, or null; the database reads past one that is empty */
  readonly overlong: number | null;
}

const LF = 10;
const CR = 13;

interface Lines {
  see(chunk: Buffer): void;
  /** the ways in which they end, where they are not the one declared; none where all is well */
  wrongEnds(): readonly string[];
  seen(): SeenLines;
}

/** Sees the lines that end outside quotes, which of them below the header are empty, and which have a value too many. */
export function seeLines({dialect, format, schema}: Pick<Resource, "dialect" | "format" | "schema">): Lines {
  const {quoteChar, header, headerRows = [1], lineTerminator}: Dialect = dialect;
  const quote = quoteChar.charCodeAt(0);
  const delimiter = delimiterOf({dialect, format}).charCodeAt(0);
  const before = new Set([-1, LF, CR, quote, delimiter]);
  const above = header ? Math.max(...headerRows) : 0;
  const carriage = lineTerminator === "\r";
  const ways = {lf: false, crlf: false, cr: false};
  let byByte = false;
  let quoted = false;
  let previous = -1;
  let filled = false;
  let line = 0;
  let empty: number | null = null;
  let followed = false;
  let strayQuote: number | null = null;
  let overlong: number | null = null;
  let delimiters = 0;
  let widest = 0;
  let most = header ? Infinity : schema.fields.length - 1;
  const end = (): void => {
    line += 1;
    if (filled) followed ||= empty !== null;
    else if (line > above) empty ??= line;
    if (delimiters > most) overlong ??= line;
    if (header && headerRows.includes(line)) widest = Math.max(widest, delimiters);
    if (header && line === above) most = widest;
    delimiters = 0;
    filled = false;
  };
  const seeByte = (byte: number): void => {
    if (byte === quote && (quoted || before.has(previous))) quoted = !quoted;
    else if (byte === quote) strayQuote ??= line + 1;
    if (byte === delimiter && !quoted) delimiters += 1;
    if (!quoted && previous === CR && byte !== LF) ways.cr = true;
    if (!quoted && byte === LF) {
      ways[previous === CR ? "crlf" : "lf"] = true;
      end();
    } else if (byte !== CR) filled = true;
    previous = quoted ? -1 : byte;
  };
  const seeLineFeeds = (chunk: Buffer): void => {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      ways.lf = true;
      filled ||= at > from;
      // the database refuses any other value too many, but not one that is empty at the end
      if ((at > 0 ? chunk[at - 1] : previous) === delimiter || line < above)
        delimiters += countOf(delimiter, chunk, from, at);
      end();
      from = at + 1;
    }
    filled ||= from < chunk.length;
    delimiters += countOf(delimiter, chunk, from, chunk.length);
    previous = chunk.at(-1) ?? previous;
  };
  return {
    see(chunk) {
      byByte ||= chunk.includes(CR) || chunk.includes(quote);
      if (byByte) for (const byte of chunk) seeByte(byte);
      else seeLineFeeds(chunk);
    },
    wrongEnds() {
      const cr = ways.cr || previous === CR;
      const wrong = carriage ? ways.lf || ways.crlf : cr || (ways.lf && ways.crlf);
      const there = {LF: ways.lf, "CR LF": ways.crlf, CR: cr};
      return wrong ? Object.entries(there).flatMap(([way, seen]) => (seen ? [way] : [])) : [];
    },
    seen: () => ({
      ended: previous === (carriage ? CR : LF),
      empty: followed || (filled && empty !== null) ? empty : null,
      strayQuote,
      overlong: overlong ?? (delimiters > most ? line + 1 : null)
    })
  };
}

function countOf(byte: number, chunk: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = chunk.indexOf(byte, from); at >= 0 && at < to; at = chunk.indexOf(byte, at + 1)) count += 1;
  return count;
}
