import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Column} from "../../src/stats/description/completeCases.js";
import type {SpecificationReader} from "./specificationReader.js";

/** Two samples: the values of y by a column `group` of two labels, the first in sorted order first; else x and y. */
export function twoSamplesOf(read: SpecificationReader): readonly [Column, Column] {
  if (!read.has("group")) return [present(read.column("x")), present(read.column("y"))];
  const y = Array.from(read.column("y"));
  const labels = read.labels("group");
  const names = [...new Set(labels.filter((label) => label !== null))].toSorted((a, b) => (a < b ? -1 : 1));
  if (names.length !== 2)
    throw new InvalidArgument(`invalid group; not two labels but ${names.length}: ${names.slice(0, 5).join(", ")}`);
  const part = (name: string | number): Column => y.filter((_, i) => labels[i] === name);
  return [part(names[0]!), part(names[1]!)];
}

/** columns of unequal samples are filled up with empty cells */
function present(column: Column): Column {
  return Array.from(column).filter((value) => value !== null);
}
