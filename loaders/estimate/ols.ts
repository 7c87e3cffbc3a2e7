import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {PanelModel, Vcov} from "../../src/stats/regression/ols.js";
import {ols as fit} from "../../src/stats/regression/ols.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

const MODELS = ["pooled", "within", "between", "fd", "random", "mundlak"];
const PLAIN = ["iid", "HC0", "HC1", "HC2", "HC3", "HC4"];

export function ols(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  return fit(read.text("formula"), table, {
    model: read.text("model", MODELS, "pooled") as PanelModel,
    test: read.has("test") ? read.texts("test") : undefined,
    vcov: vcovIn(specification.vcov),
    weights: read.has("weights") ? read.text("weights") : undefined,
    unit: read.has("unit") ? read.text("unit") : undefined,
    time: read.has("time") ? read.text("time") : undefined,
    levels: read.levels(),
    level: read.number("level")
  });
}

function vcovIn(asked: unknown): Vcov {
  if (asked === undefined || asked === null) return "iid";
  if (typeof asked === "object" && ("cluster" in asked || "nw" in asked)) return asked as Vcov;
  if (typeof asked === "string" && PLAIN.includes(asked)) return asked as Vcov;
  throw new InvalidArgument(
    `invalid vcov; not one of ${PLAIN.join(", ")}, {"cluster": column}, {"nw": lag}: ${JSON.stringify(asked)}`
  );
}
