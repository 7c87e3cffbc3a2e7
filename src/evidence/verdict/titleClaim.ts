/**
 * What a title may state: a change within units, a difference between them, or neither. The two share 5 %.
 *
 * Source     Holm (1979), Scand. J. Statist. 6, 65-70
 */
import {adjust} from "../../stats/adjustment/adjust.js";

export interface TitleTests {
  /** p of the planned comparison within units; null: not made, and counted as 1 */
  readonly change: number | null;
  /** p of the comparison between units; undefined where the title has no second chance */
  readonly difference?: number | null;
}

export interface TitleClaim {
  readonly claim: "change" | "difference" | "none";
  readonly adjusted: {readonly change: number; readonly difference: number | null};
}

export function titleClaim({change, difference}: TitleTests, level = 0.05): TitleClaim {
  const tests = difference === undefined ? [change ?? 1] : [change ?? 1, difference ?? 1];
  const [first = 1, second = null] = adjust(tests, "holm");
  const adjusted = {change: first ?? 1, difference: second};
  const claim =
    adjusted.change < level
      ? "change"
      : adjusted.difference !== null && adjusted.difference < level
        ? "difference"
        : "none";
  return {claim, adjusted};
}
