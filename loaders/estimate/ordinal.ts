import type {Estimate} from "../../src/stats/estimate.js";
import type {LinkName} from "../../src/stats/generalised/link.js";
import {ordinal as fit} from "../../src/stats/generalised/ordinal.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export function ordinal(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  return fit(read.text("formula"), table, {
    link: read.text("link", ["logit", "probit"], "logit") as LinkName,
    proportionalOdds: read.flag("proportional_odds"),
    quadrature: read.number("quadrature"),
    weights: read.has("weights") ? read.text("weights") : undefined,
    levels: specification.levels as Readonly<Record<string, readonly string[]>> | undefined,
    level: read.number("level")
  });
}
