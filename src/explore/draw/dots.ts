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
  const points = {x: placed(x, drawing.x), y: placed(y, drawing.y), words};
  plotted.set(drawing.svg, points);
  if (x.length > mostDots) paint(drawing, points, {chosen, radius: Math.max(1.2, radius - 1)});
  else drawing.body.append(circles(drawing.svg.ownerDocument, points, {chosen, radius}));
}

/** All at once, since a call for each takes longer than the sum. */
function placed(values: Float64Array, {domain: [first, last], range: [start, end]}: Panel["x"]): Float64Array {
  const places = new Float64Array(values.length);
  for (let i = 0; i < places.length; i++) places[i] = start + ((values[i]! - first) / (last - first)) * (end - start);
  return places;
}

interface DotStyle {
  /** those that stand out; all without it */
  readonly chosen?: (index: number) => boolean;
  readonly radius: number;
}

/** Two paths, those that stand out and those that don't: a circle is two arcs. */
function circles(document: Document, {x, y}: PlottedCloud, {chosen, radius: r}: DotStyle): SVGGElement {
  const round = `a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`;
  const faint = (i: number): boolean => chosen !== undefined && !chosen(i);
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
function paint({svg, width, height}: Panel, points: PlottedCloud, {chosen, radius}: DotStyle): void {
  const document = svg.ownerDocument;
  const ratio = Math.min(2, document.defaultView?.devicePixelRatio ?? 1);
  const canvas = element(document, "canvas", {class: "panel-dots", width: width * ratio, height: height * ratio});
  pendingCanvas.set(svg, canvas);
  const context = canvas.getContext("2d", {willReadFrequently: true});
  if (!context) return;
  const colour =
    document.defaultView?.getComputedStyle(document.documentElement).getPropertyValue("--participation") ?? "";
  context.fillStyle = colour.trim() || "#0b6e78";
  const image = context.createImageData(canvas.width, canvas.height);
  const [clear, faint] = [0.35, 0.06].map(lettingThrough);
  const above = covering(points, image, {ratio, radius, among: chosen});
  const below = chosen && covering(points, image, {ratio, radius, among: (i) => !chosen(i)});
  // read back, as a colour is always given
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(String(context.fillStyle).slice(at, at + 2), 16));
  // a pixel's four bytes at once, the least first, as every processor that browsers run on has them
  const pixels = new Uint32Array(image.data.buffer);
  const ink = (blue! << 16) | (green! << 8) | red!;
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const through = clear![above[pixel]!]! * faint![below?.[pixel] ?? 0]!;
    if (through < 1) pixels[pixel] = (Math.round(255 * (1 - through)) << 24) | ink;
  }
  context.putImageData(image, 0, 0);
}

/** What so many dots one above the other let through, each covering so much. */
function lettingThrough(cover: number): Float64Array {
  return Float64Array.from({length: 256}, (_, n) => (1 - cover) ** n);
}

interface Spread {
  readonly ratio: number;
  readonly radius: number;
  readonly among?: (index: number) => boolean;
}

/** How many of the dots lie on each pixel; 255 are as many as any more. */
function covering(
  {x, y}: {readonly x: Float64Array; readonly y: Float64Array},
  {width, height}: {readonly width: number; readonly height: number},
  {ratio, radius, among}: Spread
): Uint8ClampedArray {
  const counts = new Uint8ClampedArray(width * height);
  const side = Math.max(1, Math.round(2 * radius * ratio));
  for (let i = 0; i < x.length; i++) {
    if (among && !among(i)) continue;
    const [left, top] = [Math.round((x[i]! - radius) * ratio), Math.round((y[i]! - radius) * ratio)];
    const [from, to] = [Math.max(0, left), Math.min(width, left + side)];
    const end = Math.min(height, top + side);
    for (let row = Math.max(0, top); row < end; row++)
      for (let pixel = row * width + from; pixel < row * width + to; pixel++) counts[pixel]! += 1;
  }
  return counts;
}

/** The canvas that goes with a drawing, to be put before it. */
export const pendingCanvas = new WeakMap<SVGSVGElement, HTMLCanvasElement>();
