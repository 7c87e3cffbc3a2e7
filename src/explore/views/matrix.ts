import {enhanceFigures} from "../../components/controls/enhanceFigures.js";
import {plotted, type PlottedPoint} from "../../components/controls/plotted.js";
import {element} from "../../components/parts/element.js";
import {figure} from "../../components/parts/figure.js";
import {svgElement} from "../../components/parts/svgElement.js";
import {textWidth} from "../../components/parts/textWidth.js";
import {wrapText} from "../../components/parts/wrapText.js";
import {capital, decimal, pValue} from "../../evidence/format.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import type {ExplorerContext} from "../context.js";
import {cellComparison} from "../cellComparison.js";
import type {Matrix, MatrixEntry} from "../estimateMatrix.js";
import {measureIn} from "../grain.js";
import {rWords} from "../words.js";
import {quiet} from "../quiet.js";
import {setAside} from "../setAside.js";
import {entryOf} from "./pair.js";
import {waiting} from "./pairExtras.js";

/** Every two measures: between units above the diagonal, within unit and year below. */
export function matrix(context: ExplorerContext): HTMLElement {
  const {document, comparison, grain, ledger} = context;
  const place = element(document, "div", {}, waiting(document));
  void quiet(
    context.ask("matrix", comparison, {signal: context.signal}).then((found) => {
      place.replaceChildren(drawn(context, found));
      enhanceFigures(place);
      ledger.record(
        found.within.flatMap((cell) =>
          "p" in cell ? [entryOf(cellComparison(cell, comparison, grain), context, cell.p)] : []
        )
      );
      document.dispatchEvent(new Event("longview-ledger"));
    }),
    place
  );
  return place;
}

function drawn(context: ExplorerContext, found: Matrix): HTMLElement {
  const {grain, document, source, comparison} = context;
  const panelled = grain.kind === "panel";
  const all = [
    ...found.within.map((cell) => ({where: "within", cell})),
    ...found.between.map((cell) => ({where: "between", cell}))
  ];
  const clear = found.within.filter(
    (cell) => "adjusted" in cell && cell.adjusted !== null && cell.adjusted < 0.05
  ).length;
  const label = (name: string): string => measureIn(grain, name).label;
  return figure(
    {
      rows: all.map(({where, cell}) => ({
        where: panelled ? (where === "within" ? "within unit and year" : "between units") : "all",
        a: label(cell.a),
        b: label(cell.b),
        ...("r" in cell
          ? {
              r: cell.r,
              low: cell.interval?.[0] ?? null,
              high: cell.interval?.[1] ?? null,
              p: cell.p,
              adjusted: cell.adjusted,
              n: cell.n
            }
          : {r: null, low: null, high: null, p: null, adjusted: null, n: null})
      })),
      columns: [
        {name: "where", label: "Comparison"},
        {name: "a", label: "Measure"},
        {name: "b", label: "and"},
        {name: "r", label: "r", digits: 3},
        {name: "low", label: "from", digits: 3},
        {name: "high", label: "to", digits: 3},
        {name: "p", label: "p", digits: 4},
        {name: "adjusted", label: "p, adjusted", digits: 4},
        {name: "n", label: "n", digits: 0}
      ],
      description: `${found.order.length} measures, every two of them; ${clear} of ${found.within.length} correlations ${panelled ? "within unit and year " : ""}are clear after adjustment.`,
      remarks: [
        panelled
          ? `Above the diagonal between ${grain.unitWords.many}, each averaged over its years; below it within ${grain.unitWords.one} and year.`
          : undefined,
        "In each cell the dot is r from −1 to 1, the line its 95\u202f% interval; cells with colour are clear after adjustment for the number of pairs.",
        panelled ? "Adjusted by Westfall and Young below the diagonal, by Holm above it." : "Adjusted by Holm.",
        setAside(comparison, grain, ["brush", "lag", "transform", "controls", "weights", "effects"]),
        "Enter or a click opens the pair."
      ],
      draw: () => grid(context, found)
    },
    {
      title:
        clear === 0
          ? "No two measures are clearly linked once the number of pairs is counted"
          : `${clear} of ${found.within.length} pairs are linked once their number is counted`,
      subtitle: `Exploratory · ${grain.label}${panelled ? ", within unit and year and between units" : ""}`,
      source,
      id: "explore-matrix",
      width: context.width,
      size: "full",
      table: "opened",
      document
    }
  );
}

/** in pixels: a number with its sign has room in it */
const leastCell = 42;
/** in degrees: columns' names rise to the right */
const slant = 52;
const [across, up] = [Math.cos((slant * Math.PI) / 180), Math.sin((slant * Math.PI) / 180)];
const longestHead = 200;

