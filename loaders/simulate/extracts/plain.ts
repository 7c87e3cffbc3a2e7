import {contract, type TableName} from "../../study/contract.js";
import {type Extract, type ExtractField, field, required} from "./extract.js";

/** A table in the contract's own form; `whole` names columns of numbers that are whole here. */
export function plain(
  name: TableName,
  title: string,
  {once, whole = []}: {once?: true; whole?: readonly string[]} = {}
): Extract {
  const columns = Object.entries<{type: ExtractField["type"]; optional?: true}>(contract[name].columns);
  return {
    name,
    path: `${name}.csv`,
    title,
    encoding: "utf-8",
    delimiter: ",",
    header: [columns.map(([column]) => column)],
    fields: columns.map(([column, {type, optional}]) =>
      field(column, whole.includes(column) ? "integer" : type, optional ? {} : required)
    ),
    primaryKey: contract[name].key,
    missingValues: [""],
    once,
    *rows(tables) {
      for (const row of tables[name] ?? []) yield columns.map(([column]) => row[column]);
    }
  };
}
