import type {Answer} from "./answers.js";
import {targetOf} from "./golden.js";

export interface Comparison {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  /** values of the target that the engine answers */
  readonly compared: number;
  readonly of: number;
  readonly worst: {readonly name: string; readonly error: number};
  readonly tolerance: number;
  readonly failures: readonly string[];
}

/** A target's values beside the engine's. */
export async function compare(
  id: string,
  {tolerance, loose = {}, absolute = {}, compute}: Answer
): Promise<Comparison> {
  const {family, title, values} = targetOf(id);
  const found = await compute();
  let worst = {name: "", error: 0};
  let [compared, of] = [0, 0];
  const failures: string[] = [];
  for (const [name, reference] of Object.entries(values)) {
    if (typeof reference === "object" && reference !== null && !Array.isArray(reference)) continue;
    const within = Object.entries(absolute).find(([start]) => name.startsWith(start))?.[1];
    const expected = [reference].flat();
    of += expected.length;
    const ours = found[name];
    if (ours === undefined) continue;
    const given = [ours].flat();
    compared += expected.length;
    expected.forEach((value, i) => {
      const other = given[i] ?? null;
      if (within !== undefined) {
        if (!(Math.abs((other ?? NaN) - (value ?? NaN)) <= within)) failures.push(`${name}: ${other}, not ${value}`);
        return;
      }
      const error = value === null || other === null ? (value === other ? 0 : Infinity) : relative(other, value);
      if (error > worst.error) worst = {name, error};
      if (!(error <= (loose[name] ?? tolerance))) failures.push(`${name}: ${other}, not ${value}`);
    });
  }
  if (compared === 0) failures.push("no value in common");
  return {id, family, title, compared, of, worst, tolerance, failures};
}

function relative(found: number, reference: number): number {
  return reference === 0 ? Math.abs(found) : Math.abs(found - reference) / Math.abs(reference);
}
