import {baconDecomposition} from "../../src/stats/did/baconDecomposition.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {panelColumns} from "./panelColumns.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export function bacon(specification: Specification, table: Table): Estimate<object> {
  return baconDecomposition(table, panelColumns(specificationReader(specification, table)));
}
