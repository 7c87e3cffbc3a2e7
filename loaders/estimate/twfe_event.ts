import {twoWayEventStudy} from "../../src/stats/did/eventStudy.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {panelColumns} from "./panelColumns.js";
import type {Specification, Table} from "./specificationReader.js";
import {specificationReader} from "./specificationReader.js";

export function twfe_event(specification: Specification, table: Table): Estimate<object> {
  const read = specificationReader(specification, table);
  return twoWayEventStudy(table, panelColumns(read), {level: read.number("level")});
}
