import type {Comparison} from "./comparison.js";
import {habits} from "./defaultComparison.js";
import type {Grain} from "./grain.js";

/** The comparison as a link's query, always the same one: table and pair first, then what is not the grain's default. */
export function serialiseComparison(comparison: Comparison, grain: Grain): string {
  const base = habits(grain);
  const {brush} = comparison;
  const entries: readonly (readonly [string, string | false | null])[] = [
    ["table", comparison.table],
    ["x", comparison.exposure],
    ["y", comparison.outcome],
    ["years", comparison.years && comparison.years.join("..")],
    ...comparison.lines.toSorted().map((line) => ["line", line] as const),
    ["lag", comparison.lag !== 0 && String(comparison.lag)],
    ["transform", comparison.transform !== base.transform && comparison.transform],
    ...comparison.controls.toSorted().map((name) => ["control", name] as const),
    ["effects", comparison.effects !== base.effects && comparison.effects],
    ["weights", comparison.weights],
    ["errors", comparison.errors !== base.errors && comparison.errors],
    ["xrange", brush && brush.x.some(Number.isFinite) && brush.x.join("..")],
    ["yrange", brush && brush.y.some(Number.isFinite) && brush.y.join("..")],
    ["view", comparison.view !== "pair" && comparison.view]
  ];
  const query = new URLSearchParams();
  for (const [key, value] of entries) if (typeof value === "string") query.append(key, value);
  return query.toString();
}
