import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {textWidth} from "./textWidth.js";

export interface NamedLine {
  readonly label: string;
  readonly color: string;
  readonly points: readonly {readonly at: number; readonly value: number}[];
}

export interface LineNamesOptions {
  /** of the frame, in pixels */
  width: number;
  height: number;
  /** from the least to the greatest number that the height shows; without it, that of the points */
  extent?: readonly [number, number];
}

interface PixelPoint {
  readonly x: number;
  readonly y: number;
}

/** Where the name of a line stands: at which of its points, to which side, above or below. */
interface NamePlace {
  readonly index: number;
  readonly anchor: "start" | "end";
  readonly dy: number;
}

/** The names of lines at one of their ends, where they cover as little of the lines and of one another as they can. */
export function lineNames(lines: readonly NamedLine[], {width, height, extent}: LineNamesOptions): Markish[] {
  const shown = lines.filter(({points}) => points.length > 0);
  const all = shown.flatMap(({points}) => points);
  const [times, values] = [all.map(({at}) => at), all.map(({value}) => value)];
  const [first, last] = [leastOf(times), greatestOf(times)];
  const [low, high] = extent ?? [leastOf(values), greatestOf(values)];
  const places = placesOf(
    shown.map(({label, points}) => ({
      label,
      points: points.map(({at, value}) => ({
        x: ((at - first) / (last - first || 1)) * width,
        y: ((high - value) / (high - low || 1)) * height
      }))
    }))
  );
  return shown.map(({label, color, points}, i) => {
    const {index = 0, anchor, dy} = places[i] ?? {};
    return Plot.text(points.slice(index, index + 1), {
      x: "at",
      y: "value",
      text: () => label,
      dy,
      textAnchor: anchor,
      fill: color,
      stroke: "var(--paper)",
      strokeWidth: 4
    });
  });
}

/** from the middle of a name to that of one under it */
const line = 15;
const above = -13;
const below = 15;
const between = 6;

function placesOf(lines: readonly {readonly label: string; readonly points: readonly PixelPoint[]}[]): NamePlace[] {
  const drawn = lines.flatMap(({points}) => alongLine(points));
  const taken: PixelPoint[] = [];
  return lines.map(({label, points}) => {
    const candidates = [points.length - 1, 0].flatMap((index) =>
      [above, below].map((dy): NamePlace & {cost: number; covered: PixelPoint[]} => {
        const anchor = index === 0 && points.length > 1 ? "start" : "end";
        const {x = 0, y = 0} = points[index] ?? {};
        const wide = textWidth(label);
        const [left, middle] = [anchor === "start" ? x : x - wide, y + dy];
        const within = (point: PixelPoint, reach = 9): boolean =>
          point.x > left - 3 && point.x < left + wide + 3 && Math.abs(point.y - middle) < reach;
        const covered = Array.from({length: 9}, (_, i) => ({x: left + (wide * i) / 8, y: middle}));
        const cost =
          drawn.filter((point) => within(point)).length + 10 * taken.filter((point) => within(point, line)).length;
        return {index, anchor, dy, covered, cost};
      })
    );
    const best = candidates.reduce((least, one) => (one.cost < least.cost ? one : least));
    for (const one of best.covered) taken.push(one);
    return {index: best.index, anchor: best.anchor, dy: best.dy};
  });
}

function alongLine(points: readonly PixelPoint[]): PixelPoint[] {
  return points.flatMap((to, i) => {
    const from = points[i - 1] ?? to;
    return Array.from({length: i === 0 ? 1 : between}, (_, k) => {
      const share = i === 0 ? 1 : (k + 1) / between;
      return {x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y)};
    });
  });
}
