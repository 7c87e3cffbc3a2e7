import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
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
    profile: read.flag("profile"),
    weights: read.has("weights") ? read.text("weights") : undefined,
    contrasts: read.has("contrasts") ? contrastsIn(specification.contrasts) : undefined,
    levels: specification.levels as MixedOptions["levels"],
    level: read.number("level")
  });
}

/** {name: {term: weight}} */
function contrastsIn(value: unknown): MixedOptions["contrasts"] {
  const named = (each: unknown): each is object => typeof each === "object" && each !== null && !Array.isArray(each);
  if (!named(value) || !Object.values(value).every(named))
    throw new InvalidArgument(`invalid contrasts; not {name: {term: weight}}: ${JSON.stringify(value)}`);
  return value as MixedOptions["contrasts"];
}
