import type {Column} from "../../src/stats/description/completeCases.js";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Dropped} from "../../src/stats/estimate.js";
import type {ColumnReader} from "./columnReader.js";
import {isDecimal} from "./numbersIn.js";

export interface TwoSamples {
  readonly samples: readonly [Column, Column];
  readonly dropped: readonly Dropped[];
}

interface Asked {
  readonly x?: string;
  readonly y?: string;
  readonly group?: string;
}

/**
 * Two samples: columns x and y; or the values of y by a column of two labels, `group` or an x of texts, the first in
 * sorted order first.
 */
export function twoSamplesOf({x, y, group}: Asked, read: ColumnReader): TwoSamples {
  if (y === undefined) throw new InvalidArgument("missing y; two samples need it");
  const by = group ?? (x !== undefined && isLabelled(x, read) ? x : undefined);
  if (by !== undefined) return byGroup(y, by, read);
  if (x === undefined) throw new InvalidArgument("missing x; two samples take x and y, or y and group");
  return {samples: [present(read.numbers(x)), present(read.numbers(y))], dropped: []};
}

function isLabelled(name: string, read: ColumnReader): boolean {
  return read.has(name) && !read.table[name]!.every(isDecimal);
}

function byGroup(y: string, group: string, read: ColumnReader): TwoSamples {
  const [values, labels] = [read.numbers(y), read.labels(group)];
  const names = [...new Set(labels.filter((label) => label !== null))].toSorted(inOrder);
  if (names.length !== 2)
    throw new InvalidArgument(`invalid group; not two labels but ${names.length}: ${names.slice(0, 5).join(", ")}`);
  const part = (name: string): Column => values.filter((value, i) => value !== null && labels[i] === name);
  const missing = labels.filter((label) => label === null).length;
  const empty = values.filter((value, i) => value === null && labels[i] !== null).length;
  const dropped = [
    {reason: `missing ${group}`, n: missing},
    {reason: `missing ${y}`, n: empty}
  ];
  return {samples: [part(names[0]!), part(names[1]!)], dropped: dropped.filter(({n}) => n > 0)};
}

const inOrder = (a: string, b: string): number =>
  isDecimal(a) && isDecimal(b) ? Number(a) - Number(b) : a < b ? -1 : 1;

/** columns of unequal samples are filled up with empty cells */
function present(column: Column): Column {
  return Array.from(column).filter((value) => value !== null);
}
