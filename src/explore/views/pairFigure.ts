import {capital, count} from "../../evidence/format.js";
import {element} from "../../components/parts/element.js";
import {figure} from "../../components/parts/figure.js";
import {svgElement} from "../../components/parts/svgElement.js";
import {textWidth} from "../../components/parts/textWidth.js";
import {takeRows} from "../../stats/linalg/takeRows.js";
import type {ExplorerContext} from "../context.js";
import {dots, pendingCanvas} from "../draw/dots.js";
import {dragBox} from "../draw/dragBox.js";
import {extentOf, panel, type Panel} from "../../components/parts/panel.js";
import type {ComparisonEstimate, Lens, LensEstimate} from "../estimateComparison.js";
import {labelsOf, measureIn} from "../grain.js";
import {rowName} from "../rowName.js";
import {axisLabel, formatFor, rWords, slopeWords} from "../words.js";

/** The two measures as they are, between units, within them, and within unit and year, each with its line. */
export function pairFigure(context: ExplorerContext, {lenses, data, main}: ComparisonEstimate): HTMLElement {
  const {comparison, grain, document, width, badge, source} = context;
  const [x, y] = [measureIn(grain, comparison.exposure), measureIn(grain, comparison.outcome)];
  const columns = width >= 1000 ? 4 : width >= 600 ? 2 : 1;
  const own =
    lenses.length === 1
      ? Math.min(width, 680)
      : Math.floor((width - 24 * (Math.min(columns, lenses.length) - 1)) / Math.min(columns, lenses.length));
  return figure(
    {
      rows: () => tableRows(context, data),
      columns: [...keyColumns(context), {name: data.x, label: x.label}, {name: data.y, label: y.label}],
      description: describe(context, lenses, data.rows.length),
      remarks: [
        lenses.length > 1
          ? "Each dot is a " + grain.row.one + "; between " + grain.unitWords.many + ", a " + grain.unitWords.one + "."
          : `Each dot is a ${grain.row.one}.`,
        lenses.length > 1
          ? "In the last two, levels are taken out of both and the dots are drawn about the averages."
          : undefined,
        comparison.controls.length > 0 ? "What the controls explain is taken out of both." : undefined,
        comparison.brush ? "Faint dots are outside the stretch." : undefined
      ],
      draw: (place) =>
        element(
          document,
          "div",
          {class: `explore-panels explore-panels-${Math.min(columns, lenses.length)}`},
          ...lenses.map((lens) => lensPanel(context, lens, {data, own, document: place.document, main}))
        )
    },
    {
      title: `${capital(y.label)} and ${x.label}`,
      subtitle: `${badge} · ${grain.label}${comparison.years ? `, ${comparison.years.join(" to ")}` : ""}${comparison.lines.length > 0 ? `, ${comparison.lines.join(", ")}` : ""} · ${count(main.n)} ${grain.row.many}`,
      source,
      id: "explore-pair",
      width,
      size: "full",
      table: "opened",
      document
    }
  );
}

export const lensNames: Readonly<Record<Lens, (unit: string, kind: string) => string>> = {
  raw: (_unit, kind) => (kind === "series" ? "Over the years" : "As they are"),
  between: (unit) => `Between ${unit}`,
  within: (unit) => `Within ${unit}`,
  both: (unit) => `Within ${unit} and years`
};

function keyColumns({grain}: ExplorerContext): {name: string; label: string; digits?: number}[] {
  return grain.keys.map((name) => ({
    name,
    label: name.replaceAll("_", " "),
    digits: name === grain.time ? 0 : undefined
  }));
}

function tableRows(
  {grain}: ExplorerContext,
  {columns, rows, x, y}: ComparisonEstimate["data"]
): Record<string, string | number | null>[] {
  return Array.from(rows, (row) =>
    Object.fromEntries([...grain.keys, x, y].map((name) => [name, cellOf(columns[name]?.[row])]))
  );
}

function cellOf(value: string | number | boolean | null | undefined): string | number | null {
  return typeof value === "number"
    ? Number.isNaN(value)
      ? null
      : value
    : value === undefined || value === null
      ? null
      : String(value);
}

function describe({comparison, grain}: ExplorerContext, lenses: ComparisonEstimate["lenses"], n: number): string {
  const [x, y] = [measureIn(grain, comparison.exposure), measureIn(grain, comparison.outcome)];
  const said = lenses.map((one) => {
    const name = lensNames[one.lens](grain.unitWords.many, grain.kind);
    return "reason" in one ? `${name}: ${one.reason}` : `${name}: correlation ${rWords(one.r, one.rInterval)}.`;
  });
  return `${count(n)} ${grain.row.many}: ${y.label} against ${x.label}. ${said.join(" ")}`;
}

interface LensPlace {
  readonly data: ComparisonEstimate["data"];
  readonly own: number;
  readonly document: Document;
  readonly main: LensEstimate;
}

