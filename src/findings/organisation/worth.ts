import {effectiveN} from "../../stats/association/effectiveN.js";
import {power} from "../../stats/power/power.js";
import type {ProgrammeSeries} from "./programmeSeries.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";

export interface Worth {
  readonly years: number;
  /** how many independent years the two series are worth, by their own carrying over from year to year */
  readonly effective: number;
  /** the least |r| that as many independent years would show with 80 % power */
  readonly detectable: number;
}

/** What the years are worth for telling a correlation; null where a series does not vary. */
export function worthOf({complete}: ProgrammeSeries): Worth | null {
  const [x, y] = [complete.map((row) => row.x), complete.map((row) => row.y)];
  return ifIdentified(() => {
    return {
      years: complete.length,
      effective: effectiveN(x, y).effective,
      detectable: power({kind: "correlation", n: complete.length, power: 0.8, alpha: 0.05}).effect
    };
  });
}
