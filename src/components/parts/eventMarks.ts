import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {textWidth} from "./textWidth.js";

/** What happened when. */
export interface Event {
  readonly at: number;
  readonly label: string;
}

export interface EventMarks {
  readonly rules: Markish;
  readonly names: readonly Markish[];
  /** above the frame, in pixels, for the names */
  readonly room: number;
}

const lineHeight = 15;

/** Events within a stretch of time, as thin rules named above the frame, in as many lines as keep the names apart. */
export function eventMarks(
  events: readonly Event[],
  [first, last]: readonly [number, number],
  pixels: number
): EventMarks {
  const within = events.filter(({at}) => at >= first - 0.5 && at <= last + 0.5).toSorted((a, b) => a.at - b.at);
  const ends: number[] = [];
  const named = within.map(({at, label}) => {
    const middle = ((at - first) / (last - first || 1)) * pixels;
    const half = textWidth(label) / 2;
    const centre = Math.max(half, Math.min(pixels - half, middle));
    const free = ends.findIndex((end) => end + 8 < centre - half);
    const line = free < 0 ? ends.length : free;
    ends[line] = centre + half;
    return {at, label, dx: centre - middle, dy: -4 - line * lineHeight};
  });
  return {
    room: ends.length * lineHeight,
    rules: Plot.ruleX(within, {x: "at", stroke: "var(--edge)"}),
    names: named.map(({at, label, dx, dy}) =>
      Plot.text([label], {x: () => at, frameAnchor: "top", lineAnchor: "bottom", dx, dy, fill: "var(--ink-soft)"})
    )
  };
}
