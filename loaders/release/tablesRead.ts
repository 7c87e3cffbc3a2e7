import {readFileSync} from "node:fs";
import {queryOnce} from "./query.js";
import type {ReleaseContext} from "./releaseModule.js";

interface TableState {
  readonly name: string;
  readonly rows: number;
  readonly hashes: string;
}

const states = "sql/table_states";
const known = new Map<string, ReadonlySet<string>>();

/** The tables that a question's file names, of which this process reads it once. */
function tablesIn(question: string): ReadonlySet<string> {
  const before = known.get(question);
  if (before) return before;
  const text = readFileSync(new URL(`./${question}.sql`, import.meta.url), "utf8");
  const tables = new Set(text.match(/\b(?:canonical|mart|audit)\.\w+/g));
  known.set(question, tables);
  return tables;
}

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
  const names = questions.flatMap((question) => [...tablesIn(question)]);
  const unknown = names.find((name) => !tablesIn(states).has(name));
  if (unknown !== undefined)
    throw new RangeError(`${questions.join(", ")} names ${unknown}, which ${states} does not; add it there`);
  if (context.models === undefined) return [];
  const all = await queryOnce<TableState>(context, states);
  return all.filter(({name}) => names.includes(name));
}
