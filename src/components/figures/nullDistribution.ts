import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import type {Suppressed} from "../../released/cell.js";
import {isSuppressed} from "../../released/cell.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns} from "../parts/column.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

export interface NullDistributionOptions extends FigureOptions {
  /** what was found; withheld or missing, the rule is not drawn */
  observed: number | Suppressed | null;
  p?: number;
  height?: number;
}

const mostDots = 250;

/** What chance alone would give, as piles of dots, and what was found as a named rule. */
export function nullDistribution(
  rows: readonly Row[],
  {value, draws}: {value: Column; draws: Column},
  {observed, p, height = 240, ...options}: NullDistributionOptions
): HTMLElement {
  requireColumns(rows, [value, draws]);
  const found = typeof observed === "number" ? observed : null;
  const drawn = prepare(rows, {value, draws}, found);
  const {each} = drawn;
  const words = {
    label: found === null ? "" : say("found {0}", formatNumber(found, {signed: true})),
    chance:
      p === undefined ? "" : p < 0.001 ? say("p under 0.001") : `p = ${formatNumber(p, {digits: p < 0.1 ? 3 : 2})}`
  };
  return figure(
    {
      rows,
      columns: [value, draws],
      description: describe(drawn, value, words),
      remarks: [
        each === 1 ? say("A dot is one draw.") : say("A dot is {0} draws.", count(each)),
        found === null ? undefined : say("Diamonds lie as far from 0 as what was found, or further."),
        isSuppressed(observed) ? say("What was found is withheld, {0}.", observed.suppressed) : undefined,
        observed === null ? say("What was found is missing.") : undefined
      ],
      draw: (place) =>
        draw(place, drawn, {value, found, height, words: Object.values(words).filter(Boolean).join(", ")})
    },
    options
  );
}

type Drawn = ReturnType<typeof prepare>;
type Dot = Drawn["dots"][number];

/** Piles of dots, as few draws a dot as can be, and how far they reach. */
function prepare(rows: readonly Row[], {value, draws}: {value: Column; draws: Column}, found: number | null) {
  const piles = rows
    .flatMap((row) => {
      const [at, n] = [numberIn(row, value), numberIn(row, draws)];
      return at === null || n === null ? [] : [{at, n}];
    })
    .toSorted((a, b) => a.at - b.at);
  const total = piles.reduce((sum, {n}) => sum + n, 0);
  const each = Math.max(1, Math.ceil(total / mostDots));
  const dots = piles.flatMap(({at, n}) => Array.from({length: Math.round(n / each)}, (_, level) => ({at, level})));
  const extent = [...piles.map(({at}) => at), ...(found === null ? [] : [found])];
  const gap = leastOf(
    piles.slice(1).map(({at}, i) => at - (piles[i]?.at ?? 0)),
    Infinity
  );
  return {piles, total, each, dots, extent, step: Number.isFinite(gap) ? gap : 1};
}

function describe(
  {piles, total}: Drawn,
  value: Column,
  {label, chance}: {readonly label: string; readonly chance: string}
): string {
  return (
    say("{0}, {1} draws under chance alone", columnTitle(value), formatNumber(total, {digits: 0, grouped: "always"})) +
    `${piles.length === 0 ? "" : say(", {0} to {1}", formatNumber(piles[0]?.at ?? 0), formatNumber(piles.at(-1)?.at ?? 0))}` +
    `${label === "" ? "" : `; ${label}`}${chance === "" ? "" : `; ${chance}`}.`
  );
}

interface Look {
  readonly value: Column;
  readonly found: number | null;
  readonly height: number;
  readonly words: string;
}

function draw(place: Place, {dots, extent, step}: Drawn, {value, found, height, words}: Look): SVGSVGElement {
  const tallest = greatestOf(
    dots.map(({level}) => level + 1),
    1
  );
  const [low, high] = [leastOf(extent) - step, greatestOf(extent) + step];
  const across = ((place.width - 32) / (high - low)) * step;
  const r = Math.max(1, Math.min(across / 2, (height - 84) / tallest / 2, 5) - 0.4);
  const beyond = ({at}: Dot): boolean => found !== null && Math.abs(at) >= Math.abs(found) - 1e-9;
  return chart(
    [
      Plot.dot(dots, {
        x: "at",
        y: ({level}: Dot) => level + 0.5,
        r,
        symbol: (dot: Dot) => (beyond(dot) ? "diamond" : "circle"),
        fill: (dot: Dot) => (beyond(dot) ? "var(--outcome)" : "var(--reference)")
      }),
      Plot.ruleY([0], {stroke: "var(--edge)"}),
      ...(found === null ? [] : foundMarks(found, words, (found - low) / (high - low)))
    ],
    place,
    {
      height,
      marginLeft: 16,
      marginTop: found === null ? 12 : 32,
      xLabel: columnTitle(value),
      yAxis: false,
      x: {domain: [low, high]},
      y: {domain: [0, (height - 76) / (2 * r + 0.8)]},
      r: {type: "identity"},
      color: {type: "identity"}
    }
  );
}

/** @param along  where it lies across the drawing, from 0 to 1 */
function foundMarks(found: number, words: string, along: number): Markish[] {
  return [
    Plot.ruleX([found], {stroke: "var(--emphasis)", strokeWidth: 2.5, title: () => words}),
    Plot.text([words], {
      x: () => found,
      frameAnchor: "top",
      dy: -14,
      textAnchor: along > 0.75 ? "end" : along < 0.25 ? "start" : "middle",
      fill: "var(--ink)"
    })
  ];
}
