import type {Estimate} from "../../src/stats/estimate.js";
import type {MixedOptions} from "../../src/stats/mixed/mixedModel.js";
import {mixedModel} from "../../src/stats/mixed/mixedModel.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export function mixed(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  read.text("df", ["satterthwaite"], "satterthwaite");
  return mixedModel(read.text("formula"), table, {
    reml: read.flag("reml"),
    modes: read.flag("modes"),
    weights: read.has("weights") ? read.text("weights") : undefined,
    contrasts: specification.contrasts as MixedOptions["contrasts"],
    levels: specification.levels as MixedOptions["levels"],
    level: read.number("level")
  });
}
