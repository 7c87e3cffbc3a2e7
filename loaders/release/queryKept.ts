import {query} from "./query.js";
import type {ReleaseContext} from "./releaseModule.js";
import {remember} from "./remember.js";
import {tablesRead} from "./tablesRead.js";

/** As `query()`, of a question that takes long: its answer is kept on this machine while the tables that it names are the same. */
export async function queryKept<Row>(
  context: ReleaseContext,
  name: string,
  values: Readonly<Record<string, string>> = {}
): Promise<Row[]> {
  const reads = {tables: await tablesRead(context, name), values};
  const ask = (): Promise<Row[]> => query<Row>(context, name, values);
  // an answer is in no language
  return remember(context, `answer-${name.replace("/", "-")}`, reads, ask, {spoken: "en"});
}
