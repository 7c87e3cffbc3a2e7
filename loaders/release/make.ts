import type {Released} from "../disclosure/released.js";
import type {ReleaseContext, ReleaseModule} from "./releaseModule.js";

const made = new WeakMap<ReleaseContext, Map<string, Promise<Released<unknown>>>>();

/** Makes a module's result, once for each context; null where the study lacks a table that it needs. */
export async function make<T>(module: ReleaseModule<T>, context: ReleaseContext): Promise<Released<T> | null> {
  if (!module.needs.every((table) => context.study.tables.includes(table))) return null;
  const results = made.get(context) ?? new Map<string, Promise<Released<unknown>>>();
  made.set(context, results);
  const result = results.get(module.name) ?? module.make(context);
  results.set(module.name, result);
  return result as Promise<Released<T>>;
}