function lensPanel(
  context: ExplorerContext,
  one: ComparisonEstimate["lenses"][number],
  {data, own, document, main}: LensPlace
): HTMLElement {
  const {grain, comparison} = context;
  const title = lensNames[one.lens](grain.unitWords.many, grain.kind);
  const chosen = one === main;
  if ("reason" in one)
    return element(
      document,
      "div",
      {},
      element(document, "p", {class: "explore-lens"}, title),
      element(document, "p", {class: "figure-empty"}, one.reason)
    );
  const whole = one.lens === "raw" && comparison.controls.length === 0 && comparison.brush !== null;
  const shown = whole ? wholeOf(data) : one;
  const drawing = panel(
    {
      width: own,
      height: Math.round(Math.max(260, Math.min(380, own * 0.92 + 40))),
      margin: {top: 68},
      x: {
        domain: extentOf(shown.x),
        label: axisLabel(comparison.exposure, grain, comparison),
        format: formatFor(measureIn(grain, comparison.exposure), comparison.transform),
        ticks: own < 320 ? 4 : 5
      },
      y: {
        domain: extentOf(shown.y),
        label: axisLabel(comparison.outcome, grain, comparison),
        format: formatFor(
          measureIn(grain, comparison.outcome),
          comparison.transform === "log" ? "none" : comparison.transform
        )
      }
    },
    document
  );
  const within = new Set(data.chosen);
  dots(drawing, shown, {
    chosen: whole ? (i) => within.has(data.rows[i]!) : undefined,
    radius: one.lens === "between" ? 4 : shown.x.length > 500 ? 2.5 : 3,
    words: wordsOf(context, data, one, shown)
  });
  drawing.body.append(fitLine(drawing, one, shown.x), ...heading(title, one, {chosen, document}));
  if (one.lens === "raw" && comparison.controls.length === 0)
    dragBox(drawing, comparison.brush, (brush) => context.change({brush}));
  const canvas = pendingCanvas.get(drawing.svg);
  return element(
    document,
    "div",
    {},
    element(document, "div", {class: "explore-panel"}, canvas, drawing.svg),
    element(
      document,
      "p",
      {class: "explore-numbers"},
      `Slope ${slopeWords(comparison, grain, one.slope, one.slopeInterval)}`
    )
  );
}

/** What the panel shows and its r, in the drawing, so that they leave with it; that of the comparison underlined. */
function heading(
  title: string,
  {r, rInterval}: LensEstimate,
  {chosen, document}: {readonly chosen: boolean; readonly document: Document}
): SVGElement[] {
  const rule = {x1: 0, x2: textWidth(title), y1: 18, y2: 18, stroke: "var(--outcome)", "stroke-width": 2};
  return [
    svgElement(document, "text", {x: 0, y: 13, fill: "var(--ink)", "font-weight": 600}, title),
    ...(chosen ? [svgElement(document, "line", rule)] : []),
    svgElement(document, "text", {x: 0, y: 35, fill: "var(--ink)"}, `r = ${rWords(r, rInterval)}`)
  ];
}

/** All rows, where only some of them are estimated. */
function wholeOf(data: ComparisonEstimate["data"]): {x: Float64Array; y: Float64Array} {
  const pick = (name: string): Float64Array => takeRows(data.columns[name] as Float64Array, data.rows);
  return {x: pick(data.x), y: pick(data.y)};
}

function wordsOf(
  {grain, comparison}: ExplorerContext,
  data: ComparisonEstimate["data"],
  one: LensEstimate,
  shown: {x: Float64Array; y: Float64Array}
): (i: number) => string {
  const [x, y] = [measureIn(grain, comparison.exposure), measureIn(grain, comparison.outcome)];
  const format = [x, y].map((measure) => formatFor(measure, comparison.transform));
  const names = labelsOf(grain, grain.named);
  const unit = labelsOf(grain, grain.unit);
  const units = one.lens === "between" ? [...new Set(Array.from(data.chosen, (row) => unit[row]))] : [];
  return (i) => {
    const row = shown === one ? one.rows[i] : data.rows[i];
    const who = one.lens === "between" || row === undefined ? names[unit.indexOf(units[i] ?? "")] : rowName(grain, row);
    return `${who}\n${capital(x.label)}: ${format[0]!(shown.x[i]!)}\n${capital(y.label)}: ${format[1]!(shown.y[i]!)}`;
  };
}

function fitLine(drawing: Panel, {slope, intercept}: LensEstimate, x: Float64Array): SVGElement {
  let [low, high] = [Infinity, -Infinity];
  for (const value of x) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const [bottom, top] = drawing.y.domain;
  const clip = (at: number): [number, number] => {
    const value = intercept + slope * at;
    if (slope === 0 || (value >= bottom && value <= top)) return [at, value];
    const edge = value < bottom ? bottom : top;
    return [(edge - intercept) / slope, edge];
  };
  const [[x1, y1], [x2, y2]] = [clip(low), clip(high)];
  return svgElement(drawing.svg.ownerDocument, "line", {
    x1: drawing.x(x1),
    y1: drawing.y(y1),
    x2: drawing.x(x2),
    y2: drawing.y(y2),
    stroke: "var(--outcome)",
    "stroke-width": 2.5
  });
}
