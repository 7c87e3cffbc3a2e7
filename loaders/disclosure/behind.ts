/**
 * What stands behind a release, for the audit's eyes: it never leaves the process and is no part of the released value.
 */
import type {ReleasedTable} from "../../src/released/table.js";
import type {ReleasedEstimate} from "./releasedEstimate.js";
import type {PublishedCell} from "./publishedCell.js";
import type {Released} from "./released.js";

export interface Ratio {
  readonly ratio: string;
  readonly numerator: string;
  readonly denominator: string;
  /** step to which the denominator is published */
  readonly step: number;
}

export interface TableBehind {
  readonly table: string;
  readonly key: readonly string[];
  readonly rows: ReleasedTable["rows"];
  readonly cells: readonly PublishedCell[];
  /** columns of which one is the ratio of two others, of which the second is rounded */
  readonly ratios: readonly Ratio[];
}

export interface Behind {
  readonly tables: readonly TableBehind[];
  readonly estimates: readonly ReleasedEstimate[];
  /** what is said of study, files and tables */
  readonly descriptions?: readonly object[];
}

const kept = new WeakMap<Released<unknown>, Behind>();

export function keepBehind<T>(released: Released<T>, behind: Behind): Released<T> {
  kept.set(released, behind);
  return released;
}

/** What stands behind all of some releases, each table once. */
export function behindOf(released: Iterable<Released<unknown>>): Behind {
  const all = [...released].flatMap((one) => kept.get(one) ?? []);
  return {
    tables: [...new Set(all.flatMap(({tables}) => tables))],
    estimates: [...new Set(all.flatMap(({estimates}) => estimates))],
    descriptions: [...new Set(all.flatMap(({descriptions = []}) => descriptions))]
  };
}
