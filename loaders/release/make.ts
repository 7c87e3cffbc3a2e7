import {NotIdentified} from "../../src/stats/errors/notIdentified.js";
import {releaseNothing} from "../disclosure/releaseDerived.js";
import {NotYet} from "../disclosure/notYet.js";
import type {Released} from "../disclosure/released.js";
import {stand} from "../disclosure/stand.js";
import type {ReleaseContext, ReleaseModule} from "./releaseModule.js";

interface Made {
  readonly module: ReleaseModule<unknown>;
  readonly result: Promise<Released<unknown> | null>;
}

const made = new WeakMap<ReleaseContext, Map<string, Made>>();
const refusals = new WeakMap<ReleaseContext, Map<string, NotIdentified>>();

/**
 * Makes a module's result, once for each context; null where the study lacks a table that it needs, or its rows cannot
 * tell what is asked.
 */
export async function make<T>(module: ReleaseModule<T>, context: ReleaseContext): Promise<Released<T> | null> {
  if (!module.needs.every((table) => context.study.tables.includes(table))) return null;
  const results = made.get(context) ?? new Map<string, Made>();
  made.set(context, results);
  const one = results.get(module.name) ?? {module, result: makeOnce(module, context)};
  results.set(module.name, one);
  return one.result as Promise<Released<T> | null>;
}

/** Every module that was made in a context, with its result. */
export async function madeIn(
  context: ReleaseContext
): Promise<{readonly module: ReleaseModule<unknown>; readonly released: Released<unknown>}[]> {
  const all = [...(made.get(context)?.values() ?? [])];
  const results = await Promise.all(all.map(async ({module, result}) => ({module, released: await result})));
  return results.flatMap(({module, released}) => (released ? [{module, released}] : []));
}

/** Why a module of a context could not be made; undefined where it was, or a table is lacking. */
export function whyNotMade(name: string, context: ReleaseContext): NotIdentified | undefined {
  return refusals.get(context)?.get(name);
}

function madeAnew<T>(module: ReleaseModule<T>, context: ReleaseContext): Promise<Released<T>> {
  const {name, persons} = module;
  const {standing} = context;
  const isNew = persons?.period === undefined && standing?.record && !Object.hasOwn(standing.record.modules, name);
  if (persons && isNew && !standing.mayAdd(persons.sources)) return Promise.reject(new NotYet(name));
  return module.make(context);
}

/** What was published of a closed period stands, also where it could not be made anew. */
async function makeOnce<T>(module: ReleaseModule<T>, context: ReleaseContext): Promise<Released<T> | null> {
  const fresh: Released<T | null> = await madeAnew(module, context).catch((error: unknown) => {
    if (!(error instanceof NotIdentified)) throw error;
    const refused = refusals.get(context) ?? new Map<string, NotIdentified>();
    refusals.set(context, refused.set(module.name, error));
    return releaseNothing();
  });
  const {persons, name} = module;
  const released = persons && context.standing ? stand(name, persons, fresh, context.standing) : fresh;
  return released.value === null && whyNotMade(name, context) ? null : (released as Released<T>);
}
