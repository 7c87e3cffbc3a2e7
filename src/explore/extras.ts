/** What a pair is looked at with beside its estimate: without each unit and year, at other lags, by line and year. */
import type {Comparison} from "./comparison.js";
import {mostLag} from "./comparison.js";
import {comparisonData} from "./comparisonData.js";
import type {Interval} from "./lensEstimate.js";
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

/** @param pause  between two estimates: lets others have their turn, and throws where the answer is no longer wanted */
export async function extrasOf(
  comparison: Comparison,
  grain: Grain,
  pause: () => Promise<void> = () => Promise.resolve()
): Promise<Extras> {
  return {
    without: await leaveOut(comparison, grain, pause),
    lags: await atLags(comparison, grain, pause),
    parts: await byPart(comparison, grain, pause),
    inflation: quietly(() => inflation(comparison, grain)) ?? []
  };
}

type Pause = () => Promise<void>;

async function leaveOut(comparison: Comparison, grain: Grain, pause: Pause): Promise<Without[]> {
  const data = comparisonData(comparison, grain);
  const {chosen} = data;
  const without = (kind: Without["kind"], labels: readonly string[], names: readonly string[]): Promise<Without[]> =>
    inTurn(firstOf(labels, chosen), pause, (label) => {
      const rows = chosen.filter((row) => labels[row] !== label);
      const slope = quietly(() => slopeAmong(rows, comparison, grain, data));
      return slope === null ? [] : [{kind, name: names[labels.indexOf(label)] ?? label, slope}];
    });
  const units = grain.unit === null && grain.kind === "rows" ? grain.named : grain.unit;
  return [
    ...(units === null ? [] : await without("unit", labelsOf(grain, units), labelsOf(grain, grain.named ?? units))),
    ...(grain.time === null ? [] : await without("year", labelsOf(grain, grain.time), labelsOf(grain, grain.time)))
  ];
}

function firstOf(labels: readonly string[], rows: Int32Array): string[] {
  return [...new Set(Array.from(rows, (row) => labels[row] ?? ""))].slice(0, mostLeftOut);
}

async function atLags(comparison: Comparison, grain: Grain, pause: Pause): Promise<AtLag[]> {
  if (grain.kind === "rows") return [];
  const lags = Array.from({length: 2 * mostLag + 1}, (_, i) => i - mostLag);
  return inTurn(lags, pause, (lag) => {
    const found = quietly(() => estimateComparison({...comparison, lag, brush: null}, grain, {lenses: false}).main);
    return [{lag, slope: found?.slope ?? null, interval: found?.slopeInterval ?? null, n: found?.n ?? 0}];
  });
}

/** By line within unit and year; by year among its units. */
async function byPart(comparison: Comparison, grain: Grain, pause: Pause): Promise<PartEstimate[]> {
  const [lines, years] =
    grain.kind === "panel"
      ? [grain.line === null ? [] : distinctOf(grain, grain.line), distinctOf(grain, grain.time)]
      : [[], []];
  const asked: readonly (readonly [string, Partial<Comparison>])[] = [
    ...lines.map((line) => [line, {lines: [line]}] as const),
    ...years
      .map(Number)
      .toSorted((a, b) => a - b)
      .map((year) => [String(year), {years: [year, year], effects: "none", errors: "HC3"}] as const)
  ];
  return inTurn(asked, pause, ([label, changed]) => {
    const found = quietly(
      () => estimateComparison({...comparison, brush: null, ...changed}, grain, {lenses: false}).main
    );
    const n = found?.n ?? 0;
    return n > 0 ? [{label, slope: found?.slope ?? null, interval: found?.slopeInterval ?? null, n}] : [];
  });
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  pause: Pause,
  estimate: (item: Item) => readonly Result[]
): Promise<Result[]> {
  const found: Result[] = [];
  for (const item of items) {
    await pause();
    for (const one of estimate(item)) found.push(one);
  }
  return found;
}

function quietly<Result>(estimate: () => Result): Result | null {
  try {
    return estimate();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
