import type {Grain} from "./grain.js";
import {labelsOf} from "./grain.js";

/** Who and when a row is: "Department 3, 2015". */
export function rowName(grain: Grain, row: number): string {
  const [name = "", time = ""] = [labelsOf(grain, grain.named)[row], labelsOf(grain, grain.time)[row]];
  return [name, time].filter((word) => word !== "").join(", ");
}
