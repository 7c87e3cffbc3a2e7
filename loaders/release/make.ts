import type {Released} from "../disclosure/released.js";
import {stand} from "../disclosure/stand.js";
import type {ReleaseContext, ReleaseModule} from "./releaseModule.js";

interface Made {
  readonly module: ReleaseModule<unknown>;
  readonly result: Promise<Released<unknown>>;
}

const made = new WeakMap<ReleaseContext, Map<string, Made>>();

/** Makes a module's result, once for each context; null where the study lacks a table that it needs. */
export async function make<T>(module: ReleaseModule<T>, context: ReleaseContext): Promise<Released<T> | null> {
  if (!module.needs.every((table) => context.study.tables.includes(table))) return null;
  const results = made.get(context) ?? new Map<string, Made>();
  made.set(context, results);
  const one = results.get(module.name) ?? {module, result: makeOnce(module, context)};
  results.set(module.name, one);
  return one.result as Promise<Released<T>>;
}

/** Every module that was made in a context, with its result. */
export function madeIn(
  context: ReleaseContext
): Promise<{readonly module: ReleaseModule<unknown>; readonly released: Released<unknown>}[]> {
  const all = [...(made.get(context)?.values() ?? [])];
  return Promise.all(all.map(async ({module, result}) => ({module, released: await result})));
}

/** What was published of a closed period stands. */
async function makeOnce<T>(module: ReleaseModule<T>, context: ReleaseContext): Promise<Released<T>> {
  const fresh = await module.make(context);
  return module.persons && context.standing ? stand(module.name, module.persons, fresh, context.standing) : fresh;
}
