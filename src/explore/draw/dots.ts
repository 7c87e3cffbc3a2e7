import {plotted, type PlottedPoint} from "../../components/controls/plotted.js";
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
  const points: PlottedPoint[] = Array.from(x, (value, i) => ({
    x: drawing.x(value),
    y: drawing.y(y[i]!),
    words: () => words(i)
  }));
  plotted.set(drawing.svg, points);
  const faint = (i: number): boolean => chosen !== undefined && !chosen(i);
  if (points.length > mostDots) paint(drawing, points, {faint, radius: Math.max(1.2, radius - 1)});
  else drawing.body.append(circles(drawing.svg.ownerDocument, points, {faint, radius}));
}

interface DotStyle {
  readonly faint: (index: number) => boolean;
  readonly radius: number;
}

/** Two paths, those that stand out and those that don't: a circle is two arcs. */
function circles(document: Document, points: readonly PlottedPoint[], {faint, radius: r}: DotStyle): SVGGElement {
  const pathOf = (of: boolean): string =>
    points
      .flatMap(({x, y}, i) =>
        faint(i) === of
          ? [`M${(x - r).toFixed(1)},${y.toFixed(1)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`]
          : []
      )
      .join("");
  return svgElement(
    document,
    "g",
    {fill: "var(--participation)"},
    svgElement(document, "path", {d: pathOf(true), "fill-opacity": 0.14}),
    svgElement(document, "path", {d: pathOf(false), "fill-opacity": 0.55})
  );
}

/** On a canvas behind the drawing, at the screen's own resolution. */
function paint({svg, width, height}: Panel, points: readonly PlottedPoint[], {faint, radius}: DotStyle): void {
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
  for (const [i, {x, y}] of points.entries()) {
    context.globalAlpha = faint(i) ? 0.06 : 0.35;
    context.fillRect(x - radius, y - radius, side, side);
  }
}

/** The canvas that goes with a drawing, to be put before it. */
export const pendingCanvas = new WeakMap<SVGSVGElement, HTMLCanvasElement>();
