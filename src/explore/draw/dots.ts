import {plotted, type PlottedCloud} from "../../components/controls/plotted.js";
import {element} from "../../components/parts/element.js";
import {svgElement} from "../../components/parts/svgElement.js";
import type {Panel} from "../../components/parts/panel.js";

export interface DotsOptions {
  /** dots that stand out; all without it */
  readonly chosen?: (index: number) => boolean;
  readonly radius?: number;
  readonly words: (index: number) => string;
}

/** more dots than these are painted on a canvas below the drawing */
export const mostDots = 2000;

/** A dot a point; the pointer and the arrow keys find it by its place, whatever it is drawn with. */
export function dots(
  drawing: Panel,
  {x, y}: {readonly x: Float64Array; readonly y: Float64Array},
  {chosen, radius = 3, words}: DotsOptions
): void {
  const points = {x: x.map((value) => drawing.x(value)), y: y.map((value) => drawing.y(value)), words};
  plotted.set(drawing.svg, points);
  const faint = (i: number): boolean => chosen !== undefined && !chosen(i);
  if (x.length > mostDots) paint(drawing, points, {faint, radius: Math.max(1.2, radius - 1)});
  else drawing.body.append(circles(drawing.svg.ownerDocument, points, {faint, radius}));
}

interface DotStyle {
  readonly faint: (index: number) => boolean;
  readonly radius: number;
}

/** Two paths, those that stand out and those that don't: a circle is two arcs. */
function circles(document: Document, {x, y}: PlottedCloud, {faint, radius: r}: DotStyle): SVGGElement {
  const round = `a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`;
  const pathOf = (of: boolean): string => {
    let path = "";
    for (let i = 0; i < x.length; i++)
      if (faint(i) === of) path += `M${(x[i]! - r).toFixed(1)},${y[i]!.toFixed(1)}${round}`;
    return path;
  };
  return svgElement(
    document,
    "g",
    {fill: "var(--participation)"},
    svgElement(document, "path", {d: pathOf(true), "fill-opacity": 0.14}),
    svgElement(document, "path", {d: pathOf(false), "fill-opacity": 0.55})
  );
}

/** On a canvas behind the drawing, at the screen's own resolution. */
function paint({svg, width, height}: Panel, {x, y}: PlottedCloud, {faint, radius}: DotStyle): void {
  const document = svg.ownerDocument;
  const ratio = Math.min(2, document.defaultView?.devicePixelRatio ?? 1);
  const canvas = element(document, "canvas", {class: "panel-dots", width: width * ratio, height: height * ratio});
  pendingCanvas.set(svg, canvas);
  const context = canvas.getContext("2d");
  if (!context) return;
  const colour =
    document.defaultView?.getComputedStyle(document.documentElement).getPropertyValue("--participation") ?? "";
  context.scale(ratio, ratio);
  context.fillStyle = colour.trim() || "#0b6e78";
  const side = 2 * radius;
  for (const of of [true, false]) {
    context.globalAlpha = of ? 0.06 : 0.35;
    for (let i = 0; i < x.length; i++)
      if (faint(i) === of) context.fillRect(x[i]! - radius, y[i]! - radius, side, side);
  }
}

/** The canvas that goes with a drawing, to be put before it. */
export const pendingCanvas = new WeakMap<SVGSVGElement, HTMLCanvasElement>();
