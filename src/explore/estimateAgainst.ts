/**
 * One exposure by every other measure: partial correlations on one scale, negative controls among them. Their number is
 * counted twice: by the false discovery rate, and by the greatest |r| of each exchange of courses.
 */
import {adjust} from "../stats/adjustment/adjust.js";
import {courseMatrix} from "../stats/resampling/courseMatrix.js";
import type {Comparison} from "./comparison.js";
import {pickRows} from "./comparisonData.js";
import type {Interval} from "./lensEstimate.js";
import {estimateComparison} from "./estimateComparison.js";
import {inSentence} from "./inSentence.js";
import {rowComparison} from "./rowComparison.js";
import type {Grain} from "./grain.js";
import {namesOf} from "./grain.js";

export interface AgainstEstimate {
  readonly name: string;
  readonly r: number;
  readonly interval: Interval | null;
  readonly p: number | null;
  /** Benjamini-Hochberg */
  readonly q: number | null;
  /** Westfall-Young; null where courses can't be exchanged so */
  readonly familywise: number | null;
  readonly n: number;
}

export type AgainstRow = AgainstEstimate | {readonly name: string; readonly reason: string};

export function estimateAgainst(comparison: Comparison, grain: Grain): AgainstRow[] {
  const names = namesOf(grain).filter((name) => name !== comparison.exposure);
  const rows = names.map((name): AgainstRow => {
    try {
      const {main} = estimateComparison(rowComparison({name}, comparison), grain, {lenses: false});
      return {name, r: main.r, interval: main.rInterval, p: main.p, q: null, familywise: null, n: main.n};
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return {name, reason: inSentence(error)};
    }
  });
  const q = adjust(
    rows.map((row) => ("p" in row ? row.p : null)),
    "bh"
  );
  const familywise = familywiseOf(names, comparison, grain);
  return rows.map((row, i) =>
    "p" in row ? {...row, q: q[i] ?? null, familywise: familywise.get(row.name) ?? null} : row
  );
}

/** Only of the comparison of record: all rows, units and years taken out, nothing else. */
function familywiseOf(names: readonly string[], comparison: Comparison, grain: Grain): ReadonlyMap<string, number> {
  const {unit, time, line} = grain;
  const {effects, controls, weights, lag, transform, exposure, years, lines} = comparison;
  const plain =
    controls.length === 0 &&
    weights === null &&
    lag === 0 &&
    transform === "none" &&
    years === null &&
    lines.length === 0;
  if (unit === null || time === null || !plain || effects !== "unit+time") return new Map();
  const all = Int32Array.from({length: grain.size}, (_, row) => row);
  const table = pickRows(grain.columns, all, [unit, time, ...(line === null ? [] : [line]), ...namesOf(grain)]);
  const found = courseMatrix(
    names.map((name) => [exposure, name] as const),
    table,
    {unit, time, strata: line ?? undefined}
  );
  return new Map(found.flatMap((one) => (typeof one === "string" ? [] : [[one.b, one.adjusted] as const])));
}
