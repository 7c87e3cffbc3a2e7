/** What a pair is looked at with beside its estimate: without each unit and year, at other lags, by line and year. */
import type {Comparison} from "./comparison.js";
import {mostLag} from "./comparison.js";
import {comparisonData} from "./comparisonData.js";
import type {Interval} from "./estimateComparison.js";
import {estimateComparison, slopeAmong} from "./estimateComparison.js";
import type {Grain} from "./grain.js";
import {distinctOf, labelsOf} from "./grain.js";
import {inflation, type TermInflation} from "./inflation.js";

export interface Without {
  readonly kind: "unit" | "year";
  readonly name: string;
  readonly slope: number;
}

export interface AtLag {
  readonly lag: number;
  readonly slope: number | null;
  readonly interval: Interval | null;
  readonly n: number;
}

export interface PartEstimate {
  readonly label: string;
  readonly slope: number | null;
  readonly interval: Interval | null;
  readonly n: number;
}

export interface Extras {
  readonly without: readonly Without[];
  readonly lags: readonly AtLag[];
  readonly parts: readonly PartEstimate[];
  readonly inflation: readonly TermInflation[];
}

/** so many units are left out in turn at most, those with most rows first */
const mostLeftOut = 200;

export function extrasOf(comparison: Comparison, grain: Grain): Extras {
  return {
    without: leaveOut(comparison, grain),
    lags: atLags(comparison, grain),
    parts: byPart(comparison, grain),
    inflation: quietly(() => inflation(comparison, grain)) ?? []
  };
}

function leaveOut(comparison: Comparison, grain: Grain): Without[] {
  const data = comparisonData(comparison, grain);
  const {chosen} = data;
  const without = (kind: Without["kind"], labels: readonly string[], names: readonly string[]): Without[] =>
    firstOf(labels, chosen).flatMap((label) => {
      const rows = chosen.filter((row) => labels[row] !== label);
      const slope = quietly(() => slopeAmong(rows, comparison, grain, data));
      return slope === null ? [] : [{kind, name: names[labels.indexOf(label)] ?? label, slope}];
    });
  const units = grain.unit === null && grain.kind === "rows" ? grain.named : grain.unit;
  return [
    ...(units === null ? [] : without("unit", labelsOf(grain, units), labelsOf(grain, grain.named ?? units))),
    ...(grain.time === null ? [] : without("year", labelsOf(grain, grain.time), labelsOf(grain, grain.time)))
  ];
}

function firstOf(labels: readonly string[], rows: Int32Array): string[] {
  return [...new Set(Array.from(rows, (row) => labels[row] ?? ""))].slice(0, mostLeftOut);
}

function atLags(comparison: Comparison, grain: Grain): AtLag[] {
  if (grain.kind === "rows") return [];
  return Array.from({length: 2 * mostLag + 1}, (_, i) => i - mostLag).map((lag) => {
    const found = quietly(() => estimateComparison({...comparison, lag, brush: null}, grain, {lenses: false}).main);
    return {lag, slope: found?.slope ?? null, interval: found?.slopeInterval ?? null, n: found?.n ?? 0};
  });
}

/** By line within unit and year; by year among its units. */
function byPart(comparison: Comparison, grain: Grain): PartEstimate[] {
  const part = (label: string, changed: Partial<Comparison>): PartEstimate => {
    const found = quietly(
      () => estimateComparison({...comparison, brush: null, ...changed}, grain, {lenses: false}).main
    );
    return {label, slope: found?.slope ?? null, interval: found?.slopeInterval ?? null, n: found?.n ?? 0};
  };
  const [lines, years] =
    grain.kind === "panel" ? [distinctOf(grain, grain.line), distinctOf(grain, grain.time)] : [[], []];
  return [
    ...lines.map((line) => part(line, {lines: [line]})),
    ...years
      .map(Number)
      .toSorted((a, b) => a - b)
      .map((year) => part(String(year), {years: [year, year], effects: "none", errors: "HC3"}))
  ].filter(({n}) => n > 0);
}

function quietly<Result>(estimate: () => Result): Result | null {
  try {
    return estimate();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
