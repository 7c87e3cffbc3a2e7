import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {absenceMarks} from "../parts/absenceMarks.js";
import {absenceNote, absenceOf} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Column, Row} from "../parts/column.js";
import {columnTitle, numberIn, requireColumns, textIn} from "../parts/column.js";
import {element} from "../parts/element.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {formatEstimate} from "../parts/formatEstimate.js";
import {formatInterval} from "../parts/formatInterval.js";
import {formatNumber} from "../../words/formatNumber.js";
import {rowLabels} from "../parts/rowLabels.js";
import {wrapText} from "../parts/wrapText.js";
import {say} from "../../words/say.js";

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
  {estimate, low, high, choices, planned}: SpecificationColumns,
  {height = 230, ...options}: FigureOptions & {height?: number} = {}
): HTMLElement {
  const columns = [estimate, low, high, planned, ...choices].filter((column) => column !== undefined);
  requireColumns(rows, columns);
  const sorted = rows.toSorted((a, b) => (numberIn(a, estimate) ?? Infinity) - (numberIn(b, estimate) ?? Infinity));
  const placed = sorted.map((row, at) => {
    const [value, from, to] = [numberIn(row, estimate), numberIn(row, low), numberIn(row, high)];
    const chosen = choices.map((choice) => textIn(row, choice));
    return {
      at,
      value,
      from,
      to,
      chosen,
      planned: planned !== undefined && row[planned.name] === true,
      absence: absenceOf(row, estimate),
      words: `${value === null ? say("no estimate") : formatEstimate(value, from, to, {signed: true})}\n${chosen.join(", ")}`
    };
  });
  type Placed = (typeof placed)[number];
  const fitted = placed.filter(({value}) => value !== null);
  const gaps = placed.flatMap(({at, absence, words}) =>
    absence ? [{from: at - 0.45, to: at + 0.45, absence, words}] : []
  );
  const values = fitted.flatMap(({value}) => value ?? []);
  const above = values.filter((value) => value > 0).length;
  const clear = fitted.filter(({from, to}) => from !== null && to !== null && (from > 0 || to < 0)).length;
  const ours = fitted.find((one) => one.planned);
  const middle = values[Math.floor((values.length - 1) / 2)];
  const colour = (one: Placed): string => (one.planned ? "var(--emphasis)" : "var(--outcome)");
  return figure(
    {
      rows: sorted,
      columns,
      description:
        middle === undefined
          ? say("{0} specifications, none with an estimate.", rows.length)
          : say(
              "{0} in {1} specifications: {2}, ",
              columnTitle(estimate),
              values.length,
              formatInterval(leastOf(values), greatestOf(values))
            ) +
            say(
              "median {0}; {1} above zero, {2} with an interval that leaves zero out{3}.",
              formatNumber(middle),
              above,
              clear,
              ours?.value === undefined || ours.value === null
                ? ""
                : say("; as planned {0}", formatNumber(ours.value, {signed: true}))
            ),
      remarks: [
        say("Lines are 95 % intervals; the specifications share their data, so that their number is no evidence."),
        absenceNote(rows, [estimate])
      ],
      draw: (place) => {
        const taken = choices.flatMap((choice, i) => [
          {option: choice.label, i, head: true},
          ...[...new Set(placed.map(({chosen}) => chosen[i] ?? ""))]
            .toSorted()
            .map((option) => ({option, i, head: false}))
        ]);
        const lines = taken.map((line, y) => ({...line, y}));
        const marginLeft = Math.min(
          190,
          Math.max(
            52,
            rowLabels(
              taken.map(({option}) => option),
              {width: 680}
            ).marginLeft
          ),
          place.width * 0.4
        );
        const x = {domain: [-0.8, placed.length - 0.2]};
        const dots = lines.flatMap(({option, i, head, y}) =>
          head ? [] : placed.filter(({chosen}) => chosen[i] === option).map((one) => ({...one, y}))
        );
        const thin = placed.length > (place.width - marginLeft) / 7;
        return element(
          place.document,
          "div",
          {},
          chart(
            [
              ...absenceMarks(gaps, "x", place),
              Plot.ruleY([0], {stroke: "var(--edge)"}),
              ours ? Plot.ruleX([ours.at], {stroke: "var(--emphasis)", strokeOpacity: 0.4}) : null,
              Plot.link(
                fitted.filter(({from, to}) => from !== null && to !== null),
                {
                  x1: "at",
                  x2: "at",
                  y1: "from",
                  y2: "to",
                  stroke: colour,
                  strokeWidth: thin ? 1 : 1.75,
                  strokeOpacity: 0.55
                }
              ),
              Plot.dot(fitted, {
                x: "at",
                y: "value",
                fill: colour,
                r: (one: Placed) => (one.planned ? 5.5 : thin ? 2.5 : 3.5),
                title: "words"
              }),
              ours
                ? Plot.text([ours], {
                    x: "at",
                    frameAnchor: "top",
                    text: () => say("as planned"),
                    dy: -18,
                    textAnchor: ours.at > placed.length / 2 ? "end" : "start",
                    dx: ours.at > placed.length / 2 ? 6 : -6,
                    fill: "var(--emphasis)"
                  })
                : null
            ],
            place,
            {
              height,
              marginLeft,
              marginTop: 50,
              marginBottom: 8,
              yLabel: columnTitle(estimate),
              xAxis: false,
              x,
              y: {nice: true},
              r: {type: "identity"},
              color: {type: "identity"}
            }
          ),
          chart(
            [
              ours ? Plot.ruleX([ours.at], {stroke: "var(--emphasis)", strokeOpacity: 0.4}) : null,
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
              ...[true, false].map((head) =>
                Plot.text(
                  lines.filter((line) => line.head === head),
                  {
                    y: "y",
                    frameAnchor: "left",
                    textAnchor: head ? "start" : "end",
                    dx: head ? -marginLeft : -10,
                    text: ({option}: (typeof lines)[number]) =>
                      wrapText(option, (head ? place.width : marginLeft) - 14, {lines: 1})[0] ?? "",
                    fill: head ? "var(--ink-soft)" : "var(--ink)"
                  }
                )
              )
            ],
            {...place, id: `${place.id}-choices`},
            {
              height: taken.length * 20 + 16,
              marginLeft,
              marginTop: 6,
              marginBottom: 6,
              xAxis: false,
              yAxis: false,
              x,
              y: {domain: [-0.7, taken.length - 0.3], reverse: true},
              color: {type: "identity"}
            }
          )
        );
      }
    },
    options
  );
}
