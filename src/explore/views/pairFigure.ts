import {capital, count} from "../../evidence/format.js";
import {describeDrawing} from "../../components/parts/describeDrawing.js";
import {element} from "../../components/parts/element.js";
import {figure} from "../../components/parts/figure.js";
import {svgElement} from "../../components/parts/svgElement.js";
import {textWidth} from "../../components/parts/textWidth.js";
import {takeRows} from "../../stats/linalg/takeRows.js";
import type {ExplorerContext} from "../context.js";
import {axisLabel} from "../axisLabel.js";
import {dots, pendingCanvas} from "../draw/dots.js";
import {endsOf} from "../draw/endsOf.js";
import {dragBox} from "../draw/dragBox.js";
import {extentOf, panel, type Panel} from "../../components/parts/panel.js";
import type {ComparisonEstimate} from "../estimateComparison.js";
import type {Lens, LensEstimate} from "../lensEstimate.js";
import {type Grain, labelsOf, measureIn} from "../grain.js";
import {rowName} from "../rowName.js";
import {formatFor, rWords, slopeUnit, slopeWords} from "../words.js";

export interface PairFigure {
  readonly node: HTMLElement;
  /** Puts the intervals beside the numbers that are there; false where a panel has to be drawn anew. */
  readonly finish: (estimate: ComparisonEstimate) => boolean;
}

/** Puts one panel's interval beside its numbers. */
type Finish = (one: LensEstimate) => void;

/** The two measures as they are, between units, within them, and within unit and year, each with its line. */
export function pairFigure(context: ExplorerContext, estimate: ComparisonEstimate): PairFigure {
  const {lenses, data, main} = estimate;
  const {comparison, grain, document, width, badge, source} = context;
  const [x, y] = [measureIn(grain, comparison.exposure), measureIn(grain, comparison.outcome)];
  const columns = width >= 1000 ? 4 : width >= 600 ? 2 : 1;
  const own =
    lenses.length === 1
      ? Math.min(width, 680)
      : Math.floor((width - 24 * (Math.min(columns, lenses.length) - 1)) / Math.min(columns, lenses.length));
  const finishes: (Finish | null)[] = [];
  const title = `${capital(y.label)} and ${x.label}`;
  const node = figure(
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
        slopeUnit(comparison, grain),
        comparison.controls.length > 0 ? "What the controls explain is taken out of both." : undefined,
        comparison.brush ? "Faint dots are outside the stretch." : undefined
      ],
      draw: (place) =>
        element(
          document,
          "div",
          {class: `explore-panels explore-panels-${Math.min(columns, lenses.length)}`},
          ...lenses.map((lens) => {
            const {node: drawn, finish} = lensPanel(context, lens, {data, own, document: place.document, main});
            finishes.push(finish);
            return drawn;
          })
        )
    },
    {
      title,
      subtitle: `${badge} · ${grain.label}${comparison.years ? `, ${comparison.years.join(" to ")}` : ""}${comparison.lines.length > 0 ? `, ${comparison.lines.join(", ")}` : ""} · ${count(main.n)} ${grain.row.many}`,
      source,
      id: "explore-pair",
      width,
      size: "full",
      table: "opened",
      document
    }
  );
  const finish = (found: ComparisonEstimate): boolean => {
    if (found.main.n !== main.n || found.lenses.some((one, i) => "reason" in one !== (finishes[i] === null)))
      return false;
    found.lenses.forEach((one, i) => {
      if (!("reason" in one)) finishes[i]?.(one);
    });
    const description = describe(context, found.lenses, data.rows.length);
    describeDrawing(node.querySelector(".figure-plot")!, description, title);
    node.querySelector(".figure-data > p")?.replaceChildren(description);
    return true;
  };
  return {node, finish};
}

