import * as z from "zod/mini";
import type {PanelColumns} from "../../src/stats/did/panel.js";
import type {Table} from "../../src/stats/formula/table.js";
import type {ColumnReader} from "./columnReader.js";
import {column, columns} from "./optionTypes.js";

/** The columns of a panel that a specification of staggered treatment names. */
export const panelShape = {
  outcome: column,
  unit: column,
  time: column,
  first_treated: column,
  covariates: z.optional(columns),
  cluster: z.optional(column)
};

type Asked = z.output<z.ZodMiniObject<typeof panelShape>>;

export function panelColumns({first_treated: firstTreated, ...asked}: Asked): PanelColumns {
  const {outcome, unit, time, covariates, cluster} = asked;
  return {outcome, unit, time, firstTreated, covariates, ...(cluster === undefined ? {} : {cluster})};
}

/** Those columns, labels as text and the others as numbers. */
export function panelTable(
  {outcome, unit, time, first_treated, covariates = [], cluster}: Asked,
  read: ColumnReader
): Table {
  const numbers = [outcome, time, first_treated, ...covariates].map((name) => [name, read.numbers(name)] as const);
  const labels = [unit, ...(cluster === undefined ? [] : [cluster])].map((name) => [name, read.labels(name)] as const);
  return Object.fromEntries([...numbers, ...labels]);
}
