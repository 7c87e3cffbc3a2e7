import * as Plot from "@observablehq/plot";
import type {Markish} from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {absenceMarks} from "../parts/absenceMarks.js";
import {absenceNote, absenceOf} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import {type Column, columnTitle, numberIn, requireColumns, type Row, textIn} from "../parts/column.js";
import {element} from "../parts/element.js";
import {figure, type FigureOptions, type Place} from "../parts/figure.js";
import {formatEstimate} from "../parts/formatEstimate.js";
import {formatInterval} from "../parts/formatInterval.js";
import {formatNumber} from "../../words/formatNumber.js";
import {rowLabels} from "../parts/rowLabels.js";
import {wrapText} from "../parts/wrapText.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

export interface SpecificationColumns {
  estimate: Column;
  low: Column;
  high: Column;
  /** what was chosen, each a column of the option taken */
  choices: readonly Column[];
  /** true for the specification of the analysis plan */
  planned?: Column;
}

/** Every defensible specification's estimate in order of size, and below it the choices that made it. */
export function specificationCurve(
  rows: readonly Row[],
  names: SpecificationColumns,
  {height = 230, ...options}: FigureOptions & {height?: number} = {}
): HTMLElement {
  const {estimate, low, high, choices, planned} = names;
  const columns = [estimate, low, high, planned, ...choices].filter((column) => column !== undefined);
  requireColumns(rows, columns);
  const sorted = rows.toSorted((a, b) => (numberIn(a, estimate) ?? Infinity) - (numberIn(b, estimate) ?? Infinity));
  const curve = prepare(sorted, names);
  return figure(
    {
      rows: sorted,
      columns,
      description: describe(curve, estimate),
      remarks: [
        say("Lines are 95 % intervals. The analyses share their data, so their number is no evidence."),
        absenceNote(rows, [estimate])
      ],
      draw: (place) => draw(curve, place, {yLabel: columnTitle(estimate), height})
    },
    options
  );
}

/** A specification in its place along the curve. */
interface Placed {
  readonly at: number;
  readonly value: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly chosen: readonly string[];
  readonly planned: boolean;
  readonly absence: ReturnType<typeof absenceOf>;
  readonly words: string;
}

/** A line below the curve: the name of a choice, or one of its options. */
interface ChoiceLine {
  readonly option: string;
  readonly i: number;
  readonly head: boolean;
  readonly y: number;
}

interface Curve {
  readonly placed: readonly Placed[];
  /** those that have an estimate */
  readonly fitted: readonly Placed[];
  readonly ours: Placed | undefined;
  readonly lines: readonly ChoiceLine[];
}

function prepare(sorted: readonly Row[], {estimate, low, high, choices, planned}: SpecificationColumns): Curve {
  const placed = sorted.map((row, at): Placed => {
    const [value, from, to] = [numberIn(row, estimate), numberIn(row, low), numberIn(row, high)];
    const chosen = choices.map((choice) => textIn(row, choice));
    const said = value === null ? say("no estimate") : formatEstimate(value, from, to, {signed: true});
    return {
      at,
      value,
      from,
      to,
      chosen,
      planned: planned !== undefined && row[planned.name] === true,
      absence: absenceOf(row, estimate),
      words: `${said}\n${chosen.join(", ")}`
    };
  });
  const fitted = placed.filter(({value}) => value !== null);
  const optionsOf = (i: number): string[] => [...new Set(placed.map(({chosen}) => chosen[i] ?? ""))].toSorted();
  const lines = choices
    .flatMap((choice, i) => [
      {option: choice.label, i, head: true},
      ...optionsOf(i).map((option) => ({option, i, head: false}))
    ])
    .map((line, y) => ({...line, y}));
  return {placed, fitted, ours: fitted.find((one) => one.planned), lines};
}

function describe({placed, fitted, ours}: Curve, estimate: Column): string {
  const values = fitted.flatMap(({value}) => value ?? []);
  const middle = values[Math.floor((values.length - 1) / 2)];
  if (middle === undefined) return say("{0} specifications, none with an estimate.", count(placed.length));
  const range = formatInterval(leastOf(values), greatestOf(values));
  const above = values.filter((value) => value > 0).length;
  const clear = fitted.filter(({from, to}) => from !== null && to !== null && (from > 0 || to < 0)).length;
  const planned =
    ours === undefined || ours.value === null
      ? ""
      : say("; the main comparison {0}", formatNumber(ours.value, {signed: true}));
  return (
    say("{0} in {1} specifications: {2}, ", columnTitle(estimate), count(values.length), range) +
    say(
      "median {0}; {1} above zero, {2} with an interval that leaves zero out{3}.",
      formatNumber(middle),
      count(above),
      count(clear),
      planned
    )
  );
}

