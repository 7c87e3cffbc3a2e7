import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {absenceMarks} from "../parts/absenceMarks.js";
import {absenceNote, absenceOf} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {numberIn, requireColumns, textIn} from "../parts/column.js";
import {element} from "../parts/element.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {legend} from "../parts/legend.js";
import {rowLabels} from "../parts/rowLabels.js";
import {percent} from "../../words/numbers.js";
import {say} from "../../words/say.js";

/** Which of the five steps of the diverging scale stand for so many answers. */
const steps: Readonly<Record<number, readonly number[]>> = {
  2: [1, 5],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5]
};

/** so many rows are set closer, so that a sheet of paper takes them as they are */
const many = 16;

/**
 * Shares of answers to each question, from least to most, the neutral one astride the middle.
 *
 * @throws {RangeError} if there are not two to five answers, or a question's shares exceed one
 */
export function likert(
  rows: readonly Row[],
  {item, answers}: {item: Column; answers: readonly Column[]},
  options: FigureOptions = {}
): HTMLElement {
  const palette = steps[answers.length];
  if (!palette) throw new RangeError(`invalid answers; not two to five: ${answers.length}; merge neighbouring answers`);
  requireColumns(rows, [item, ...answers]);
  const items = rows.map((row, y) => itemOf(row, {y, item, answers}));
  const bars = items.flatMap((one) => barsOf(one, palette, answers));
  return figure(
    {
      rows,
      columns: [item, ...answers.map((answer) => ({...answer, share: true, digits: 0}))],
      description: items
        .map(({name, shares, absence}) =>
          absence
            ? `${name}: ${absence === "suppressed" ? "withheld" : "missing"}`
            : `${name}: ${shares.map((share, i) => `${answers[i]?.label} ${percent(share)}`).join(", ")}`
        )
        .join("; ")
        .concat("."),
      remarks: [
        answers.length % 2 === 1 ? say("The middle answer lies half on either side.") : undefined,
        absenceNote(rows, answers)
      ],
      draw: (place) =>
        element(
          place.document,
          "div",
          {},
          legend(
            answers.map(({label}, i) => ({label, shape: "tile" as const, color: `var(--diverging-${palette[i]})`})),
            place
          ),
          draw(place, items, bars)
        )
    },
    options
  );
}

interface Item {
  readonly y: number;
  readonly name: string;
  /** none where one of them is withheld or missing */
  readonly shares: readonly number[];
  readonly absence: "suppressed" | "missing" | null;
}

interface Bar {
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
  readonly share: number;
  readonly step: number;
  readonly words: string;
}

function itemOf(
  row: Row,
  {y, item, answers}: {readonly y: number; readonly item: Column; readonly answers: readonly Column[]}
): Item {
  const shares = answers.map((answer) => numberIn(row, answer));
  const absences = answers.map((answer) => absenceOf(row, answer)).filter((absence) => absence !== null);
  const absence = absences.includes("suppressed") ? ("suppressed" as const) : (absences[0] ?? null);
  return {y, name: textIn(row, item), shares: absence ? [] : shares.map((share) => share ?? 0), absence};
}

/** An item's shares one after the other, the neutral one astride the middle. */
function barsOf({y, name, shares}: Item, palette: readonly number[], answers: readonly Column[]): Bar[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total > 1.011) throw new RangeError(`invalid shares of ${name}; they sum to ${total}; give shares of one`);
  const [below, neutral] = [Math.floor(shares.length / 2), shares.length % 2];
  let at = -shares.slice(0, below).reduce((sum, share) => sum + share, 0) - (neutral * (shares[below] ?? 0)) / 2;
  return shares.map((share, i) => {
    const words = `${name}, ${answers[i]?.label}: ${percent(share)}`;
    const bar = {y, x1: at, x2: at + share, share, step: palette[i] ?? 3, words};
    at += share;
    return bar;
  });
}

function draw(place: Place, items: readonly Item[], bars: readonly Bar[]): SVGSVGElement {
  const reach = greatestOf(
    bars.flatMap(({x1, x2}) => [-x1, x2]),
    0.1
  );
  const labels = rowLabels(
    items.map(({name}) => name),
    place,
    {height: items.length < many ? 32 : 24}
  );
  const pixels = (place.width - labels.marginLeft - 16) / (2 * reach);
  const gaps = items.flatMap(({y, name, absence}) =>
    absence ? [{from: y - 0.22, to: y + 0.22, absence, words: `${name}: ${absence}`}] : []
  );
  return chart([...absenceMarks(gaps, "y", place), ...barMarks(bars, pixels), ...labels.marks], place, {
    height: items.length * labels.height + 40,
    marginLeft: labels.marginLeft,
    marginTop: 8,
    yAxis: false,
    xFormat: (value) => percent(Math.abs(value)),
    xTicks: 5,
    x: {domain: [-reach, reach]},
    y: {domain: [-0.7, items.length - 0.4], reverse: true}
  });
}

/** @param pixels  that a share of one takes: what has no room is not named */
function barMarks(bars: readonly Bar[], pixels: number): Markish[] {
  return [
    Plot.ruleX([0], {stroke: "var(--ink)", strokeWidth: 1}),
    Plot.rect(bars, {
      x1: "x1",
      x2: "x2",
      y1: ({y}: Bar) => y - 0.3,
      y2: ({y}: Bar) => y + 0.3,
      insetRight: 0.5,
      fill: ({step}: Bar) => `var(--diverging-${step})`,
      title: "words"
    }),
    Plot.text(
      bars.filter(({share}) => share * pixels > 34),
      {
        x: ({x1, x2}: Bar) => (x1 + x2) / 2,
        y: "y",
        text: ({share}: Bar) => percent(share),
        fill: ({step}: Bar) => `var(--diverging-${step}-text)`,
        pointerEvents: "none"
      }
    )
  ];
}
