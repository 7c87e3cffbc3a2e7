import {anova as fitAnova} from "../../src/stats/groups/anova.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";
import {twoSidesOf} from "./twoSidesOf.js";

export function anova(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  const {y, group} = twoSidesOf(read.text("formula"), read);
  return fitAnova(y, group);
}
