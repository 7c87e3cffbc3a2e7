import {readFileSync} from "node:fs";
import {queryOnce} from "./query.js";
import type {ReleaseContext} from "./releaseModule.js";

interface TableState {
  readonly name: string;
  readonly rows: number;
  readonly hashes: string;
}

const states = "sql/table_states";
const textOf = (question: string): string => readFileSync(new URL(`./${question}.sql`, import.meta.url), "utf8");
const tablesIn = (text: string): string[] => [...new Set(text.match(/\b(?:canonical|mart|audit)\.\w+/g))];

/**
 * The states of the tables that a question names: while they are the same, so is its answer, and what is made of it can be
 * remembered without asking. Empty where a context remembers nothing.
 *
 * @throws {RangeError} if the question names a table, or a measure's macro, of which no state is known
 */
export async function tablesRead(context: ReleaseContext, question: string): Promise<readonly TableState[]> {
  const names = tablesIn(textOf(question));
  const unknown = names.find((name) => !tablesIn(textOf(states)).includes(name));
  if (unknown !== undefined)
    throw new RangeError(`${question} names ${unknown}, which ${states} does not; add it there`);
  if (context.models === undefined) return [];
  const known = await queryOnce<TableState>(context, states);
  return known.filter(({name}) => names.includes(name));
}
