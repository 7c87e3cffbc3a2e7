import type {GroupTimeOptions} from "../../src/stats/did/groupTimeEffects.js";
import {groupTimeEffects} from "../../src/stats/did/groupTimeEffects.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {panelColumns} from "./panelColumns.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export function did(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  return groupTimeEffects(table, panelColumns(read), {
    control: read.text("control", ["never", "not-yet"], "never") as GroupTimeOptions["control"],
    estimator: read.text("estimator", ["dr", "reg", "ipw"], "dr") as GroupTimeOptions["estimator"],
    base: read.text("base", ["varying", "universal"], "varying") as GroupTimeOptions["base"],
    anticipation: read.number("anticipation"),
    unbalanced: read.text("unbalanced", ["drop", "pairs"], "drop") as GroupTimeOptions["unbalanced"],
    draws: read.flag("band") === false ? 0 : read.number("draws"),
    seed: read.number("seed"),
    level: read.number("level")
  });
}
