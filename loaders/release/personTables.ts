import {queryOnce} from "./query.js";
import type {ReleaseContext} from "./releaseModule.js";

interface TableState {
  readonly name: string;
  readonly rows: number;
  readonly hashes: string;
}

/**
 * What tells a state of the tables of persons from another, so that what is made of them alone can be remembered without
 * being asked for; nothing where a context remembers nothing.
 *
 * @param names  those that are asked for; all of them without any
 */
export async function personTables(
  context: ReleaseContext,
  names: readonly string[] = []
): Promise<readonly TableState[]> {
  if (context.models === undefined) return [];
  const all = await queryOnce<TableState>(context, "sql/person_tables");
  return names.length === 0 ? all : all.filter(({name}) => names.includes(name));
}
