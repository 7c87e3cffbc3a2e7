import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns, textIn} from "../parts/column.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {textWidth} from "../parts/textWidth.js";
import {wrapText} from "../parts/wrapText.js";
import {say} from "../../words/say.js";
import {count as grouped} from "../../words/numbers.js";

export interface NullRowsColumns {
  /** which row of piles it belongs to */
  group: Column;
  value: Column;
  /** how many are piled up there */
  count: Column;
  /** true where the pile lies as far out as what was found */
  far: Column;
}

/** What was found, beside one row of piles. */
export interface FoundBeside {
  readonly group: string;
  readonly value: number;
  readonly words: string;
}

/** a row, and of it what its names take: beside each other where there is room, or one under the other */
const beside = {rowHeight: 64, words: 20, ours: 12};
const stacked = {rowHeight: 68, words: 31, ours: 26};
const margin = {left: 16, right: 20};

/** What chance, trend and selection alone would give, row by row as piles of dots, and what was found as a named rule. */
export function nullRows(
  rows: readonly Row[],
  {group, value, count, far}: NullRowsColumns,
  {found, ...options}: FigureOptions & {found: readonly FoundBeside[]}
): HTMLElement {
  requireColumns(rows, [group, value, count, far]);
  const piles = rows.flatMap((row): Pile[] => {
    const [at, n] = [numberIn(row, value), numberIn(row, count)];
    return at === null || n === null ? [] : [{group: textIn(row, group), at, n, far: row[far.name] === true}];
  });
  const groups = [...new Set(piles.map((pile) => pile.group))];
  const said = groups.map((name) => {
    const own = piles.filter((pile) => pile.group === name);
    return describe(name, own, found.find((one) => one.group === name)?.words);
  });
  return figure(
    {
      rows,
      columns: [group, value, count, far],
      description: `${columnTitle(value)}: ${said.join("; ")}.`,
      remarks: [
        say(
          "A dot is one simulated study, the rule is this one; dots beyond it, as far out as this study or farther, are coloured."
        )
      ],
      draw: (place) => draw(place, {piles, groups, found, value})
    },
    options
  );
}

interface Pile {
  readonly group: string;
  readonly at: number;
  readonly n: number;
  readonly far: boolean;
}

function describe(name: string, own: readonly Pile[], ours: string | undefined): string {
  const total = own.reduce((sum, {n}) => sum + n, 0);
  return (
    say("{0}, {1} from {2} to ", name, grouped(total), formatNumber(own[0]?.at ?? 0, {signed: true})) +
    `${formatNumber(own.at(-1)?.at ?? 0, {signed: true})}${ours === undefined ? "" : `, ${ours}`}`
  );
}

interface Drawn {
  readonly piles: readonly Pile[];
  readonly groups: readonly string[];
  readonly found: readonly FoundBeside[];
  readonly value: Column;
}

type Rows = typeof beside | typeof stacked;
/** where a row's piles stand */
type Foot = (one: {readonly group: string}) => number;

function draw(place: Place, {piles, groups, found, value}: Drawn): SVGSVGElement {
  const extent = [0, ...piles.map(({at}) => at), ...found.map((one) => one.value)];
  const [low, high] = [leastOf(extent), greatestOf(extent)];
  const pad = (high - low) * 0.04 || 1;
  const perPixel = (high - low + 2 * pad) / (place.width - margin.left - margin.right);
  const across = (at: number): number => margin.left + (at - low + pad) / perPixel;
  const named = found.map((one) => ({...one, left: leftOf(one.words, across(one.value), place)}));
  const touch = named.some(({group: name, left}) => left < margin.left + textWidth(name) + 12);
  const layout = touch ? stacked : beside;
  const {rowHeight, words} = layout;
  const foot: Foot = ({group: name}) => (groups.indexOf(name) + 1) * rowHeight - 4;
  const height = groups.length * rowHeight;
  return chart(
    [
      // zero, and what was found, as rules beside the piles alone: no name is crossed
      Plot.link(groups, {
        x1: 0,
        x2: 0,
        y1: (name: string) => foot({group: name}),
        y2: (name: string) => foot({group: name}) - rowHeight + words,
        stroke: "var(--edge)",
        strokeDasharray: "2 3"
      }),
      Plot.ruleY(groups, {y: (name: string) => foot({group: name}), stroke: "var(--rule)"}),
      pileMark(piles, foot, layout),
      ...foundMarks(named, foot, {...layout, at: (left) => low - pad + (left - margin.left) * perPixel}),
      Plot.text(groups, {
        frameAnchor: "left",
        textAnchor: "start",
        y: (name: string) => foot({group: name}) - rowHeight + 12,
        text: (name: string) => wrapText(name, place.width - 40, {lines: 1})[0] ?? "",
        fill: "var(--ink-soft)"
      })
    ],
    place,
    {
      height: height + 52,
      marginLeft: margin.left,
      marginRight: margin.right,
      marginTop: 8,
      xLabel: columnTitle(value),
      yAxis: false,
      x: {domain: [low - pad, high + pad]},
      y: {domain: [height, 0]},
      color: {type: "identity"}
    }
  );
}

/** A dotted line with round ends: a pile is one mark, however high. */
function pileMark(piles: readonly Pile[], foot: Foot, {rowHeight, words}: Rows): Markish {
  const tallest = greatestOf(
    piles.map(({n}) => n),
    1
  );
  const gap = Math.min(5, (rowHeight - words - 8) / tallest);
  return Plot.link(piles, {
    x1: "at",
    x2: "at",
    y1: (pile: Pile) => foot(pile) - gap / 2 - 1,
    y2: (pile: Pile) => foot(pile) - gap / 2 - 1.01 - gap * (pile.n - 1),
    stroke: (pile: Pile) => (pile.far ? "var(--outcome)" : "var(--reference)"),
    strokeWidth: Math.max(1, gap - 0.6),
    strokeDasharray: `0 ${gap}`,
    strokeLinecap: "round"
  });
}

/** Words of what was found begin so many pixels from the left. */
type Named = FoundBeside & {readonly left: number};

/** What was found as a rule, with its words; `at` is the value that stands so many pixels from the left. */
function foundMarks(
  named: readonly Named[],
  foot: Foot,
  {rowHeight, words, ours, at}: Rows & {readonly at: (left: number) => number}
): Markish[] {
  return [
    Plot.link(named, {
      x1: "value",
      x2: "value",
      y1: (one: Named) => foot(one),
      y2: (one: Named) => foot(one) - rowHeight + words,
      stroke: "var(--emphasis)",
      strokeWidth: 2.5
    }),
    Plot.text(named, {
      x: ({left}: Named) => at(left),
      textAnchor: "start",
      y: (one: Named) => foot(one) - rowHeight + ours,
      text: "words",
      fill: "var(--ink)"
    })
  ];
}

/** Where words beside a rule begin: on the side of it that has more room, and never outside the drawing. */
function leftOf(words: string, rule: number, {width}: {readonly width: number}): number {
  const wide = textWidth(words);
  return Math.max(0, Math.min(rule > width / 2 ? rule - 6 - wide : rule + 6, width - wide));
}