/** What the two drawings share, so that a specification's estimate is above its choices. */
interface Shared {
  readonly marginLeft: number;
  readonly x: {readonly domain: [number, number]};
  /** whether the specifications are so many that marks would touch */
  readonly thin: boolean;
}

function draw(curve: Curve, place: Place, axis: {readonly yLabel: string; readonly height: number}): HTMLElement {
  const {placed, lines} = curve;
  const labels = rowLabels(
    lines.map(({option}) => option),
    {width: 680}
  );
  const marginLeft = Math.min(190, Math.max(52, labels.marginLeft), place.width * 0.4);
  const shared: Shared = {
    marginLeft,
    x: {domain: [-0.8, placed.length - 0.2]},
    thin: placed.length > (place.width - marginLeft) / 7
  };
  const {x} = shared;
  const estimates = chart(estimateMarks(curve, place, shared), place, {
    ...axis,
    marginLeft,
    marginTop: 50,
    marginBottom: 8,
    xAxis: false,
    x,
    y: {nice: true},
    r: {type: "identity"},
    color: {type: "identity"}
  });
  return element(place.document, "div", {}, estimates, drawChoices(curve, place, shared));
}

function drawChoices(curve: Curve, place: Place, shared: Shared): SVGSVGElement {
  const below = {...place, id: `${place.id}-choices`};
  const {marginLeft, x} = shared;
  const {length} = curve.lines;
  return chart(choiceMarks(curve, place, shared), below, {
    height: length * 20 + 16,
    marginLeft,
    marginTop: 6,
    marginBottom: 6,
    xAxis: false,
    yAxis: false,
    x,
    y: {domain: [-0.7, length - 0.3], reverse: true},
    color: {type: "identity"}
  });
}

function estimateMarks({placed, fitted, ours}: Curve, place: Place, {thin}: Shared): Markish[] {
  const gaps = placed.flatMap(({at, absence, words}) =>
    absence ? [{from: at - 0.45, to: at + 0.45, absence, words}] : []
  );
  const colour = (one: Placed): string => (one.planned ? "var(--emphasis)" : "var(--outcome)");
  return [
    ...absenceMarks(gaps, "x", place),
    Plot.ruleY([0], {stroke: "var(--edge)"}),
    plannedRule(ours),
    Plot.link(
      fitted.filter(({from, to}) => from !== null && to !== null),
      {x1: "at", x2: "at", y1: "from", y2: "to", stroke: colour, strokeWidth: thin ? 1 : 1.75, strokeOpacity: 0.55}
    ),
    Plot.dot(fitted, {
      x: "at",
      y: "value",
      fill: colour,
      r: (one: Placed) => (one.planned ? 5.5 : thin ? 2.5 : 3.5),
      title: "words"
    }),
    plannedLabel(ours, placed.length)
  ];
}

function plannedRule(ours: Placed | undefined): Markish {
  return ours ? Plot.ruleX([ours.at], {stroke: "var(--emphasis)", strokeOpacity: 0.4}) : null;
}

function plannedLabel(ours: Placed | undefined, n: number): Markish {
  if (!ours) return null;
  const right = ours.at > n / 2;
  return Plot.text([ours], {
    x: "at",
    frameAnchor: "top",
    text: () => say("main comparison"),
    dy: -18,
    textAnchor: right ? "end" : "start",
    dx: right ? 6 : -6,
    fill: "var(--emphasis)"
  });
}

function choiceMarks({placed, ours, lines}: Curve, {width}: Place, {marginLeft, thin}: Shared): Markish[] {
  const dots = lines.flatMap(({option, i, head, y}) =>
    head ? [] : placed.filter(({chosen}) => chosen[i] === option).map((one) => ({...one, y}))
  );
  const names = (head: boolean): Markish =>
    Plot.text(
      lines.filter((line) => line.head === head),
      {
        y: "y",
        frameAnchor: "left",
        textAnchor: head ? "start" : "end",
        dx: head ? -marginLeft : -10,
        text: ({option}: ChoiceLine) => wrapText(option, (head ? width : marginLeft) - 14, {lines: 1})[0] ?? "",
        fill: head ? "var(--ink-soft)" : "var(--ink)"
      }
    );
  return [
    plannedRule(ours),
    Plot.ruleY(
      lines.flatMap(({head, y}) => (head && y > 0 ? [y - 0.5] : [])),
      {stroke: "var(--rule)", insetLeft: -marginLeft}
    ),
    Plot.dot(dots, {
      x: "at",
      y: "y",
      symbol: "square",
      r: thin ? 2 : 3,
      fill: (one: Placed) => (one.planned ? "var(--emphasis)" : "var(--ink)")
    }),
    names(true),
    names(false)
  ];
}
