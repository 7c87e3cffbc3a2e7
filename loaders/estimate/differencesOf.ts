import type {Column} from "../../src/stats/description/completeCases.js";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {ColumnReader} from "./columnReader.js";

/** Paired differences: x less y, or x alone where there is no y. */
export function differencesOf(
  {x: of, y: from}: {readonly x?: string; readonly y?: string},
  read: ColumnReader
): Column {
  if (of === undefined) throw new InvalidArgument("missing x; paired differences need it");
  const x = read.numbers(of);
  if (from === undefined) return x;
  const y = read.numbers(from);
  if (y.length !== x.length)
    throw new InvalidArgument(`invalid y; length ${y.length} differs from that of x: ${x.length}; pair the columns`);
  return x.map((value, i) => (value === null || y[i] === null ? null : value - y[i]!));
}
