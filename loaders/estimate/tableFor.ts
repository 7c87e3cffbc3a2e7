import type {Table} from "../../src/stats/formula/table.js";
import type {ColumnReader} from "./columnReader.js";
import {formulaRoles} from "./formulaRoles.js";

/** The data as a formula's estimator reads them, `labels` being columns beside it that are labels too, `time` one that is not. */
export function tableFor(
  formula: string,
  read: ColumnReader,
  {labels = [], time}: {readonly labels?: readonly (string | undefined)[]; readonly time?: string | undefined} = {}
): Table {
  const roles = formulaRoles(formula);
  const more = labels.filter((name) => name !== undefined);
  const named = time === undefined ? [] : [time];
  return read.typed({labels: [...roles.labels, ...more], measured: roles.measured, named});
}
