import {readFileSync} from "node:fs";
import {queryOnce} from "./query.js";
import type {ReleaseContext} from "./releaseModule.js";

interface TableState {
  readonly name: string;
  readonly rows: number;
  readonly hashes: string;
}

const states = "sql/table_states";
const known = new Map<string, Named>();

interface Named {
  readonly tables: ReadonlySet<string>;
  /** whether the day on which a fiscal year starts decides the answer, beyond what tables say of it */
  readonly isDated: boolean;
}

/** What a question's file names, of which this process reads it once. */
function namedIn(question: string): Named {
  const before = known.get(question);
  if (before) return before;
  const text = readFileSync(new URL(`./${question}.sql`, import.meta.url), "utf8");
  const named = {
    tables: new Set(text.match(/\b(?:canonical|mart|audit)\.\w+/g)),
    isDated: /\bfiscal_(?:year|start)\(/.test(text)
  };
  known.set(question, named);
  return named;
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
  const names = questions.flatMap((question) => [...namedIn(question).tables]);
  const unknown = names.find((name) => !namedIn(states).tables.has(name));
  if (unknown !== undefined)
    throw new RangeError(`${questions.join(", ")} names ${unknown}, which ${states} does not; add it there`);
  if (context.models === undefined) return [];
  const all = await queryOnce<TableState>(context, states);
  const dated = questions.some((question) => namedIn(question).isDated);
  const start = {name: "fiscal year", rows: 1, hashes: context.study.fiscalYearStart};
  return [...all.filter(({name}) => names.includes(name)), ...(dated ? [start] : [])];
}
