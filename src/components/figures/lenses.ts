import * as Plot from "@observablehq/plot";
import {correlateSeries} from "../../stats/association/correlateSeries.js";
import {pearson} from "../../stats/association/pearson.js";
import {residualise} from "../../stats/association/residualise.js";
import {mean} from "../../stats/description/mean.js";
import {variance} from "../../stats/description/variance.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {numberIn, requireColumns} from "../parts/column.js";
import {element} from "../parts/element.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatInterval} from "../parts/formatInterval.js";
import {formatNumber} from "../../words/formatNumber.js";
import {legend} from "../parts/legend.js";
import {roleMark} from "../parts/role.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

interface Lens {
  readonly name: string;
  readonly time: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly r: string;
}

const fewest = 5;

/** Two series through three lenses: as they are, without their straight trends, and as changes from one period to the next. */
export function lenses(
  rows: readonly Row[],
  {time, x, y}: {time: Column; x: Column; y: Column},
  {height = 190, ...options}: FigureOptions & {height?: number} = {}
): HTMLElement {
  requireColumns(rows, [time, x, y]);
  const complete = rows
    .flatMap((row) => {
      const [at, a, b] = [numberIn(row, time), numberIn(row, x), numberIn(row, y)];
      return at === null || a === null || b === null ? [] : [{at, a, b}];
    })
    .toSorted((a, b) => a.at - b.at);
  const views = complete.length < fewest ? [] : threeOf(complete);
  return figure(
    {
      rows: views.length > 0 ? rows : [],
      columns: [time, x, y],
      description: say(
        "{0} and {1}, {2} periods: {3}.",
        x.label,
        y.label,
        count(complete.length),
        views.map(({name, r}) => `${name.toLowerCase()}, ${r}`).join("; ")
      ),
      remarks: [
        say("Each series is in its own standard deviations. r is the correlation, with its 95 % interval."),
        complete.some(({at}, i) => at - (complete[i - 1]?.at ?? at) > 1)
          ? say("Where a period lacks one, lines and changes run on to the next that has both.")
          : undefined,
        absenceNote(rows, [x, y], {drawn: false})
      ],
      draw: (place) => draw(place, views, {x, y, height})
    },
    {
      empty: say("Fewer than {0} periods have both measures: too few to look behind the trend.", count(fewest)),
      ...options
    }
  );
}

interface Look {
  readonly x: Column;
  readonly y: Column;
  readonly height: number;
}

type Marks = Readonly<Record<"x" | "y", ReturnType<typeof roleMark>>>;

/** The lenses beside one another where there is room, else one below the other. */
function draw(place: Place, views: readonly Lens[], look: Look): HTMLElement {
  const {x, y} = look;
  const marks = {x: roleMark(x.role ?? "participation"), y: roleMark(y.role ?? "outcome")};
  const across = place.width >= 560;
  const width = across ? Math.floor((place.width - 56) / 3) : place.width;
  const panels = views.map((view, i) => drawPanel({...place, width, id: `${place.id}-${i}`}, view, {...look, marks}));
  return element(
    place.document,
    "div",
    {},
    legend(
      [
        {label: x.label, shape: marks.x.symbol, color: marks.x.color},
        {label: y.label, shape: marks.y.symbol, color: marks.y.color}
      ],
      place
    ),
    element(place.document, "div", {class: across ? "figure-panels" : "figure-panels figure-panels-down"}, ...panels)
  );
}

function drawPanel(place: Place, view: Lens, {x, y, height, marks}: Look & {readonly marks: Marks}): SVGSVGElement {
  return chart(
    [
      Plot.ruleY([0], {stroke: "var(--edge)"}),
      ...(["x", "y"] as const).flatMap((side) => {
        const {color, dash, width: strokeWidth, symbol} = marks[side];
        const points = view.time.map((at, k) => ({at, value: view[side][k] ?? 0}));
        const label = side === "x" ? x.label : y.label;
        return [
          Plot.line(points, {x: "at", y: "value", stroke: color, strokeWidth, strokeDasharray: dash}),
          Plot.dot(points, {
            x: "at",
            y: "value",
            r: 3,
            symbol,
            fill: color,
            title: ({at, value}: (typeof points)[number]) =>
              say("{0}, {1}: {2} sd", label, String(at), formatNumber(value, {digits: 1, signed: true}))
          })
        ];
      }),
      Plot.text([view.r], {frameAnchor: "bottom-left", dy: 40, fill: "var(--ink)"})
    ],
    place,
    {
      height,
      marginLeft: 30,
      marginRight: 10,
      marginTop: 32,
      marginBottom: 46,
      yLabel: view.name,
      xTicks: [view.time.at(0) ?? 0, view.time.at(-1) ?? 0],
      xFormat: (at) => String(at),
      yFormat: (value) => formatNumber(value, {digits: 0, signed: true}),
      yTicks: [-2, -1, 0, 1, 2],
      x: {inset: 6},
      y: {domain: [-2.6, 2.6]}
    }
  );
}

function threeOf(complete: readonly {at: number; a: number; b: number}[]): Lens[] {
  const [time, x, y] = [complete.map(({at}) => at), complete.map(({a}) => a), complete.map(({b}) => b)];
  const [restX, restY] = residualise([x, y], {time});
  const changes = (values: readonly number[]): number[] => values.slice(1).map((value, i) => value - (values[i] ?? 0));
  return [
    {name: say("Levels"), time, x: scaled(x), y: scaled(y), r: inWords(pearson(x, y))},
    {
      name: say("Without trends"),
      time,
      x: scaled(restX ?? []),
      y: scaled(restY ?? []),
      r: inWords(correlateSeries(x, y, time))
    },
    {
      name: say("Changes"),
      time: time.slice(1),
      x: scaled(changes(x)),
      y: scaled(changes(y)),
      r: inWords(correlateSeries(x, y, time, {transform: "difference"}))
    }
  ];
}

function scaled(values: ArrayLike<number>): number[] {
  const [middle, size] = [mean(values), Math.sqrt(variance(values)) || 1];
  return Array.from(values, (value) => (value - middle) / size);
}

function inWords({terms}: ReturnType<typeof pearson>): string {
  const [r] = terms;
  if (!r) return "";
  const range = r.low === null || r.high === null ? "" : ` (${formatInterval(r.low, r.high)})`;
  return `r = ${formatNumber(r.estimate, {digits: 2})}${range}`;
}
