import {plotted, type PlottedCloud} from "../../components/controls/plotted.js";
import {element} from "../../components/parts/element.js";
import {svgElement} from "../../components/parts/svgElement.js";
import type {Panel} from "../../components/parts/panel.js";
import {covering} from "./covering.js";

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

/** On a canvas behind the drawing, no larger than where dots may lie, at the screen's own resolution. */
function paint(drawing: Panel, points: PlottedCloud, {chosen, radius}: DotStyle): void {
  const document = drawing.svg.ownerDocument;
  const ratio = Math.min(2, document.defaultView?.devicePixelRatio ?? 1);
  const ground = groundOf(drawing, radius);
  const canvas = element(document, "canvas", {
    class: "panel-dots",
    width: ground.width * ratio,
    height: ground.height * ratio,
    style: placeIn(drawing, ground)
  });
  pendingCanvas.set(drawing.svg, canvas);
  const context = canvas.getContext("2d", {willReadFrequently: true});
  if (!context) return;
  const colour =
    document.defaultView?.getComputedStyle(document.documentElement).getPropertyValue("--participation") ?? "";
  context.fillStyle = colour.trim() || "#0b6e78";
  const image = imageOf(context, canvas);
  const spread = {...ground, ratio, radius};
  const above = covering(points, image, {...spread, among: chosen});
  const below = chosen ? covering(points, image, {...spread, among: (i) => !chosen(i)}) : null;
  // a pixel's four bytes at once, the least first, as every processor that browsers run on has them
  ink(new Uint32Array(image.data.buffer), inksOf(String(context.fillStyle)), above, below);
  context.putImageData(image, 0, 0);
}

/** the image made last: panels beside one another are of one size, and new memory costs more than to write it */
let lastImage: ImageData | null = null;

function imageOf(context: CanvasRenderingContext2D, {width, height}: HTMLCanvasElement): ImageData {
  if (lastImage?.width !== width || lastImage.height !== height) lastImage = context.createImageData(width, height);
  return lastImage;
}

/** A part of a drawing, in its pixels. */
interface Ground {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Between the axes, with room for half a dot: what a canvas costs is its size. Its ends are multiples of four, which are
 * whole on a screen that has one and a quarter, or one and a half pixels for each of the drawing's.
 */
function groundOf({inner}: Panel, radius: number): Ground {
  const room = Math.ceil(radius) + 1;
  const before = (place: number): number => 4 * Math.floor(Math.max(0, place - room) / 4);
  const after = (place: number): number => 4 * Math.ceil((place + room) / 4);
  const [left, top] = [before(inner.left), before(inner.top)];
  return {left, top, width: after(inner.right) - left, height: after(inner.bottom) - top};
}

/** In shares of the drawing, which may be shown smaller than it was made. */
function placeIn({width, height}: Panel, ground: Ground): string {
  const share = (length: number, whole: number): string => `${(100 * length) / whole}%`;
  return [
    `left:${share(ground.left, width)}`,
    `top:${share(ground.top, height)}`,
    `width:${share(ground.width, width)}`,
    `height:${share(ground.height, height)}`
  ].join(";");
}

const [clear, faint] = [0.35, 0.06];

/** those of the colour that was used last: panels beside one another have one */
let lastInks: {readonly colour: string; readonly inks: Uint32Array} | null = null;

/** The pixel of so many dots one above the other: by 256 times those that don't stand out and those that do. */
function inksOf(colour: string): Uint32Array {
  if (lastInks?.colour === colour) return lastInks.inks;
  // read back from the canvas, as a colour is always given
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const tone = (blue! << 16) | (green! << 8) | red!;
  const [over, under] = [clear, faint].map((share) =>
    Float64Array.from({length: 256}, (_, many) => (1 - share) ** many)
  );
  const inks = new Uint32Array(256 * 256);
  for (let k = 1; k < inks.length; k++)
    inks[k] = (Math.round(255 * (1 - over![k % 256]! * under![k >> 8]!)) << 24) | tone;
  lastInks = {colour, inks};
  return inks;
}

function ink(pixels: Uint32Array, inks: Uint32Array, above: Uint8ClampedArray, below: Uint8ClampedArray | null): void {
  if (below === null) for (let i = 0; i < pixels.length; i++) pixels[i] = inks[above[i]!]!;
  else for (let i = 0; i < pixels.length; i++) pixels[i] = inks[256 * below[i]! + above[i]!]!;
}

/** The canvas that goes with a drawing, to be put before it. */
export const pendingCanvas = new WeakMap<SVGSVGElement, HTMLCanvasElement>();
