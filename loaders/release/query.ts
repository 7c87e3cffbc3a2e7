import type {DuckDBValue} from "@duckdb/node-api";
import type {Warehouse} from "../warehouse/warehouse.js";
import type {ReleaseContext} from "./releaseModule.js";

type Asking = Pick<ReleaseContext, "warehouse">;
type Values = Readonly<Record<string, DuckDBValue>>;

/** Asks one of this folder's questions by its path: `tables/mixing`. */
export function query<Row>({warehouse}: Asking, name: string, values: Values = {}): Promise<Row[]> {
  return warehouse.query<Row>(new URL(`./${name}.sql`, import.meta.url), values);
}

const answers = new WeakMap<Warehouse, Map<string, Promise<readonly unknown[]>>>();

/** The same for what several modules read of a warehouse: it is asked once, and nobody writes to its rows. */
export function queryOnce<Row>(
  context: Asking,
  name: string,
  values: Readonly<Record<string, string>> = {}
): Promise<readonly Row[]> {
  const known = answers.get(context.warehouse) ?? new Map<string, Promise<readonly unknown[]>>();
  answers.set(context.warehouse, known);
  const key = JSON.stringify([name, values]);
  const answer = known.get(key) ?? query<Row>(context, name, values);
  known.set(key, answer);
  return answer as Promise<readonly Row[]>;
}
