import {completeCases} from "../../src/stats/description/completeCases.js";
import type {Estimate} from "../../src/stats/estimate.js";
import type {PoolKind} from "../../src/stats/pooling/poolEstimates.js";
import {poolEstimates} from "../../src/stats/pooling/poolEstimates.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

const KINDS = ["fixed", "dl", "reml", "pm", "james-stein"];

export function pool(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  const errors = read.has("variance") ? read.column("variance") : read.column("se");
  const {columns, dropped} = completeCases({estimate: read.column("estimate"), error: errors});
  const variances = Array.from(columns.error, (value) => (read.has("variance") ? value : value ** 2));
  const result = poolEstimates(Array.from(columns.estimate), variances, {
    kind: read.text("kind", KINDS, "reml") as PoolKind,
    hartungKnapp: read.flag("hartung_knapp"),
    level: read.number("level")
  });
  return {...result, dropped};
}
