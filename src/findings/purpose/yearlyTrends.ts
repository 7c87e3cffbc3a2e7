/** How the share of co-attendees from another line changed over the years: first to last, and by lines through all of them. */
import {linearTrend} from "../../stats/association/linearTrend.js";
import {theilSen} from "../../stats/association/theilSen.js";
import type {Estimate} from "../../stats/estimate.js";
import type {Evidence} from "../../evidence/finding.js";
import {named} from "../../words/language.js";
import {say} from "../../words/say.js";
import {yearNoun} from "../../words/yearNoun.js";
import type {mixingYears} from "./mixingYears.js";
import {lineNoun} from "../../words/studyNouns.js";

export const points = "percentage points";
export const fewestYears = 3;

type Trend = Pick<Estimate<unknown>, "terms" | "n">;
type Mixing = ReturnType<typeof mixingYears>[number];
type OverYears = (label: string, fitted: Trend, note: string) => Evidence;

/** A yearly slope as the change over so many years, in percentage points. */
export const spanned =
  (span: number): OverYears =>
  (label, fitted, note) =>
    overSpan(fitted, {label, note, scale: 100 * span, unit: points});

export function changeOf(start: Mixing, end: Mixing): Evidence {
  return {
    label: say("First year to last, {0} to {1}", String(start.fiscal_year), String(end.fiscal_year)),
    naive: true,
    estimate: 100 * (end.share - start.share),
    low: null,
    high: null,
    unit: points,
    df: null,
    p: null,
    n: 2,
    rows: yearNoun().many,
    note: say("two years alone, so no interval")
  };
}

export function trendsOf(
  series: readonly Mixing[],
  overYears: OverYears
): Record<"primary" | "middle" | "beyond", Evidence> {
  const years = series.map(({fiscal_year: year}) => year);
  const shares = series.map(({share}) => share);
  const excess = series.map(({share, chance}) => share - chance);
  return {
    primary: overYears(say("Line through all years"), linearTrend(shares, years), say("least squares")),
    middle: overYears(say("Median of the slopes between two years"), theilSen(shares, years), say("Theil and Sen")),
    beyond: overYears(
      say("Beyond what the numbers of each {0} would give", lineNoun().one),
      linearTrend(excess, years),
      say("share less the share that chance would give, least squares")
    )
  };
}

export function aloneOf(line: string, through: readonly Mixing[], overYears: OverYears): Evidence[] {
  if (through.length < fewestYears) return [];
  const trend = linearTrend(
    through.map(({share}) => share),
    through.map(({fiscal_year: year}) => year)
  );
  return [overYears(say("{0} alone", named(line)), trend, say("least squares"))];
}

export function overSpan(
  {terms, n}: Trend,
  {label, note, scale, unit}: {label: string; note: string; scale: number; unit: string}
): Evidence {
  const slope = terms[0];
  const scaled = (value: number | null | undefined): number | null => (value == null ? null : scale * value);
  return {
    label,
    naive: false,
    estimate: scaled(slope?.estimate) ?? 0,
    low: scaled(slope?.low),
    high: scaled(slope?.high),
    unit,
    df: slope?.df ?? null,
    p: slope?.p ?? null,
    n,
    rows: yearNoun().many,
    note
  };
}
