import {say} from "../words/say.js";
import {panel} from "../components/parts/panel.js";
import {svgElement} from "../components/parts/svgElement.js";
import {textWidth} from "../components/parts/textWidth.js";
import {decimal, percent} from "../evidence/format.js";
import {formatNumber} from "../words/formatNumber.js";
import {greatestOf} from "../stats/description/greatestOf.js";
import {leastOf} from "../stats/description/leastOf.js";
import type {OverviewPanel, OverviewSeries} from "./overviewSeries.js";

export interface OverviewFrame {
  readonly years: readonly [number, number];
  readonly programmeYears: readonly [number, number];
  readonly events: readonly {readonly year: number; readonly label: string}[];
  readonly width: number;
  /** in pixels: the longest name at a line's end, of all panels, which share one axis */
  readonly longest?: number;
  readonly document: Document;
}

const tall = 132;
/** under this width, in pixels, names are a line above the drawing and not at the ends of its lines */
const narrow = 500;
const nameLine = 18;
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
  const values = one.series.flatMap(({points}) => points.map(([, value]) => value));
  const own = one.series.flatMap(({points}) => points.map(([year]) => year));
  const years = one.axis === "years" ? frame.years : ([leastOf(own), greatestOf(own)] as const);
  const room = (greatestOf(values) - leastOf(values)) * 0.08 || 0.1;
  const names = width < narrow ? namesAbove(one.series, width) : null;
  const above = names === null ? 0 : nameLine * (1 + greatestOf(names.map(({row}) => row)));
  const height = tall + above;
  const drawing = panel(
    {
      width,
      height,
      margin: {...marginsOf(frame), top: 12 + above, bottom: 24},
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
          y1: above,
          y2: inner.bottom,
          stroke: "var(--edge)",
          "stroke-dasharray": "2 3"
        })
      );
  }
  const each = names !== null && years[1] - years[0] > 6 ? 2 : 1;
  const ticks = Array.from({length: years[1] - years[0] + 1}, (_, i) => years[0] + i);
  for (const year of ticks.filter((tick) => (years[1] - tick) % each === 0))
    body.append(
      svgElement(
        document,
        "text",
        {x: x(year), y: height - 6, "text-anchor": "middle", fill: "var(--ink-soft)"},
        String(year).replace("-", "−")
      )
    );
  const ends = placeLabels(one.series, {y, right: inner.right, limits: [inner.top, inner.bottom]});
  one.series.forEach((series, i) => {
    const {path, last} = seriesMarks(series, {x, y, i, document});
    body.append(path);
    if (names !== null) path.append(...keyOf(series, i, {...names[i]!, document}));
    else if (last)
      path.append(
        svgElement(document, "text", {x: x(last[0]) + 10, y: ends[i]! + 4, fill: `var(--${series.role})`}, series.label)
      );
  });
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

/** Where a drawing has its sides: names at the ends of lines want room at the right. */
export function marginsOf({width, longest = 0}: Pick<OverviewFrame, "width" | "longest">): {
  readonly left: number;
  readonly right: number;
} {
  return width < narrow ? {left: 44, right: 18} : {left: 52, right: Math.max(150, Math.ceil(longest) + 14)};
}

interface MarkPlace {
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
  readonly i: number;
  readonly document: Document;
}

function seriesMarks(series: OverviewSeries, {x, y, i, document}: MarkPlace) {
  const {line, role, points} = series;
  const colour = `var(--${role})`;
  const d = points
    .map(([year, value], k) => `${k === 0 ? "M" : "L"}${x(year).toFixed(1)},${y(value).toFixed(1)}`)
    .join("");
  const path = svgElement(
    document,
    "g",
    line === null ? {} : {"data-line": line},
    svgElement(document, "path", {
      d,
      fill: "none",
      stroke: colour,
      ...strokeOf(series)
    }),
    ...points.map(([year, value]) => symbolAt({line, role}, i, [x(year), y(value)], document))
  );
  return {path, last: points.at(-1)};
}

function symbolAt(
  {line, role}: Pick<OverviewSeries, "line" | "role">,
  i: number,
  [x, y]: readonly [number, number],
  document: Document
): SVGElement {
  const colour = `var(--${role})`;
  const at = {transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`, stroke: colour};
  return line === null
    ? svgElement(document, "circle", {...at, fill: colour, r: 3})
    : svgElement(document, "path", {...at, fill: "var(--paper)", d: symbols[i % symbols.length]!});
}

interface NamePlace {
  readonly x: number;
  readonly row: number;
}

/** Names one beside the other, each after its symbol; what has no room begins a line. */
function namesAbove(series: readonly OverviewSeries[], width: number): NamePlace[] {
  let [x, row] = [4, 0];
  return series.map(({label}) => {
    const wide = 40 + textWidth(label, {size: 12});
    if (x > 4 && x + wide > width) [x, row] = [4, row + 1];
    const place = {x, row};
    x += wide;
    return place;
  });
}

function keyOf(
  series: OverviewSeries,
  i: number,
  {x, row, document}: NamePlace & {readonly document: Document}
): SVGElement[] {
  const y = 10 + nameLine * row;
  const colour = `var(--${series.role})`;
  return [
    svgElement(document, "line", {
      x1: x,
      x2: x + 20,
      y1: y - 4,
      y2: y - 4,
      stroke: colour,
      ...strokeOf(series)
    }),
    symbolAt(series, i, [x + 10, y - 4], document),
    svgElement(document, "text", {x: x + 25, y, fill: colour}, series.label)
  ];
}

function strokeOf({line, dashed}: OverviewSeries): Record<string, string | number> {
  return {"stroke-width": line === null ? 2.5 : 1.5, ...(dashed ? {"stroke-dasharray": "5 3"} : {})};
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

function inWords({title, series, unit, axis}: OverviewPanel): string {
  const at = (year: number): string =>
    axis === "start" ? say("year {0}", formatNumber(year, {digits: 0, signed: true})) : String(year);
  const said = series.map(({label, points}) => {
    const [start, end] = [points.at(0), points.at(-1)];
    return start && end
      ? say(
          "{0} from {1} in {2} to {3} in {4}",
          label,
          formats[unit](start[1]),
          at(start[0]),
          formats[unit](end[1]),
          at(end[0])
        )
      : label;
  });
  return `${title}: ${said.join("; ")}.`;
}
