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
 * The states of the tables that questions name: while they are the same, so are the answers, and what is made of them can be
 * remembered without asking. Empty where a context remembers nothing.
 *
 * @throws {RangeError} if one names a table, or a measure's macro, of which no state is known
 */
export async function tablesRead(
  context: ReleaseContext,
  ...questions: readonly string[]
): Promise<readonly TableState[]> {
  const stated = tablesIn(textOf(states));
  const names = questions.flatMap((question) => tablesIn(textOf(question)));
  const unknown = names.find((name) => !stated.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`${questions.join(", ")} names ${unknown}, which ${states} does not; add it there`);
  if (context.models === undefined) return [];
  const known = await queryOnce<TableState>(context, states);
  return known.filter(({name}) => names.includes(name));
}
