import type {Markish} from "@observablehq/plot";
import {bin} from "d3";
import {svgElement} from "./svgElement.js";

export interface MarginalOptions {
  color?: string;
  /** in pixels: the tallest column */
  size?: number;
}

/** How often each value of an axis occurs, as columns along the frame: above it for x, at its right for y. */
export function marginal(
  axis: "x" | "y",
  values: readonly number[],
  {color = "var(--reference)", size = 24}: MarginalOptions = {}
): Markish {
  return (_index, {x, y}, _values, {width, marginTop, marginRight}, {document}) => {
    const scale = (axis === "x" ? x : y) as unknown as {
      (value: number): number;
      domain(): [number, number];
      ticks(count: number): number[];
    };
    const bins = bin().domain(scale.domain()).thresholds(scale.ticks(25))([...values]);
    const most = Math.max(1, ...bins.map(({length}) => length));
    const columns = bins
      .filter(({length}) => length > 0)
      .map(({x0 = 0, x1 = 0, length}) => {
        const ends = [scale(x0), scale(x1)];
        const [from, long, tall] = [
          Math.min(...ends) + 0.5,
          Math.max(1, Math.abs((ends[1] ?? 0) - (ends[0] ?? 0)) - 1),
          (length / most) * size
        ];
        return axis === "x"
          ? {x: from, y: marginTop - 6 - tall, width: long, height: tall}
          : {x: width - marginRight + 6, y: from, width: tall, height: long};
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
