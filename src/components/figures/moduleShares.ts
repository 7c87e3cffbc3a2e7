import * as Plot from "@observablehq/plot";
import {percent} from "../../evidence/format.js";
import {proportion} from "../../stats/proportion/proportion.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Row} from "../parts/column.js";
import {numberIn, textIn} from "../parts/column.js";
import type {FigureOptions} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {wrapText} from "../parts/wrapText.js";
import {say} from "../../words/say.js";

const share = {
  name: "favourable",
  get label() {
    return say("Favourable ratings");
  },
  digits: 2
};
const ratings = {
  name: "ratings",
  get label() {
    return say("Ratings");
  },
  digits: 0
};
const title = {
  name: "title",
  get label() {
    return say("Module");
  }
};
const mindset = {
  name: "mindset",
  get label() {
    return say("Mindset");
  }
};
const rowHeight = 26;

/** The share of favourable ratings of each module, best first, those of one mindset marked. */
export function moduleShares(
  rows: readonly Row[],
  {marked = "reflective", ...options}: FigureOptions & {marked?: string} = {}
): HTMLElement {
  const modules = rows
    .flatMap((row) => {
      const [value, n] = [numberIn(row, share), numberIn(row, ratings)];
      if (value === null || n === null || n < 1) return [];
      const {low, high} = proportion(Math.round(value * n), n, {kind: "clopper-pearson"});
      return [{title: textIn(row, title), marked: textIn(row, mindset) === marked, value, low, high}];
    })
    .toSorted((a, b) => b.value - a.value)
    .map((module, i) => ({...module, y: i}));
  type Module = (typeof modules)[number];
  const colour = (module: Module): string => (module.marked ? "var(--emphasis)" : "var(--reference)");
  return figure(
    {
      rows,
      columns: [title, mindset, ratings, share],
      description: say(
        "{0} modules; {1}.",
        modules.length,
        modules.map((module) => `${module.title} ${percent(module.value)}`).join(", ")
      ),
      remarks: [
        say("Filled circles are {0} modules, open squares the others; lines are 95 % intervals of the shares.", marked),
        absenceNote(rows, [share])
      ],
      draw(place) {
        const beside = place.width >= 560;
        const left = beside ? 260 : 12;
        return chart(
          [
            Plot.link(modules, {x1: "low", x2: "high", y1: "y", y2: "y", stroke: colour, strokeWidth: 1.5}),
            Plot.dot(modules, {
              x: "value",
              y: "y",
              stroke: colour,
              fill: (module: Module) => (module.marked ? "var(--emphasis)" : "var(--paper)"),
              symbol: (module: Module) => (module.marked ? "circle" : "square"),
              r: 4,
              title: ({title: name, value, low, high}: Module) =>
                `${name}: ${percent(value)} (${percent(low)} to ${percent(high)})`
            }),
            Plot.text(modules, {
              y: "y",
              frameAnchor: "left",
              textAnchor: beside ? "end" : "start",
              dx: beside ? -10 : 0,
              dy: beside ? 0 : -13,
              text: (module: Module) => wrapText(module.title, beside ? 245 : place.width - 30, {lines: 1})[0] ?? "",
              fill: "var(--ink)",
              fontSize: 12
            })
          ],
          place,
          {
            height: modules.length * (beside ? rowHeight : rowHeight + 10) + 60,
            marginLeft: left,
            xLabel: say("Share of favourable ratings"),
            yAxis: false,
            xFormat: (value) => percent(value),
            y: {domain: [-0.8, modules.length - 0.2], reverse: true}
          }
        );
      }
    },
    options
  );
}
