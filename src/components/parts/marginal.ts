import type {Markish} from "@observablehq/plot";
import {bin} from "d3";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {svgElement} from "./svgElement.js";

export interface MarginalOptions {
  color?: string;
  /** in pixels: the tallest column */
  size?: number;
}

interface Scale {
  (value: number): number;
  domain(): [number, number];
  ticks(count: number): number[];
}

/** How often each value of an axis occurs, as columns along the frame: above it for x, at its right for y. */
export function marginal(
  axis: "x" | "y",
  values: readonly number[],
  {color = "var(--reference)", size = 24}: MarginalOptions = {}
): Markish {
  return (_index, {x, y}, _values, {width, marginTop, marginRight}, {document}) => {
    const scale = (axis === "x" ? x : y) as unknown as Scale;
    const stretches = stretchesOf(values, scale);
    const most = greatestOf(
      stretches.map(({n}) => n),
      1
    );
    const columns = stretches
      .filter(({n}) => n > 0)
      .map(({from, to, n}) => {
        const ends = [scale(from), scale(to)];
        const [start, long, tall] = [
          leastOf(ends) + 0.5,
          Math.max(1, Math.abs((ends[1] ?? 0) - (ends[0] ?? 0)) - 1),
          (n / most) * size
        ];
        return axis === "x"
          ? {x: start, y: marginTop - 6 - tall, width: long, height: tall}
          : {x: width - marginRight + 6, y: start, width: tall, height: long};
      });
    const round = (value: number): number => Math.round(value * 10) / 10;
    return svgElement(
      document,
      "g",
      {fill: color, "fill-opacity": 0.55},
      ...columns.map((column) =>
        svgElement(document, "rect", Object.fromEntries(Object.entries(column).map(([name, at]) => [name, round(at)])))
      )
    );
  };
}

const mostValues = 20;

/** Where the values lie: about each of them where they are few, else in steps of the axis. */
function stretchesOf(values: readonly number[], scale: Scale): {from: number; to: number; n: number}[] {
  const [low, high] = scale.domain();
  const distinct = [...new Set(values)].toSorted((a, b) => a - b);
  const gap = leastOf(
    distinct.slice(1).map((value, i) => value - (distinct[i] ?? 0)),
    (high - low) / 20
  );
  if (distinct.length > mostValues || gap < (high - low) / 40)
    return bin()
      .domain(scale.domain())
      .thresholds(scale.ticks(25))([...values])
      .map(({x0 = 0, x1 = 0, length}) => ({from: x0, to: x1, n: length}));
  const half = 0.4 * gap;
  return distinct.map((value) => ({
    from: value - half,
    to: value + half,
    n: values.filter((one) => one === value).length
  }));
}
