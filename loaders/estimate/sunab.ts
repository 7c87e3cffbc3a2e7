import {sunAbraham} from "../../src/stats/did/eventStudy.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {panelColumns} from "./panelColumns.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export function sunab(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  return sunAbraham(table, panelColumns(read), {level: read.number("level")});
}
