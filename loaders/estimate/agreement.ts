import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import {groupAgreement} from "../../src/stats/groups/groupAgreement.js";
import {icc} from "../../src/stats/groups/icc.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification, SpecificationReader, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

/** For kind group, y is a column or a list of items, levels the number of answer categories. */
export function agreement(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  if (read.text("kind", ["icc", "group"]) === "icc") {
    const result = icc(ratingsOf(read), {level: read.number("level")});
    const named = result.terms.flatMap(({term, estimate, low, high}): [string, number | null][] => [
      [term, estimate],
      [`${term}_low`, low],
      [`${term}_high`, high]
    ]);
    return {...result, fit: {...result.fit, ...Object.fromEntries(named)}};
  }
  const choices = read.number("levels");
  if (choices === undefined)
    throw new InvalidArgument("missing levels; agreement needs the number of answer categories");
  const several = Array.isArray(specification.y) || read.has("items");
  const names = several ? read.texts(read.has("items") ? "items" : "y") : [read.text("y")];
  const items = Object.fromEntries(names.map((name) => [name, read.columnNamed(name)]));
  return groupAgreement(items, read.labels("group"), {choices});
}

function ratingsOf(read: SpecificationReader): (number | null)[][] {
  if (read.has("ratings")) {
    const columns = read.texts("ratings").map(read.columnNamed);
    return Array.from(columns[0] ?? [], (_, i) => columns.map((column) => column[i] ?? null));
  }
  const y = read.column("y");
  const targets = read.labels("target");
  const judges = read.labels("judge");
  const names = [...new Set(judges)];
  const rows = new Map<string | number | null, (number | null)[]>();
  targets.forEach((target, i) => {
    const row = rows.get(target) ?? names.map(() => null);
    row[names.indexOf(judges[i] ?? null)] = y[i] ?? null;
    rows.set(target, row);
  });
  return [...rows.values()];
}
