import {reliability as fitReliability} from "../../src/stats/scales/reliability.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export function reliability(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  const items = Object.fromEntries(read.texts("items").map((name) => [name, read.columnNamed(name)]));
  return fitReliability(items, {
    reversed: read.texts("reversed"),
    minimum: read.number("minimum"),
    maximum: read.number("maximum"),
    missing: read.text("missing", ["listwise", "pairwise"], "listwise") as "listwise" | "pairwise",
    level: read.number("level")
  });
}
