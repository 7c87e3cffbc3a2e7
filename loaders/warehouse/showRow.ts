import {join} from "node:path";
import {AskedWrongly} from "../study/askedWrongly.js";
import {warehouses} from "../study/clearAbandoned.js";
import {fillTemplate} from "../study/fillTemplate.js";
import {identifier} from "../study/quote.js";
import type {Study} from "../study/readStudy.js";
import {createCanonical, fillCanonical} from "./buildCanonical.js";
import {stageStudy} from "./stageStudy.js";
import {withDraft} from "./withDraft.js";

const rowSql = new URL("./sql/show_row.sql", import.meta.url);

/** A row of a canonical table as its mapping gives it, though it breaks the contract: for whoever has the files. */
export async function showRow(study: Study, asked: string): Promise<Readonly<Record<string, unknown>>> {
  const [, name, row] = /^(\w+):(\d+)$/.exec(asked) ?? [];
  const table = study.tables.find((one) => one === name);
  if (!table || row === undefined)
    throw new AskedWrongly(
      `invalid row; not TABLE:NUMBER with a table of the study: ${asked}; there are ${study.tables.join(", ")}`
    );
  return withDraft(study, join(warehouses, study.name), async (connection, scratch) => {
    await stageStudy(connection, study, scratch);
    await createCanonical(connection, study);
    await fillCanonical(connection, study, table);
    const read = await connection.runAndReadAll(fillTemplate(rowSql, {table: `canonical.${identifier(table)}`, row}));
    const [found] = read.getRowObjectsJson();
    if (!found) throw new AskedWrongly(`invalid row; ${table} has none of this number: ${row}`);
    return found;
  });
}
