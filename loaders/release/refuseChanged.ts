import type {Fingerprint} from "./fingerprint.js";

const parts = {inputs: "the study's files", past: "what it has on record", code: "Longview's own code"} as const;

/** @throws {Error} naming what is not as it was when the study was read: the study's files, its record or our code */
export function refuseChanged(folder: string, before: Fingerprint, after: Fingerprint): void {
  const changed = (["inputs", "past", "code"] as const).filter((part) => before[part] !== after[part]);
  if (changed.length === 0) return;
  const named = changed.map((part) => parts[part]).join(" and ");
  throw new Error(`${folder}: ${named} changed while it was read; nothing is published, run it again`);
}
