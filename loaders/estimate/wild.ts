import type {Estimate} from "../../src/stats/estimate.js";
import {wildBootstrap} from "../../src/stats/regression/wildBootstrap.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export function wild(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  return wildBootstrap(read.text("formula"), table, {
    cluster: read.text("cluster"),
    term: read.text("term"),
    weights: read.text("weights", ["rademacher", "webb"], "rademacher") as "rademacher" | "webb",
    imposeNull: read.flag("impose_null"),
    enumerate: read.flag("enumerate"),
    draws: read.number("draws"),
    seed: read.number("seed"),
    unit: read.has("unit") ? read.text("unit") : undefined,
    time: read.has("time") ? read.text("time") : undefined,
    levels: read.levels(),
    level: read.number("level")
  });
}