export const lensNames: Readonly<Record<Lens, (grain: Grain) => string>> = {
  raw: ({kind, timeWords}) => (kind === "series" ? `Over the ${timeWords.many}` : "As they are"),
  between: ({unitWords}) => `Between ${unitWords.many}`,
  within: ({unitWords}) => `Within ${unitWords.many}`,
  both: ({unitWords, timeWords}) => `Within ${unitWords.many} and ${timeWords.many}`
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
    const name = lensNames[one.lens](grain);
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
): {readonly node: HTMLElement; readonly finish: Finish | null} {
  const {grain, comparison} = context;
  const title = lensNames[one.lens](grain);
  const chosen = one === main;
  if ("reason" in one)
    return {
      node: element(
        document,
        "div",
        {},
        element(document, "p", {class: "explore-lens"}, title),
        element(document, "p", {class: "figure-empty"}, one.reason)
      ),
      finish: null
    };
  const whole = one.lens === "raw" && comparison.controls.length === 0 && comparison.brush !== null;
  const shown = whole ? wholeOf(data) : one;
  const drawing = panel(
    {
      width: own,
      height: Math.round(Math.max(260, Math.min(380, own * 0.92 + 40))),
      margin: {top: 68},
      x: {
        domain: domainOf(shown.x),
        label: axisLabel(comparison.exposure, grain, comparison),
        format: formatFor(measureIn(grain, comparison.exposure), comparison.transform),
        ticks: own < 320 ? 4 : 5
      },
      y: {
        domain: domainOf(shown.y),
        label: axisLabel(comparison.outcome, grain, comparison),
        format: formatFor(
          measureIn(grain, comparison.outcome),
          comparison.transform === "log" ? "none" : comparison.transform
        )
      }
    },
    document
  );
  dots(drawing, shown, {
    chosen: whole ? chosenOf(data) : undefined,
    radius: one.lens === "between" ? 4 : shown.x.length > 500 ? 2.5 : 3,
    words: wordsOf(context, data, one, shown)
  });
  const correlation = svgElement(document, "text", {x: 0, y: 35, fill: "var(--ink)"});
  const slope = element(document, "p", {class: "explore-numbers"});
  const finish = ({r, rInterval, slope: found, slopeInterval}: LensEstimate): void => {
    correlation.textContent = `r = ${rWords(r, rInterval)}`;
    slope.textContent = `Slope ${slopeWords(comparison, grain, found, slopeInterval)}`;
  };
  finish(one);
  drawing.body.append(fitLine(drawing, one, shown.x), ...heading(title, {chosen, document}), correlation);
  if (one.lens === "raw" && comparison.controls.length === 0)
    dragBox(drawing, comparison.brush, (brush) => context.change({brush}));
  const canvas = pendingCanvas.get(drawing.svg);
  return {
    node: element(document, "div", {}, element(document, "div", {class: "explore-panel"}, canvas, drawing.svg), slope),
    finish
  };
}

/** With a little room, but none below zero where nothing is. */
function domainOf(values: Float64Array): [number, number] {
  const [low, high] = extentOf(values);
  return low < 0 && endsOf(values)[0] >= 0 ? [0, high] : [low, high];
}

/** What the panel shows, in the drawing, so that it leaves with it; that of the comparison underlined. */
function heading(
  title: string,
  {chosen, document}: {readonly chosen: boolean; readonly document: Document}
): SVGElement[] {
  // its letters are bold, and so a little wider
  const rule = {x1: 0, x2: textWidth(title, {size: 13}), y1: 18, y2: 18, stroke: "var(--outcome)", "stroke-width": 2};
  return [
    svgElement(document, "text", {x: 0, y: 13, fill: "var(--ink)", "font-weight": 600}, title),
    ...(chosen ? [svgElement(document, "line", rule)] : [])
  ];
}

function chosenOf({chosen, rows}: ComparisonEstimate["data"]): (i: number) => boolean {
  const within = new Set(chosen);
  return (i) => within.has(rows[i]!);
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
  let units: readonly (string | undefined)[] | null = null;
  return (i) => {
    if (one.lens === "between") units ??= [...new Set(Array.from(data.chosen, (row) => unit[row]))];
    const row = shown === one ? one.rows[i] : data.rows[i];
    const who =
      one.lens === "between" || row === undefined ? names[unit.indexOf(units?.[i] ?? "")] : rowName(grain, row);
    return `${who}\n${capital(x.label)}: ${format[0]!(shown.x[i]!)}\n${capital(y.label)}: ${format[1]!(shown.y[i]!)}`;
  };
}

function fitLine(drawing: Panel, {slope, intercept}: LensEstimate, x: Float64Array): SVGElement {
  const [low, high] = endsOf(x);
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
