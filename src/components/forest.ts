import * as Plot from "@observablehq/plot";
import type {Evidence} from "../evidence/finding.js";
import {count, digitsFor, interval, signed} from "../evidence/format.js";
import {chart} from "./chart.js";
import type {Column} from "./column.js";
import type {FigureOptions} from "./figure.js";
import {figure} from "./figure.js";
import {wrapText} from "./wrapText.js";

const rowHeight = 46;

/** Estimates one below the other, each a dot with its interval, on one scale with a rule at no difference. */
export function forest(evidence: readonly Evidence[], options: FigureOptions = {}): HTMLElement {
  const unit = evidence[0]?.unit ?? "";
  const rows = evidence.map(({label, estimate, low, high, n, df, note}) => ({label, estimate, low, high, n, df, note}));
  const columns: Column[] = [
    {name: "label", label: "Comparison"},
    {name: "estimate", label: "Difference", unit, digits: 2},
    {name: "low", label: "from", digits: 2},
    {name: "high", label: "to", digits: 2},
    {name: "n", label: "n", digits: 0},
    {name: "df", label: "df", digits: 1},
    {name: "note", label: "Method"}
  ];
  return figure(
    {
      rows,
      columns,
      description: `${rows.length} estimates in ${unit}: ${evidence.map(inWords).join("; ")}.`,
      remarks: [
        "Lines are 95 % intervals; grey is the naive comparison, which comes first.",
        evidence.some(({control}) => control)
          ? "Open triangles are negative controls, where the programme cannot have worked."
          : undefined
      ],
      draw(place) {
        const placed = evidence.map((one, i) => ({...one, y: i}));
        const extent = [0, ...placed.flatMap(({estimate, low, high}) => [estimate, low ?? estimate, high ?? estimate])];
        const pad = (Math.max(...extent) - Math.min(...extent)) * 0.04 || 1;
        const colour = ({naive, control}: Evidence): string =>
          control ? "var(--control)" : naive ? "var(--reference)" : "var(--outcome)";
        return chart(
          [
            Plot.ruleX([0], {stroke: "var(--edge)", strokeWidth: 1}),
            Plot.link(
              placed.filter(({low, high}) => low !== null && high !== null),
              {x1: "low", x2: "high", y1: "y", y2: "y", stroke: colour, strokeWidth: 2}
            ),
            Plot.dot(placed, {
              x: "estimate",
              y: "y",
              fill: (one: Evidence) => (one.control ? "var(--paper)" : colour(one)),
              stroke: colour,
              symbol: (one: Evidence) => (one.control ? "triangle" : one.naive ? "square" : "diamond"),
              r: 5
            }),
            Plot.text(placed, {
              y: "y",
              frameAnchor: "left",
              textAnchor: "start",
              dx: 2,
              dy: -15,
              text: ({label}: Evidence) => wrapText(label, place.width - 30, {lines: 1})[0] ?? "",
              fill: "var(--ink)",
              stroke: "var(--paper)",
              strokeWidth: 5,
              fontSize: 12.5
            })
          ],
          place,
          {
            height: placed.length * rowHeight + 64,
            marginLeft: 8,
            marginTop: 14,
            xLabel: unit,
            yAxis: false,
            x: {domain: [Math.min(...extent) - pad, Math.max(...extent) + pad]},
            y: {domain: [-0.7, placed.length - 0.6], reverse: true}
          }
        );
      }
    },
    options
  );
}

function inWords({label, estimate, low, high, n}: Evidence): string {
  const digits = low === null || high === null ? 2 : digitsFor(low, high);
  const range = low === null || high === null ? "" : ` (${interval(low, high, digits)})`;
  return `${label} ${signed(estimate, digits)}${range}, n ${count(n)}`;
}
