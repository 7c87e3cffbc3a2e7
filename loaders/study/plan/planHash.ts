import {createHash} from "node:crypto";
import type {PlannedSpecification} from "../dataPackage.js";

/** What a plan decides, in a fixed order: its date and notes are no part of it. */
export type PlanDecided = readonly Readonly<Record<string, unknown>>[];

const notDecided = new Set(["alternative", "dated", "note", "published", "worthwhileBecause"]);

export function planDecided(plan: readonly PlannedSpecification[]): PlanDecided {
  return plan
    .map((planned) =>
      Object.fromEntries(
        Object.entries(planned)
          .filter(([key, value]) => value !== undefined && !notDecided.has(key))
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
      )
    )
    .toSorted((a, b) => (String(a.finding) < String(b.finding) ? -1 : 1));
}

export interface PlanContents {
  readonly version: number;
  readonly locked: string;
  readonly known: string;
  readonly reason: string | null;
  readonly previous: string | null;
  readonly plan: PlanDecided;
}

/** SHA-256 of all that a version says, the hash of the one before among it, so that none can be changed or put between. */
export function planHash({version, locked, known, reason, previous, plan}: PlanContents): string {
  return createHash("sha256")
    .update(JSON.stringify([version, locked, known, reason, previous, plan]))
    .digest("hex");
}
