import {capital} from "../evidence/format.js";
import type {Comparison} from "./comparison.js";
import {changeWords, type Grain, measureIn} from "./grain.js";
import {times} from "./words.js";

/** "Profit margin, yearly change (%)" */
export function axisLabel(name: string, grain: Grain, comparison: Comparison): string {
  const {unit} = measureIn(grain, name);
  const {transform, exposure} = comparison;
  const bare = unit === "share" || unit === "" || transform === "rank" || (transform === "log" && name !== exposure);
  return `${capital(enteringLabel(name, grain, comparison))}${bare ? "" : ` (${unit})`}`;
}

/** "profit margin, yearly change" */
export function enteringLabel(name: string, grain: Grain, {transform, lag, exposure}: Comparison): string {
  const made = {
    none: "",
    log: name === exposure ? "" : ", logarithm",
    change: `, ${changeWords(grain)}`,
    rank: ", rank"
  }[transform];
  const moved =
    name === exposure && lag !== 0 ? `, ${times(grain, Math.abs(lag))} ${lag > 0 ? "before" : "after"}` : "";
  return `${measureIn(grain, name).label}${made}${moved}`;
}
