import type {Markish, PlotOptions} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import type {Place} from "./figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {hatch} from "./hatch.js";
import {textWidth} from "./textWidth.js";

export interface ChartOptions extends PlotOptions {
  xLabel?: string;
  yLabel?: string;
  xTicks?: number | readonly number[];
  yTicks?: number | readonly number[];
  xFormat?: (value: number) => string;
  yFormat?: (value: number) => string;
  xAxis?: boolean;
  yAxis?: boolean;
}

/** A drawing in the site's hand: Plot with our axes, rules and type, its ids prefixed, its colours variables. */
export function chart(
  marks: readonly Markish[],
  {width, id, document}: Place,
  options: ChartOptions = {}
): SVGSVGElement {
  const {
    xLabel,
    yLabel,
    xTicks = Math.max(3, Math.round(width / 90)),
    yTicks = 5,
    xFormat = evenly(xTicks),
    yFormat = evenly(yTicks),
    xAxis = true,
    yAxis = true,
    marginLeft = 44,
    marginRight = 20,
    marginTop = yLabel ? 30 : 14,
    marginBottom = xLabel ? 44 : 28,
    ...rest
  } = options;
  const text = {fontSize: 12, fill: "var(--ink-soft)"};
  const axis = {label: null, tickSize: 0, tickPadding: 7, fontSize: 12, color: "var(--ink-soft)"};
  const axes: Markish[] = [
    yAxis ? Plot.gridY({stroke: "var(--rule)", strokeOpacity: 1, ...ticks(yTicks)}) : null,
    yAxis ? Plot.axisY({...axis, tickFormat: yFormat, ...ticks(yTicks)}) : null,
    xAxis ? Plot.axisX({...axis, tickSize: 4, tickPadding: 4, tickFormat: xFormat, ...ticks(xTicks)}) : null,
    yLabel ? Plot.text([yLabel], {...text, frameAnchor: "top-left", dx: -marginLeft, dy: -marginTop + 4}) : null,
    xLabel ? Plot.text([xLabel], {...text, frameAnchor: "bottom-right", dy: marginBottom - 4}) : null
  ];
  const svg = Plot.plot({
    document,
    width,
    className: "chart",
    style: {fontFamily: "var(--sans)", fontSize: "12px", color: "var(--ink)", background: "none"},
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    ...rest,
    x: {axis: null, ...rest.x},
    y: {axis: null, ...rest.y},
    marks: [hatch(id), ...axes, ...marks]
  }) as SVGSVGElement;
  prefixIds(svg, id);
  thinTicks(svg, "x", (label) => textWidth(label) + 6);
  thinTicks(svg, "y", () => 15);
  dropLabels(svg);
  return svg;
}

function ticks(at: number | readonly number[]): {ticks: number | number[]} {
  return {ticks: typeof at === "number" ? at : [...at]};
}

/** One number of digits along an axis: those of its given ticks, or those that the scale finds for its own. */
function evenly(at: number | readonly number[]): ((value: number) => string) | undefined {
  if (typeof at === "number") return undefined;
  const digitsOf = (value: number): number =>
    Math.min(6, /\.(\d*)$/.exec(String(Number(value.toPrecision(10))))?.[1]?.length ?? 0);
  const digits = greatestOf(at.map(digitsOf), 0);
  return (value) => formatNumber(value, {digits});
}

/** Where the labels of an axis would touch, every second one stays, or third; that of zero does. */
function thinTicks(svg: SVGSVGElement, axis: "x" | "y", room: (label: string) => number): void {
  for (const group of svg.querySelectorAll(`[aria-label="${axis}-axis tick label"]`)) {
    const labels = Array.from(group.querySelectorAll("text"), (node) => {
      const [, x, y] = /translate\(([^,]+),([^)]+)\)/.exec(node.getAttribute("transform") ?? "") ?? [];
      return {node, at: Number(axis === "x" ? x : y), size: room(node.textContent)};
    });
    const zero = Math.max(
      0,
      labels.findIndex(({node}) => /^0(\.0+)?(\D|$)/.test(node.textContent))
    );
    const touch = (step: number): boolean => {
      const kept = labels.filter((_, i) => (i - zero) % step === 0);
      return kept.slice(1).some(({at, size}, i) => {
        const before = kept[i];
        return before !== undefined && Math.abs(at - before.at) < (size + before.size) / 2;
      });
    };
    let step = 1;
    while (step < labels.length && touch(step)) step += 1;
    for (const [i, {node}] of labels.entries()) if ((i - zero) % step !== 0) node.remove();
  }
}

function prefixIds(svg: SVGSVGElement, id: string): void {
  for (const clip of svg.querySelectorAll("[id^=plot-clip-]")) {
    const name = clip.id;
    clip.id = `${id}-${name}`;
    for (const clipped of svg.querySelectorAll(`[clip-path="url(#${name})"]`))
      clipped.setAttribute("clip-path", `url(#${clip.id})`);
  }
}

/** Plot labels its groups for readers of the tree; within an image, whose text alternative is ours, ARIA forbids it. */
function dropLabels(svg: SVGSVGElement): void {
  for (const group of svg.querySelectorAll("g")) {
    group.removeAttribute("aria-label");
    group.removeAttribute("aria-description");
  }
}
