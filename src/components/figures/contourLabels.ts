import {greatestOf} from "../../stats/description/greatestOf.js";
import {textWidth} from "../parts/textWidth.js";
import {wrapText} from "../parts/wrapText.js";

/** A place on the plane to compare with: what is known to matter, and how much. */
export interface Benchmark {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

export const margins = {left: 52, right: 20, top: 30, bottom: 44};

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Places of a plane in the drawing's pixels. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly of: (point: Point) => Point;
}

export function onPlane(wide: number, high: number, [across, up]: readonly [number[], number[]]): Pixels {
  const [width, height] = [wide - margins.left - margins.right, high - margins.top - margins.bottom];
  const share = (values: readonly number[], value: number): number => {
    const [first, last] = [values.at(0) ?? 0, values.at(-1) ?? 1];
    return (value - first) / (last - first || 1);
  };
  return {width, height, of: ({x, y}) => ({x: share(across, x) * width, y: (1 - share(up, y)) * height})};
}

interface NamedBenchmark extends Point {
  readonly lines: readonly string[];
  /** whether its name is to its right, and over it as the plane ends below */
  readonly right: boolean;
  readonly low: boolean;
  readonly at: Point;
}

const gap = 10;
const lineHeight = 13;

/** A benchmark's name beside it: on the right where it fits there, else where there is more room. */
export function nameBenchmark({x, y, label}: Benchmark, {width, height, of}: Pixels): NamedBenchmark {
  const at = of({x, y});
  const rest = width - at.x;
  const right = rest >= at.x || textWidth(label) < rest - 12;
  const lines = wrapText(label, Math.max(60, Math.max(at.x, rest) - 12));
  return {x, y, at, lines, right, low: at.y > 0.9 * height};
}

export function boxOf({at, lines, right, low}: NamedBenchmark): Box {
  const wide = greatestOf(lines.map((line) => textWidth(line)));
  const bottom = low ? at.y : at.y + (lines.length * lineHeight) / 2;
  return {
    left: right ? at.x - gap / 2 : at.x - gap - wide,
    right: right ? at.x + gap + wide : at.x + gap / 2,
    top: bottom - lines.length * lineHeight,
    bottom
  };
}

/** Shares of a line's length at which its number may stand, the best first. */
const shares = [0.5, 0.62, 0.38, 0.75, 0.25, 0.86, 0.14];

/** For each line the first place at which its number touches no text and stays in the plane; none where there is none, but for the strong one. */
export function lineLabels<
  Line extends {readonly points: readonly Point[]; readonly strong: boolean; readonly text: string}
>(lines: readonly Line[], names: readonly Box[], {width, height, of}: Pixels): (Line & Point)[] {
  const taken = [...names];
  const clear = (box: Box): boolean =>
    box.left >= 0 &&
    box.right <= width &&
    box.top >= 0 &&
    box.bottom <= height &&
    !taken.some((one) => touch(one, box));
  return lines
    .toSorted((a, b) => Number(b.strong) - Number(a.strong))
    .flatMap((line) => {
      const places = shares.flatMap((share) => line.points[Math.floor(line.points.length * share)] ?? []);
      const free = places.find((point) => clear(around(of(point), line.text)));
      const place = free ?? (line.strong ? places[0] : undefined);
      if (!place) return [];
      taken.push(around(of(place), line.text));
      return [{...line, ...place}];
    });
}

function around({x, y}: Point, text: string): Box {
  const half = textWidth(text) / 2 + 3;
  return {left: x - half, right: x + half, top: y - lineHeight / 2, bottom: y + lineHeight / 2};
}

const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
