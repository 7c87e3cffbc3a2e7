import type {ReleasedTable} from "../../src/released/table.js";
import {behindOf} from "../disclosure/behind.js";
import type {Released} from "../disclosure/released.js";
import {type Control, uncontrolled} from "../disclosure/control.js";
import {suppressComplementary} from "../disclosure/suppressComplementary.js";
import {make} from "./make.js";
import type {ReleaseContext} from "./releaseModule.js";
import {tableModules} from "./tableModules.js";

export interface ControlledRelease {
  readonly context: ReleaseContext;
  readonly tables: ReadonlyMap<string, Released<ReleasedTable>>;
}

/**
 * A study's tables together, bound by what stands: made again with more withheld until no withheld cell can be worked out
 * from the others.
 */
export async function controlRelease(
  start: ReleaseContext,
  {hidden: withheld, coarser}: Control = uncontrolled
): Promise<ControlledRelease> {
  let hidden = withheld;
  for (;;) {
    const context: ReleaseContext = {...start, control: {hidden, coarser}};
    const tables = new Map<string, Released<ReleasedTable>>();
    for (const module of Object.values(tableModules)) {
      const table = await make(module, context);
      if (table) tables.set(module.name, table);
    }
    const more = suppressComplementary(behindOf(tables.values()).tables.flatMap(({cells}) => cells));
    if ([...more].every((name) => hidden.has(name))) return {context, tables};
    hidden = new Set([...hidden, ...more]);
  }
}