function grid(context: ExplorerContext, {order, within, between}: Matrix): Element {
  const {grain, document, change, comparison} = context;
  const names = order.map((name) => capital(measureIn(grain, name).label));
  const left = Math.min(200, 12 + greatestOf(names.map((name) => textWidth(name))));
  const heads = names.map((name) => Math.min(longestHead, textWidth(name)));
  // how far the slanted heads reach beyond the last column, were the columns at their narrowest
  const beyond = greatestOf(heads.map((head, i) => head * across + 8 - (order.length - i - 0.5) * leastCell));
  const right = Math.max(8, Math.ceil(beyond));
  const room = Math.max(context.width, 640) - left - right;
  const cell = Math.max(leastCell, Math.min(54, Math.floor(room / order.length)));
  const top = Math.ceil(greatestOf(heads) * up) + 18;
  const [width, height] = [left + cell * order.length + right, top + cell * order.length + 4];
  const svg = svgElement(document, "svg", {
    class: "chart",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": "var(--sans)",
    "font-size": 12
  });
  const at = new Map(order.map((name, i) => [name, i]));
  names.forEach((name, i) => {
    const middle = (i + 0.5) * cell;
    svg.append(
      svgElement(
        document,
        "text",
        {x: left - 8, y: top + middle + 4, "text-anchor": "end", fill: "var(--ink)"},
        wrapText(name, left - 10, {lines: 1})[0] ?? ""
      ),
      svgElement(
        document,
        "text",
        {transform: `translate(${left + middle + 4},${top - 8}) rotate(-${slant})`, fill: "var(--ink)"},
        wrapText(name, longestHead + 4, {lines: 1})[0] ?? ""
      ),
      svgElement(document, "rect", {
        x: left + i * cell,
        y: top + i * cell,
        width: cell - 1,
        height: cell - 1,
        fill: "var(--rule)",
        "fill-opacity": 0.5
      })
    );
  });
  const points: PlottedPoint[] = [];
  const place = (entry: MatrixEntry, upper: boolean): void => {
    const [i, j] = [at.get(entry.a)!, at.get(entry.b)!];
    const [row, column] = upper ? [Math.min(i, j), Math.max(i, j)] : [Math.max(i, j), Math.min(i, j)];
    const [x, y] = [left + column * cell, top + row * cell];
    svg.append(...cellMarks(entry, {x, y, size: cell - 1}, document));
    const said =
      "r" in entry
        ? `r = ${rWords(entry.r, entry.interval)}\nadjusted p ${entry.adjusted === null ? "none" : pValue(entry.adjusted)}, n ${entry.n}`
        : entry.reason;
    points.push({
      x: x + cell / 2,
      y: y + cell / 2,
      words: () =>
        `${names[row]} and ${names[column]!.toLowerCase()}${upper ? `, between ${grain.unitWords.many}` : ""}\n${said}`,
      act: () => change({...cellComparison(entry, comparison, grain), view: "pair"})
    });
  };
  for (const entry of within) place(entry, false);
  for (const entry of grain.kind === "panel" ? between : []) place(entry, true);
  plotted.set(
    svg,
    points.toSorted((a, b) => a.y - b.y || a.x - b.x)
  );
  return element(document, "div", {class: "table-scroll explore-grid"}, svg);
}

function cellMarks(
  entry: MatrixEntry,
  {x, y, size}: {x: number; y: number; size: number},
  document: Document
): SVGElement[] {
  const frame = {x, y, width: size, height: size};
  if (!("r" in entry))
    return [svgElement(document, "rect", {...frame, fill: "none", stroke: "var(--edge)", "stroke-dasharray": "1 3"})];
  const clear = entry.adjusted !== null && entry.adjusted < 0.05;
  const step = entry.r < -0.5 ? 1 : entry.r < 0 ? 2 : entry.r < 0.5 ? 4 : 5;
  const ink = clear ? `var(--diverging-${step}-text)` : "var(--ink-soft)";
  const place = (value: number): number => x + 4 + ((value + 1) / 2) * (size - 8);
  const line = y + size * 0.74;
  return [
    svgElement(document, "rect", {
      ...frame,
      fill: clear ? `var(--diverging-${step})` : "var(--paper)",
      stroke: "var(--rule)"
    }),
    svgElement(
      document,
      "text",
      {
        x: x + size / 2,
        y: y + size * 0.46,
        "text-anchor": "middle",
        fill: clear ? ink : "var(--ink)",
        "font-weight": clear ? 600 : 400
      },
      decimal(entry.r, 2)
    ),
    svgElement(document, "line", {
      x1: place(0),
      x2: place(0),
      y1: line - 5,
      y2: line + 5,
      stroke: ink,
      "stroke-opacity": 0.5
    }),
    ...(entry.interval
      ? [
          svgElement(document, "line", {
            x1: place(entry.interval[0]),
            x2: place(entry.interval[1]),
            y1: line,
            y2: line,
            stroke: ink,
            "stroke-width": 1.5
          })
        ]
      : []),
    svgElement(document, "circle", {cx: place(entry.r), cy: line, r: 2.5, fill: ink})
  ];
}
