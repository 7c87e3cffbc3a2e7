import {svgElement} from "../../components/parts/svgElement.js";
import {textWidth} from "../../components/parts/textWidth.js";
import {wrapText} from "../../components/parts/wrapText.js";
import {plotted, type PlottedPoint} from "../../components/controls/plotted.js";
import {extentOf, panel} from "../../components/parts/panel.js";
import {greatestOf} from "../../stats/description/greatestOf.js";

/** An estimate in a line of its own. */
export interface EstimateRow {
  readonly label: string;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  /** what is printed at the right; why there is no estimate, where there is none */
  readonly words: string;
  readonly kind?: "main" | "control" | "reference";
  readonly act?: () => void;
}

export interface RowsOptions {
  readonly width: number;
  readonly label: string;
  readonly format: (value: number) => string;
  readonly domain?: readonly [number, number];
}

const rowHeight = 26;
const lineHeight = 13;

/** Estimates one below the other with their intervals, a rule at zero. */
export function estimateRows(
  rows: readonly EstimateRow[],
  {width, label, format, domain}: RowsOptions,
  document: Document
): SVGSVGElement {
  const wide = width >= 560;
  const right = wide
    ? 20 +
      greatestOf(
        rows.map(({words}) => textWidth(words)),
        0
      )
    : 14;
  const left = Math.min(
    width * 0.42,
    16 +
      greatestOf(
        rows.map((row) => textWidth(row.label)),
        0
      )
  );
  const step = wide ? rowHeight : rowHeight + 14;
  const known = rows
    .flatMap(({value, interval}) => [...(value === null ? [] : [value]), ...(interval ?? [])])
    .filter(Number.isFinite);
  const drawing = panel(
    {
      width,
      height: rows.length * step + 56,
      x: {
        domain: domain ?? extentOf(known, 0),
        label,
        format,
        ticks: Math.max(3, Math.round((width - left - right) / 90))
      },
      y: {domain: [0, 1], format, shown: false},
      margin: {left, right, top: 8}
    },
    document
  );
  const {body, x, inner} = drawing;
  const at = (i: number): number => inner.top + (i + 0.5) * step;
  const zero = x(0);
  if (zero >= inner.left && zero <= inner.right)
    body.append(
      svgElement(document, "line", {x1: zero, x2: zero, y1: inner.top, y2: inner.bottom, stroke: "var(--edge)"})
    );
  const points: PlottedPoint[] = [];
  rows.forEach((row, i) => {
    const place = at(i);
    const lines = wrapText(row.label, left - 10, {size: 12, lines: 2});
    body.append(
      svgElement(
        document,
        "text",
        {"text-anchor": "end", fill: "var(--ink)", "font-weight": row.kind === "main" ? 600 : 400},
        ...lines.map((line, k) =>
          svgElement(document, "tspan", {x: left - 10, y: place + 4 + (k - (lines.length - 1) / 2) * lineHeight}, line)
        )
      )
    );
    body.append(
      svgElement(
        document,
        "text",
        wide
          ? {x: inner.right + 14, y: place + 4, fill: row.value === null ? "var(--ink-soft)" : "var(--ink)"}
          : {
              x: inner.left,
              y: place + 19,
              fill: "var(--ink-soft)",
              stroke: "var(--paper)",
              "stroke-width": 4,
              "paint-order": "stroke"
            },
        row.words
      )
    );
    if (row.value === null) return;
    body.append(...estimateMark(row, row.value, {place, x, limits: inner}, document));
    points.push({x: x(row.value), y: place, words: () => `${row.label}\n${row.words}`, act: row.act});
  });
  plotted.set(drawing.svg, points);
  return drawing.svg;
}

function estimateMark(
  {interval, kind}: EstimateRow,
  value: number,
  {place, x, limits}: {place: number; x: (value: number) => number; limits: {left: number; right: number}},
  document: Document
): SVGElement[] {
  const colour = kind === "control" ? "var(--control)" : kind === "reference" ? "var(--reference)" : "var(--outcome)";
  const clip = (at: number): number => Math.max(limits.left, Math.min(limits.right, x(at)));
  const cx = clip(value);
  const shape = kind === "control" ? `M${cx},${place - 6}l6,10h-12z` : `M${cx},${place - 6}l6,6l-6,6l-6,-6z`;
  return [
    ...(interval
      ? [
          svgElement(document, "line", {
            x1: clip(interval[0]),
            x2: clip(interval[1]),
            y1: place,
            y2: place,
            stroke: colour,
            "stroke-width": 2
          })
        ]
      : []),
    svgElement(document, "path", {
      d: shape,
      fill: kind === "control" ? "var(--paper)" : colour,
      stroke: colour,
      "stroke-width": 1.75
    })
  ];
}
