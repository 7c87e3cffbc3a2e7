import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns, textIn} from "../parts/column.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatNumber} from "../../words/formatNumber.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

export interface ConnectedScatterOptions extends FigureOptions {
  height?: number;
  /** what happened at a point of the path, named beside it */
  events?: readonly {readonly at: number; readonly label: string}[];
  xFormat?: (value: number) => string;
  yFormat?: (value: number) => string;
}

/** Two measures of one whole through time: a path whose points are named, its start open, dotted across a gap. */
export function connectedScatter(
  rows: readonly Row[],
  {x, y, order}: {x: Column; y: Column; order: Column},
  {
    height = 380,
    events = [],
    xFormat = (value) => formatNumber(value, {digits: x.digits}),
    yFormat = (value) => formatNumber(value, {digits: y.digits}),
    ...options
  }: ConnectedScatterOptions = {}
): HTMLElement {
  requireColumns(rows, [x, y, order]);
  const drawn = prepare(rows, {x, y, order}, {events, xFormat, yFormat});
  const {points, steps} = drawn;
  return figure(
    {
      rows,
      columns: [order, x, y],
      description:
        points.length > 0
          ? say("Path of {0} points; {1}.", count(points.length), points.map(({words}) => words).join("; "))
          : say("A path without points."),
      remarks: [
        points.length > 0
          ? say(
              "The path begins at the open mark{0}.",
              steps.some(({whole}) => !whole) ? say("; it is dotted across a gap") : ""
            )
          : undefined,
        absenceNote(rows, [x, y], {drawn: false})
      ],
      draw: (place) =>
        chart([...pathMarks(drawn), ...nameMarks(drawn, place)], place, {
          height,
          marginLeft: 52,
          marginRight: 28,
          xLabel: columnTitle(x),
          yLabel: columnTitle(y),
          xFormat,
          yFormat,
          x: {nice: true, inset: 24},
          y: {nice: true, inset: events.length > 0 ? 28 : 16},
          color: {type: "identity"}
        })
    },
    options
  );
}

type Drawn = ReturnType<typeof prepare>;

/** The path's points in order, the steps between them, and on which side each is named. */
function prepare(
  rows: readonly Row[],
  {x, y, order}: Readonly<Record<"x" | "y" | "order", Column>>,
  {events, xFormat, yFormat}: Required<Pick<ConnectedScatterOptions, "events" | "xFormat" | "yFormat">>
) {
  const sorted = rows.toSorted((a, b) => (numberIn(a, order) ?? 0) - (numberIn(b, order) ?? 0));
  const points = sorted.flatMap((row, place) => {
    const [a, b, name] = [numberIn(row, x), numberIn(row, y), textIn(row, order)];
    const words = a === null || b === null ? "" : `${name}: ${x.label} ${xFormat(a)}, ${y.label} ${yFormat(b)}`;
    const event = events.find(({at}) => String(at) === name)?.label;
    return a === null || b === null ? [] : [{x: a, y: b, place, name, words, event}];
  });
  const steps = points.slice(1).flatMap((to, i) => {
    const from = points[i];
    return from ? [{x1: from.x, y1: from.y, x2: to.x, y2: to.y, whole: to.place === from.place + 1}] : [];
  });
  const sizes = [spanOf(points.map((point) => point.x)), spanOf(points.map((point) => point.y))] as const;
  const named = points.map((point, i) => ({...point, ...outward(points[i - 1], point, points[i + 1], sizes)}));
  return {points, steps, named};
}

function pathMarks({points, steps}: Drawn): Markish[] {
  const start = points.at(0)?.place;
  return [
    ...[true, false].map((whole) =>
      Plot.link(
        steps.filter((step) => step.whole === whole),
        {
          x1: "x1",
          y1: "y1",
          x2: "x2",
          y2: "y2",
          stroke: "var(--participation)",
          strokeWidth: 1.5,
          strokeDasharray: whole ? undefined : "1 4"
        }
      )
    ),
    Plot.dot(points, {
      x: "x",
      y: "y",
      r: 4,
      stroke: "var(--participation)",
      strokeWidth: 1.75,
      fill: ({place: at}: (typeof points)[number]) => (at === start ? "var(--paper)" : "var(--participation)"),
      title: "words"
    })
  ];
}

/** Every name where there is room, else every other, and always the last. */
function nameMarks({named}: Drawn, {width}: Place): Markish[] {
  return named
    .filter(({event}, i) => event || width >= 560 || i % 2 === 0 || i === named.length - 1)
    .map((point) =>
      Plot.text([point], {
        x: "x",
        y: "y",
        text: ({name, event}: (typeof named)[number]) => (event ? `${name}: ${event}` : name),
        dx: 11 * point.right,
        dy: 12 * point.down,
        textAnchor: point.right > 0.4 ? "start" : point.right < -0.4 ? "end" : "middle",
        fill: "var(--ink)",
        stroke: "var(--paper)",
        strokeWidth: 3
      })
    );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function spanOf(values: readonly number[]): number {
  return greatestOf(values) - leastOf(values) || 1;
}

/** The side of a point that is turned away from its neighbours, where its name does not lie on the path. */
function outward(
  before: Point | undefined,
  {x, y}: Point,
  after: Point | undefined,
  [wide, high]: readonly [number, number]
): {right: number; down: number} {
  let [right, down] = [0, 0];
  for (const other of [before, after])
    if (other) {
      const [dx, dy] = [(other.x - x) / wide, (y - other.y) / high];
      const far = Math.hypot(dx, dy) || 1;
      right -= dx / far;
      down -= dy / far;
    }
  const size = Math.hypot(right, down);
  return size < 0.1 ? {right: 0, down: -1} : {right: right / size, down: down / size};
}
