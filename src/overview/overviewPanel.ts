import {panel} from "../components/parts/panel.js";
import {svgElement} from "../components/parts/svgElement.js";
import {decimal, percent} from "../evidence/format.js";
import {greatestOf} from "../stats/description/greatestOf.js";
import {leastOf} from "../stats/description/leastOf.js";
import type {OverviewPanel, OverviewSeries} from "./overviewSeries.js";

export interface OverviewFrame {
  readonly years: readonly [number, number];
  readonly programmeYears: readonly [number, number];
  readonly events: readonly {readonly year: number; readonly label: string}[];
  readonly width: number;
  readonly document: Document;
}

const height = 132;
const margin = {left: 52, right: 150, top: 12, bottom: 24};
const symbols = ["M-3.5,-3.5h7v7h-7z", "M0,-4.5l4.5,8h-9z", "M0,-4.5l4.5,4.5l-4.5,4.5l-4.5,-4.5z"];

export const formats: Readonly<Record<OverviewPanel["unit"], (value: number) => string>> = {
  share: (value) => percent(value),
  index: (value) => decimal(value, 0),
  points: (value) => decimal(value, 2),
  sd: (value) => decimal(value, 2)
};

/** One panel of the sheet: its series, the programme's years as a band, events as thin rules. */
export function drawOverviewPanel(one: OverviewPanel, frame: OverviewFrame): SVGSVGElement {
  const {width, document} = frame;
  const values = [...one.series.flatMap(({points}) => points.map(([, value]) => value)), ...(one.band ?? [])];
  const own = one.series.flatMap(({points}) => points.map(([year]) => year));
  const years = one.axis === "years" ? frame.years : ([leastOf(own), greatestOf(own)] as const);
  const room = (greatestOf(values) - leastOf(values)) * 0.08 || 0.1;
  const drawing = panel(
    {
      width,
      height,
      margin,
      x: {domain: years, format: String, shown: false},
      y: {
        domain: [
          one.unit === "share" && one.id === "participation" ? 0 : leastOf(values) - room,
          greatestOf(values) + room
        ],
        format: formats[one.unit],
        ticks: 3
      }
    },
    document
  );
  const {svg, body, inner, y} = drawing;
  const x = (year: number): number =>
    inner.left + ((year - years[0]) / (years[1] - years[0])) * (inner.right - inner.left);
  const [from, to] = frame.programmeYears;
  if (one.axis === "years") {
    svg.prepend(
      svgElement(document, "rect", {
        x: x(from) - 6,
        y: inner.top,
        width: x(to) - x(from) + 12,
        height: inner.bottom - inner.top,
        fill: "var(--participation)",
        "fill-opacity": 0.06
      })
    );
    for (const {year} of frame.events)
      body.append(
        svgElement(document, "line", {
          x1: x(year),
          x2: x(year),
          y1: 0,
          y2: inner.bottom,
          stroke: "var(--edge)",
          "stroke-dasharray": "2 3"
        })
      );
  }
  const ticks = Array.from({length: years[1] - years[0] + 1}, (_, i) => years[0] + i);
  for (const year of ticks)
    body.append(
      svgElement(
        document,
        "text",
        {x: x(year), y: height - 6, "text-anchor": "middle", fill: "var(--ink-soft)"},
        String(year).replace("-", "−")
      )
    );
  if (one.band)
    body.append(
      svgElement(document, "rect", {
        x: x(from),
        y: y(one.band[1]),
        width: x(to) - x(from),
        height: y(one.band[0]) - y(one.band[1]),
        fill: "var(--outcome)",
        "fill-opacity": 0.16
      })
    );
  const ends = placeLabels(one.series, {y, right: inner.right, limits: [inner.top, inner.bottom]});
  one.series.forEach((series, i) => body.append(seriesMarks(series, {x, y, label: ends[i]!, i, document})));
  svg.setAttribute("data-axis", one.axis);
  svg.setAttribute("data-years", JSON.stringify({years, left: inner.left, right: inner.right}));
  svg.setAttribute(
    "data-series",
    JSON.stringify(
      one.series.map(({label, line, points}) => ({
        label,
        line,
        points: points.map(([year, value]) => [year, formats[one.unit](value)])
      }))
    )
  );
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", inWords(one));
  return svg;
}

function seriesMarks(
  {line, role, dashed, points, label: name}: OverviewSeries,
  {
    x,
    y,
    label,
    i,
    document
  }: {x: (year: number) => number; y: (value: number) => number; label: number; i: number; document: Document}
): SVGElement {
  const colour = `var(--${role})`;
  const path = points
    .map(([year, value], k) => `${k === 0 ? "M" : "L"}${x(year).toFixed(1)},${y(value).toFixed(1)}`)
    .join("");
  const last = points.at(-1);
  const group = svgElement(document, "g", line === null ? {} : {"data-line": line});
  group.append(
    svgElement(document, "path", {
      d: path,
      fill: "none",
      stroke: colour,
      "stroke-width": line === null ? 2.5 : 1.5,
      ...(dashed ? {"stroke-dasharray": "5 3"} : {})
    })
  );
  for (const [year, value] of points) {
    const at = {
      transform: `translate(${x(year).toFixed(1)},${y(value).toFixed(1)})`,
      fill: line === null ? colour : "var(--paper)",
      stroke: colour
    };
    group.append(
      line === null
        ? svgElement(document, "circle", {...at, r: 3})
        : svgElement(document, "path", {...at, d: symbols[i % symbols.length]!})
    );
  }
  if (last) group.append(svgElement(document, "text", {x: x(last[0]) + 10, y: label + 4, fill: colour}, name));
  return group;
}

/** Names at the ends of lines, moved apart where they would touch. */
function placeLabels(
  series: readonly OverviewSeries[],
  {y, limits: [top, bottom]}: {y: (value: number) => number; right: number; limits: readonly [number, number]}
): number[] {
  const order = series.map(({points}, i) => ({i, at: y(points.at(-1)?.[1] ?? 0)})).toSorted((a, b) => a.at - b.at);
  let last = top - 20;
  for (const one of order) {
    one.at = Math.max(one.at, last + 16);
    last = one.at;
  }
  const over = Math.max(0, last - bottom);
  const places: number[] = [];
  for (const {i, at} of order) places[i] = at - over;
  return places;
}

function inWords({title, series, unit}: OverviewPanel): string {
  const said = series.map(({label, points}) => {
    const [start, end] = [points.at(0), points.at(-1)];
    return start && end
      ? `${label} from ${formats[unit](start[1])} in ${start[0]} to ${formats[unit](end[1])} in ${end[0]}`
      : label;
  });
  return `${title}: ${said.join("; ")}.`;
}
