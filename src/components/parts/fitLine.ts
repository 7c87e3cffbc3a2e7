import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {mean} from "../../stats/description/mean.js";
import {ols} from "../../stats/regression/ols.js";
import type {Column, Row} from "./column.js";
import {numberIn, textIn} from "./column.js";
import type {Role} from "./role.js";
import {say} from "../../words/say.js";

/** A line over a scatter: its height along x, and the band that its uncertainty leaves it. */
export interface FittedLine {
  readonly label: string;
  readonly role: Role;
  /** what the line is, for the note below the figure */
  readonly words: string;
  readonly points: readonly {readonly x: number; readonly value: number; readonly low: number; readonly high: number}[];
}

export interface FitLineOptions {
  /** rows of one unit go together: the intervals allow for it */
  unit?: Column;
  /** compare each unit with itself only; without it, all rows are pooled */
  within?: boolean;
  label?: string;
}

/** enough for the curve of a band; each costs a fit */
const places = 5;

/**
 * The least-squares line of y on x with its 95 % band, or null where the rows do not give one. Pooled, the interval at a
 * place is that of the intercept once x is counted from there; within units, the slope's own, through the means.
 */
export function fitLine(
  rows: readonly Row[],
  {x, y}: {x: Column; y: Column},
  {unit, within = false, label = within ? say("within") : say("pooled")}: FitLineOptions = {}
): FittedLine | null {
  const points = rows.flatMap((row) => {
    const [a, b] = [numberIn(row, x), numberIn(row, y)];
    return a === null || b === null ? [] : [{a, b, unit: unit ? textIn(row, unit) : ""}];
  });
  if (points.length < 3) return null;
  const [xs, ys, units] = [points.map(({a}) => a), points.map(({b}) => b), points.map((point) => point.unit)];
  const [low, high] = [leastOf(xs), greatestOf(xs)];
  const grid = Array.from({length: places}, (_, i) => low + ((high - low) * i) / (places - 1));
  const cluster = new Set(units).size > 2 ? "unit" : undefined;
  try {
    const line = within ? alongMeans() : grid.map(heightAt);
    return {
      label,
      role: within ? "outcome" : "reference",
      words: within
        ? say("The line “{0}” compares each {1} with itself only.", label, unit?.label.toLowerCase() ?? "unit")
        : say(
            "The line “{0}” is the least-squares fit of all rows, which mixes differences between and within.",
            label
          ),
      points: line
    };
  } catch {
    return null;
  }

  function heightAt(at: number): FittedLine["points"][number] {
    const [height] = ols("y ~ x", {y: ys, x: xs.map((value) => value - at), unit: units}, {cluster}).terms;
    const {estimate = NaN, low: from = null, high: to = null} = height ?? {};
    return {x: at, value: estimate, low: from ?? estimate, high: to ?? estimate};
  }

  function alongMeans(): FittedLine["points"] {
    const [slope] = ols("y ~ x | unit", {y: ys, x: xs, unit: units}, {cluster}).terms;
    if (!slope) return [];
    const [middleX, middleY] = [mean(xs), mean(ys)];
    return grid.map((at) => {
      const ends = [slope.low ?? slope.estimate, slope.high ?? slope.estimate].map((b) => middleY + b * (at - middleX));
      return {x: at, value: middleY + slope.estimate * (at - middleX), low: leastOf(ends), high: greatestOf(ends)};
    });
  }
}
