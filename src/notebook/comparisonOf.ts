import {estimateComparison} from "../explore/estimateComparison.js";
import type {LensEstimate} from "../explore/lensEstimate.js";
import {grainsOf} from "../explore/grainsOf.js";
import {parseComparison} from "../explore/parseComparison.js";
import type {ExploredStudy} from "../explore/study.js";
import type {Published} from "./tables.js";
import type {Value} from "./columnsOf.js";

/** A comparison of the explorer: its estimate, and the rows and columns that it is made of. */
export interface ComparisonAnswer extends Pick<LensEstimate, "formula" | "r" | "p" | "se" | "df" | "n" | "clusters"> {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  /** the columns as they enter, by name */
  readonly x: string;
  readonly y: string;
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

/** @throws {RangeError} a sentence, if the query names what is not there or nothing can be estimated */
export function comparisonOf({study, tables}: Published, query: string): ComparisonAnswer {
  const explored = study as unknown as ExploredStudy;
  const grains = grainsOf(tables, explored);
  const asked = parseComparison(query.replace(/^[^?]*\?/, ""), grains, explored);
  const grain = grains.find(({name}) => name === asked.table);
  if (!grain) throw new RangeError(`There is no table ${asked.table} to compare measures of.`);
  const {data, main} = estimateComparison(asked, grain, {lenses: false});
  const columns = Object.entries(data.columns);
  const {formula, slope, slopeInterval, r, p, se, df, n, clusters} = main;
  return {
    formula,
    estimate: slope,
    low: slopeInterval?.[0] ?? null,
    high: slopeInterval?.[1] ?? null,
    r,
    p,
    se,
    df,
    n,
    clusters,
    x: data.x,
    y: data.y,
    rows: Array.from(data.chosen, (row) =>
      Object.fromEntries(columns.map(([name, column]) => [name, (column[row] ?? null) as Value]))
    )
  };
}
