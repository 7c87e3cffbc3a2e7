import {enhanceFigures} from "../../components/controls/enhanceFigures.js";
import {element} from "../../components/parts/element.js";
import {figure} from "../../components/parts/figure.js";
import {svgElement} from "../../components/parts/svgElement.js";
import {capital, count, decimal, pValue} from "../../evidence/format.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import type {ExplorerContext} from "../context.js";
import {extentOf, panel} from "../../components/parts/panel.js";
import {carefulEstimate} from "../careful.js";
import type {Exchange} from "../exchangeOf.js";
import {measureIn} from "../grain.js";
import {exchangeWords, printScale, slopeWords} from "../words.js";
import {quiet} from "../quiet.js";
import {record} from "./pair.js";
import {waiting} from "./pairExtras.js";

/** What no link would have looked like here: units exchange their whole course, again and again. */
export function shuffle(context: ExplorerContext): HTMLElement {
  const {document, comparison, grain} = context;
  const place = element(document, "div", {}, waiting(document));
  void quiet(
    context.ask("whole", comparison, {signal: context.signal}).then(({main, exchange}) => {
      place.replaceChildren(
        exchange
          ? piles(context, exchange)
          : element(document, "p", {class: "figure-empty"}, exchangeWords(null, grain))
      );
      enhanceFigures(place);
      if (exchange) record(context, carefulEstimate(main, exchange));
    }),
    place
  );
  return place;
}

const bins = 61;

function piles(context: ExplorerContext, exchange: Exchange): HTMLElement {
  const {comparison, grain, document, badge, source} = context;
  const {by, step, unit} = printScale(comparison, grain);
  const [x, y] = [measureIn(grain, comparison.exposure), measureIn(grain, comparison.outcome)];
  const width = Math.min(context.width, 680);
  const drawn = exchange.drawn.map((slope) => slope * by);
  const [low, high] = extentOf(drawn, exchange.slope * by);
  const size = (high - low) / bins;
  const tally = new Map<number, number>();
  for (const value of drawn) {
    const bin = Math.floor((value - low) / size);
    tally.set(bin, (tally.get(bin) ?? 0) + 1);
  }
  const rows = Array.from(tally, ([bin, n]) => ({at: low + (bin + 0.5) * size, n})).toSorted((a, b) => a.at - b.at);
  const as = exchange.p < 0.05 ? "rarely" : "often";
  return figure(
    {
      rows,
      columns: [
        {name: "at", label: `Difference for ${step}`, unit, digits: 3},
        {name: "n", label: "Draws", digits: 0}
      ],
      description: `${count(exchange.draws)} exchanges of whole courses; ours is ${slopeWords(comparison, grain, exchange.slope, null)}; p = ${pValue(exchange.p)}.`,
      remarks: [
        grain.kind === "panel"
          ? `In each draw ${grain.unitWords.many}${grain.line === null ? "" : ` of one ${grain.lineWords.one}`} exchanged their whole course of ${x.label}.`
          : `In each draw rows exchanged their ${x.label}.`,
        `A dot is ${dotWorth(rows)} draws. The rule is what we found. ${exchangeWords(exchange, grain)}`
      ],
      draw: () =>
        pileDrawing(
          rows,
          {exchange, by, width, label: `Difference${unit === "" ? "" : `, ${unit}`}, for ${step}`, domain: [low, high]},
          document
        )
    },
    {
      title: `With no link, a difference as large as ours would come ${as}`,
      subtitle: `${badge} · ${capital(y.label)} and ${x.label}, ${count(exchange.draws)} draws`,
      source,
      id: "explore-shuffle",
      width,
      table: "opened",
      document
    }
  );
}

function dotWorth(rows: readonly {n: number}[]): number {
  return Math.max(1, Math.ceil(greatestOf(rows.map(({n}) => n)) / 34));
}

interface PileOptions {
  readonly exchange: Exchange;
  readonly by: number;
  readonly width: number;
  readonly label: string;
  readonly domain: readonly [number, number];
}

function pileDrawing(
  rows: readonly {at: number; n: number}[],
  {exchange, by, width, label, domain}: PileOptions,
  document: Document
): SVGSVGElement {
  const format = (value: number): string =>
    decimal(value, Math.max(0, Math.min(4, 1 - Math.floor(Math.log10(Math.abs(domain[1] - domain[0]))))));
  const drawing = panel(
    {
      width,
      height: 260,
      x: {domain, label, format, ticks: 6},
      y: {domain: [0, 1], format, shown: false},
      margin: {top: 30}
    },
    document
  );
  const {body, x, inner} = drawing;
  const each = dotWorth(rows);
  const tallest = greatestOf(
    rows.map(({n}) => Math.round(n / each)),
    1
  );
  const r = Math.max(
    1.2,
    Math.min(((inner.bottom - inner.top) / tallest - 0.6) / 2, ((inner.right - inner.left) / bins - 0.8) / 2, 4)
  );
  const centre =
    exchange.drawn.reduce((sum, value) => sum + value / exchange.drawn.length, 0) * (exchange.interval ? 0 : by);
  for (const {at, n} of rows)
    for (let level = 0; level < Math.round(n / each); level++)
      body.append(
        svgElement(document, "circle", {
          cx: x(at),
          cy: inner.bottom - (2 * r + 0.6) * (level + 0.5),
          r,
          fill: Math.abs(at - centre) >= Math.abs(exchange.slope * by - centre) ? "var(--outcome)" : "var(--reference)"
        })
      );
  const rule = x(exchange.slope * by);
  const anchor = rule > (inner.left + inner.right) / 2 ? "end" : "start";
  body.append(
    svgElement(document, "line", {
      x1: rule,
      x2: rule,
      y1: inner.top - 8,
      y2: inner.bottom,
      stroke: "var(--emphasis)",
      "stroke-width": 2.5
    }),
    svgElement(
      document,
      "text",
      {x: rule + (anchor === "end" ? -6 : 6), y: inner.top - 2, "text-anchor": anchor, fill: "var(--ink)"},
      `found, p = ${pValue(exchange.p)}`
    )
  );
  return drawing.svg;
}
