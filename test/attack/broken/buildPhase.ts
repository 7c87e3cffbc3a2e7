import {readdir} from "node:fs/promises";
import {out, study} from "./smallPlace.js";

/** How far a build had come: nothing written, reading rows, estimating, published, on record, being copied, at its end. */
export const phases = ["starting", "reading", "making", "pages", "on record", "copying", "done"] as const;
export type Phase = (typeof phases)[number];

export interface State {
  readonly reading: readonly string[];
  readonly warehouses: string;
  readonly published: string;
  readonly releases: number;
  /** sites, drafts among them */
  readonly shelf: readonly string[];
}

/** What builds have written so far, of each part. */
export async function stateNow(): Promise<State> {
  const [rows, published, history, shelf] = await Promise.all([
    files(`.longview/warehouse/${study}`),
    files(`.longview/published/${study}`),
    files(`${study}/released/history`),
    files(`.longview/releases/${out}`)
  ]);
  return {
    reading: rows.filter((name) => name.startsWith("building-")),
    warehouses: rows.filter((name) => name.endsWith(".duckdb")).join(" "),
    published: published.filter((name) => name.endsWith(".kept")).join(" "),
    releases: history.filter((name) => name.endsWith(".json")).length,
    shelf
  };
}

/** How far a running build has come since a state, by what it has written. */
export async function buildPhase(before: State): Promise<Phase> {
  const now = await stateNow();
  const isNew = (names: readonly string[], then: readonly string[]): boolean =>
    names.some((name) => !then.includes(name));
  if (isNew(now.shelf, before.shelf)) return "copying";
  if (now.releases > before.releases) return "on record";
  if (now.published !== before.published) return "pages";
  if (now.warehouses !== before.warehouses) return "making";
  return isNew(now.reading, before.reading) ? "reading" : "starting";
}

const files = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).toSorted();
