import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Column} from "../../src/stats/description/completeCases.js";
import type {SpecificationReader} from "./specificationReader.js";

/** Paired differences: x less y, or x alone where there is no y. */
export function differencesOf(read: SpecificationReader): Column {
  const x = Array.from(read.column("x"));
  if (!read.has("y")) return x;
  const y = read.column("y");
  if (y.length !== x.length)
    throw new InvalidArgument(`invalid y; length ${y.length} differs from that of x: ${x.length}; pair the columns`);
  return x.map((value, i) => (value === null || y[i] === null ? null : value - y[i]!));
}
