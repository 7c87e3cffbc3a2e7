import {greatestOf} from "../../stats/description/greatestOf.js";
import {svgElement} from "./svgElement.js";
import {textWidth} from "./textWidth.js";
import {wrapText} from "./wrapText.js";
import {linearScale, type LinearScale} from "./linearScale.js";

export interface Axis {
  readonly domain: readonly [number, number];
  readonly label?: string;
  readonly format: (value: number) => string;
  readonly ticks?: number;
  /** false draws neither numbers nor rules */
  readonly shown?: boolean;
}

export interface PanelOptions {
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly margin?: Partial<Record<"top" | "right" | "bottom" | "left", number>>;
}

/** A drawing with its axes, to whose body marks are added. */
export interface Panel {
  readonly svg: SVGSVGElement;
  readonly body: SVGGElement;
  readonly x: LinearScale;
  readonly y: LinearScale;
  readonly width: number;
  readonly height: number;
  readonly inner: {readonly left: number; readonly right: number; readonly top: number; readonly bottom: number};
}

export function panel({width, height, x, y, margin = {}}: PanelOptions, document: Document): Panel {
  const ys = linearScale({domain: y.domain, range: [0, 1], ticks: y.ticks});
  const xs = linearScale({domain: x.domain, range: [0, 1], ticks: x.ticks});
  // beside numbers of its own the plot begins after them; else, as at its end, half of a number below it may stand out
  const left = margin.left ?? (y.shown === false ? Math.max(12, widestOf(xs, x) / 2) : 14 + widestOf(ys, y));
  const inner = {
    left,
    right: width - (margin.right ?? Math.max(14, x.shown === false ? 0 : Math.ceil(widestOf(xs, x) / 2))),
    top: margin.top ?? (y.label ? 28 : 12),
    bottom: height - (margin.bottom ?? (x.shown === false ? 8 : x.label ? 44 : 26))
  };
  const across = linearScale({domain: x.domain, range: [inner.left, inner.right], ticks: x.ticks});
  const up = linearScale({domain: y.domain, range: [inner.bottom, inner.top], ticks: y.ticks});
  const body = svgElement(document, "g");
  const svg = svgElement(
    document,
    "svg",
    {class: "chart", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "var(--sans)", "font-size": 12},
    ...(y.shown === false ? [] : [upAxis(up, y, inner, document)]),
    ...(x.shown === false ? [] : [acrossAxis(across, x, inner, {height, document})]),
    body
  );
  return {svg, body, x: across, y: up, width, height, inner};
}

function widestOf(scale: LinearScale, {format, ticks = 5}: Axis): number {
  const widths = scale.ticks(ticks).map((at) => textWidth(format(at)));
  return greatestOf(widths, 0);
}

function upAxis(
  scale: LinearScale,
  {format, ticks = 5, label}: Axis,
  inner: Panel["inner"],
  document: Document
): SVGGElement {
  const rules = scale.ticks(ticks).flatMap((at) => [
    svgElement(document, "line", {
      x1: inner.left,
      x2: inner.right,
      y1: scale(at),
      y2: scale(at),
      stroke: "var(--rule)"
    }),
    svgElement(
      document,
      "text",
      {x: inner.left - 7, y: scale(at) + 4, "text-anchor": "end", fill: "var(--ink-soft)"},
      format(at)
    )
  ]);
  const name = label ? [svgElement(document, "text", {x: 0, y: inner.top - 12, fill: "var(--ink-soft)"}, label)] : [];
  return svgElement(document, "g", {}, ...rules, ...name);
}

function acrossAxis(
  scale: LinearScale,
  {format, ticks = 5, label}: Axis,
  inner: Panel["inner"],
  {height, document}: {height: number; document: Document}
): SVGGElement {
  let last = -Infinity;
  const marks = scale.ticks(ticks).flatMap((at) => {
    const [place, text] = [scale(at), format(at)];
    const tick = svgElement(document, "line", {
      x1: place,
      x2: place,
      y1: inner.bottom,
      y2: inner.bottom + 4,
      stroke: "var(--edge)"
    });
    if (place - textWidth(text) / 2 < last + 6) return [tick];
    last = place + textWidth(text) / 2;
    return [
      tick,
      svgElement(
        document,
        "text",
        {x: place, y: inner.bottom + 17, "text-anchor": "middle", fill: "var(--ink-soft)"},
        text
      )
    ];
  });
  const lines = label ? wrapText(label, inner.right, {lines: 2}) : [];
  const name = lines.map((line, i) =>
    svgElement(
      document,
      "text",
      {
        x: inner.right,
        y: lines.length === 1 ? height - 4 : height - 14 + 12 * i,
        "text-anchor": "end",
        fill: "var(--ink-soft)"
      },
      line
    )
  );
  return svgElement(
    document,
    "g",
    {},
    svgElement(document, "line", {
      x1: inner.left,
      x2: inner.right,
      y1: inner.bottom,
      y2: inner.bottom,
      stroke: "var(--edge)"
    }),
    ...marks,
    ...name
  );
}

/** From least to greatest, with a little room; a single value is given some. */
export function extentOf(values: ArrayLike<number>, ...more: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  for (const value of more) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(low <= high)) return [0, 1];
  const room = (high - low) * 0.04 || Math.abs(high) * 0.1 || 1;
  return [low - room, high + room];
}
