import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import type {Evidence} from "../../evidence/finding.js";
import {fewestDigits} from "../../evidence/fewestDigits.js";
import {count, digitsFor, interval, signed} from "../../evidence/format.js";
import type {Suppressed} from "../../released/cell.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {absenceMarks} from "../parts/absenceMarks.js";
import {absenceNote, absenceOf} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn} from "../parts/column.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {rowLabels} from "../parts/rowLabels.js";
import {textWidth} from "../parts/textWidth.js";
import {say} from "../../words/say.js";
import {methodWords} from "../../words/method.js";

/** An estimate, or the place of one that is withheld or missing. */
export type ForestRow = Omit<Evidence, "estimate"> & {readonly estimate: number | Suppressed | null};

/** Estimates one below the other, each a mark with its interval, on one scale with a rule at no difference. */
export function forest(evidence: readonly ForestRow[], options: FigureOptions = {}): HTMLElement {
  const unit = evidence[0]?.unit ?? "";
  const value: Column =
    unit === "r"
      ? {name: "estimate", label: say("Correlation r"), digits: 2}
      : {name: "estimate", label: say("Difference"), unit, digits: 2};
  const rows = evidence.map(({label, estimate, low, high, n, df, note}) => ({
    label,
    estimate,
    low,
    high,
    n,
    df,
    note: note && methodWords(note)
  }));
  const fewest = fewestDigits(evidence);
  const digitsOf = (row: Row): number =>
    digitsIn(
      {
        estimate: numberIn(row, {name: "estimate"}) ?? undefined,
        low: numberIn(row, {name: "low"}),
        high: numberIn(row, {name: "high"})
      },
      fewest
    );
  const placed = evidence.flatMap((one, y): Placed[] =>
    typeof one.estimate === "number"
      ? [{...one, estimate: one.estimate, y, words: inWords({...one, estimate: one.estimate}, fewest)}]
      : []
  );
  const gaps = rows.flatMap((row, y) => {
    const absence = absenceOf(row, value);
    return absence ? [{from: y - 0.22, to: y + 0.22, absence, words: `${row.label}: ${absence}`}] : [];
  });
  return figure(
    {
      rows,
      columns: [
        {name: "label", label: say("Comparison")},
        {...value, digitsOf},
        {name: "low", label: say("from"), digitsOf},
        {name: "high", label: say("to"), digitsOf},
        {name: "n", label: "n", digits: 0},
        {name: "df", label: "df", digits: 1},
        {name: "note", label: say("Method")}
      ],
      description: described(
        unit,
        rows.length,
        placed.map((one) => `${one.label} ${one.words}, n ${count(one.n)}`)
      ),
      remarks: [...remarksOn(placed), absenceNote(rows, [value])],
      draw: (place) => draw(place, placed, {gaps, value, names: evidence.map(({label}) => label)})
    },
    options
  );
}

interface Placed extends Evidence {
  /** which row it is, from the top */
  readonly y: number;
  readonly words: string;
}

const colour = ({naive, control}: Placed): string =>
  control ? "var(--control)" : naive ? "var(--reference)" : "var(--outcome)";

function remarksOn(placed: readonly Placed[]): (string | undefined)[] {
  return [
    placed.some(({low}) => low !== null) ? say("Lines are 95 % intervals.") : undefined,
    placed.some(({low}) => low === null) ? say("A mark without a line has none.") : undefined,
    placed.some(({naive}) => naive) ? say("Grey squares are simple comparisons.") : undefined,
    placed.some(({control}) => control)
      ? say("Open triangles are negative controls, where there should be no difference.")
      : undefined
  ];
}

interface Around {
  readonly gaps: Parameters<typeof absenceMarks>[0];
  readonly value: Column;
  readonly names: readonly string[];
}

function draw(place: Place, placed: readonly Placed[], {gaps, value, names}: Around): SVGSVGElement {
  const beside = place.width >= 560;
  // with no room at the right, what is printed of an estimate follows its name
  const printed = new Map(placed.map(({y, words}) => [y, words]));
  const named = names.map((name, y) => (beside || !printed.has(y) ? name : `${name}: ${printed.get(y)}`));
  const labels = rowLabels(named, place, {height: 26, share: 0.36});
  const extent = [0, ...placed.flatMap(({estimate, low, high}) => [estimate, low ?? estimate, high ?? estimate])];
  const pad = (greatestOf(extent) - leastOf(extent)) * 0.04 || 1;
  const widest = greatestOf(
    placed.map(({words}) => textWidth(words)),
    0
  );
  const numbers = beside ? 16 + widest : 16;
  return chart([...absenceMarks(gaps, "y", place), ...estimateMarks(placed, beside), ...labels.marks], place, {
    height: names.length * labels.height + 58,
    marginLeft: labels.marginLeft,
    marginRight: numbers,
    marginTop: 8,
    xLabel: columnTitle(value),
    xTicks: Math.max(3, Math.round((place.width - labels.marginLeft - numbers) / 70)),
    yAxis: false,
    x: {domain: [leastOf(extent) - pad, greatestOf(extent) + pad]},
    y: {domain: beside ? [-0.6, names.length - 0.4] : [-0.8, names.length - 0.5], reverse: true}
  });
}

/** Each estimate with its interval and, where there is room beside it, its words. */
function estimateMarks(placed: readonly Placed[], beside: boolean): Markish[] {
  return [
    // names above their rows stand where a line through all of them would cross them
    beside
      ? Plot.ruleX([0], {stroke: "var(--edge)", strokeWidth: 1})
      : Plot.ruleX(placed, {x: 0, y1: ({y}: Placed) => y - 0.2, y2: ({y}: Placed) => y + 0.2, stroke: "var(--edge)"}),
    Plot.link(
      placed.filter(({low, high}) => low !== null && high !== null),
      {x1: "low", x2: "high", y1: "y", y2: "y", stroke: colour, strokeWidth: 2}
    ),
    Plot.dot(placed, {
      x: "estimate",
      y: "y",
      fill: (one: Placed) => (one.control ? "var(--paper)" : colour(one)),
      stroke: colour,
      symbol: (one: Placed) => (one.control ? "triangle" : one.naive ? "square" : "diamond"),
      r: 5,
      title: ({label, words, n, rows: what}: Placed) => `${label}\n${words}\n${say("n {0} {1}", count(n), what)}`
    }),
    beside
      ? Plot.text(placed, {
          y: "y",
          frameAnchor: "right",
          textAnchor: "start",
          dx: 14,
          text: "words",
          fill: "var(--ink)"
        })
      : null
  ];
}

type Ends = Pick<Evidence, "low" | "high">;

function digitsIn({estimate, low, high}: Ends & {readonly estimate?: number | undefined}, fewest: number): number {
  return low === null || high === null ? fewest : digitsFor(low, high, estimate);
}

function inWords({estimate, low, high}: Ends & Pick<Evidence, "estimate">, fewest: number): string {
  const digits = digitsIn({estimate, low, high}, fewest);
  const range = low === null || high === null ? "" : ` (${interval(low, high, digits)})`;
  return `${signed(estimate, digits)}${range}`;
}

const described = (unit: string, n: number, all: readonly string[]): string =>
  n === 1
    ? say("One estimate ({0}): {1}.", unit, all.join(""))
    : unit === "r"
      ? say("{0} correlations: {1}.", count(n), all.join("; "))
      : say("{0} estimates ({1}): {2}.", count(n), unit, all.join("; "));
