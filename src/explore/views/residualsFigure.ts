import {element} from "../../components/parts/element.js";
import {figure} from "../../components/parts/figure.js";
import {extentOf, panel} from "../../components/parts/panel.js";
import {svgElement} from "../../components/parts/svgElement.js";
import {capital, count, decimal, list} from "../../evidence/format.js";
import type {ExplorerContext} from "../context.js";
import {dots, pendingCanvas} from "../draw/dots.js";
import type {ComparisonEstimate} from "../estimateComparison.js";
import type {Extras} from "../extras.js";
import {measureIn} from "../grain.js";
import {residuals, type Residuals} from "../residuals.js";
import {rowName} from "../rowName.js";
import {formatFor} from "../words.js";

/** fewer residuals than these tell nothing of their shape */
const fewest = 11;
/** a factor from which the terms are said to overlap much */
const muchShared = 5;

/** Residuals by what was fitted, and beside the normal distribution; how far the terms overlap. */
export function residualsFigure(
  context: ExplorerContext,
  estimate: ComparisonEstimate,
  {inflation}: Extras
): HTMLElement | null {
  const {comparison, grain, document, source, badge} = context;
  const found = residuals(estimate);
  if (found.rows.length < fewest || found.standardised.every((value) => value === 0)) return null;
  const width = Math.min(context.width, 680);
  const name = measureIn(grain, comparison.outcome).label;
  return figure(
    {
      rows: () => tableRows(context, found),
      columns: [
        ...grain.keys.map((key) => ({
          name: key,
          label: key.replaceAll("_", " "),
          digits: key === grain.time ? 0 : undefined
        })),
        {name: "fitted", label: "Fitted"},
        {name: "residual", label: "Residual"},
        {name: "standardised", label: "Residual in standard deviations", digits: 2},
        {name: "score", label: "Normal score", digits: 2}
      ],
      description: describe(context, found),
      remarks: [
        "Left: a funnel or a bend says that the line fits some rows worse than others. Right: dots off the rule say that the residuals are not normal, which intervals by unit do not ask for.",
        inflationWords(context, inflation)
      ],
      draw: () => panels(context, found, width)
    },
    {
      title: "What the comparison leaves unexplained",
      subtitle: `${badge} · Residuals of ${name}, ${count(found.rows.length)} ${grain.row.many}`,
      source,
      id: "explore-residuals",
      width,
      table: "opened",
      document
    }
  );
}

function panels(context: ExplorerContext, {rows, fitted, residual, standardised, score}: Residuals, width: number) {
  const {grain, document} = context;
  const beside = width >= 480;
  const own = beside ? Math.floor((width - 24) / 2) : width;
  const format = formatOf(context);
  const plain = (value: number): string => decimal(value, 1);
  const words = (i: number): string =>
    `${rowName(grain, rows[i]!)}\nFitted: ${format(fitted[i]!)}\nResidual: ${format(residual[i]!)}, ${decimal(standardised[i]!, 2)} standard deviations`;
  const one = (x: Float64Array, y: Float64Array, [across, up]: readonly [string, string], diagonal: boolean) => {
    const drawing = panel(
      {
        width: own,
        height: 260,
        x: {domain: extentOf(x), label: across, format: diagonal ? plain : format, ticks: 4},
        y: {domain: extentOf(y), label: up, format: diagonal ? plain : format, ticks: 5}
      },
      document
    );
    dots(drawing, {x, y}, {radius: 2.5, words});
    const [low, high] = diagonal ? overlapOf(drawing.x.domain, drawing.y.domain) : drawing.x.domain;
    drawing.body.append(
      svgElement(document, "line", {
        x1: drawing.x(low),
        x2: drawing.x(high),
        y1: drawing.y(diagonal ? low : 0),
        y2: drawing.y(diagonal ? high : 0),
        stroke: "var(--outcome)",
        "stroke-width": 2
      })
    );
    return element(document, "div", {class: "explore-panel"}, pendingCanvas.get(drawing.svg), drawing.svg);
  };
  return element(
    document,
    "div",
    {class: `explore-panels explore-panels-${beside ? 2 : 1}`},
    one(fitted, residual, ["Fitted", "Residual"], false),
    one(score, standardised, ["Normal score", "Residual, standard deviations"], true)
  );
}

function formatOf({comparison: {outcome, transform}, grain}: ExplorerContext): (value: number) => string {
  return transform === "log" ? (value) => decimal(value, 2) : formatFor(measureIn(grain, outcome), transform);
}

function overlapOf(a: readonly [number, number], b: readonly [number, number]): [number, number] {
  return [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
}

function describe(context: ExplorerContext, {rows, residual, standardised}: Residuals): string {
  const far = standardised.filter((value) => Math.abs(value) > 3).length;
  const most = standardised.reduce((best, value, i) => (Math.abs(value) > Math.abs(standardised[best]!) ? i : best), 0);
  const format = formatOf(context);
  const largest = `The largest residual is that of ${rowName(context.grain, rows[most]!)}: ${format(residual[most]!)}, or ${decimal(standardised[most]!, 1)} standard deviations.`;
  return `${largest} ${farWords(far, rows.length)} more than three standard deviations from zero.`;
}

function farWords(far: number, of: number): string {
  if (far === 0) return `No residual of ${count(of)} lies`;
  return far === 1 ? `One of ${count(of)} lies` : `${capital(count(far))} of ${count(of)} lie`;
}

function inflationWords({grain}: ExplorerContext, inflation: Extras["inflation"]): string | undefined {
  if (inflation.length === 0) return undefined;
  const label = (name: string): string => grain.measures.find((one) => one.name === name)?.label ?? name;
  const said = inflation.map(({name, factor}) => `${label(name)} ${decimal(factor, 1)}`);
  const shared = inflation.some(({factor}) => factor >= muchShared);
  return `Variance inflation by the other terms: ${list(said)}.${shared ? ` From ${muchShared} on, terms overlap so much that each estimate leans on few rows.` : ""}`;
}

function tableRows({grain}: ExplorerContext, found: Residuals): Record<string, string | number>[] {
  const {fitted, residual, standardised, score} = found;
  return Array.from(found.rows, (row, i) => ({
    ...Object.fromEntries(grain.keys.map((key) => [key, grain.columns[key]![row] as string | number])),
    fitted: fitted[i]!,
    residual: residual[i]!,
    standardised: standardised[i]!,
    score: score[i]!
  }));
}
