import * as Plot from "@observablehq/plot";
import {percent} from "../../evidence/format.js";
import {greatestOf} from "../../stats/description/greatestOf.js";
import {leastOf} from "../../stats/description/leastOf.js";
import {proportion} from "../../stats/proportion/proportion.js";
import {absenceNote} from "../parts/absence.js";
import {chart} from "../parts/chart.js";
import type {Row} from "../parts/column.js";
import {numberIn, textIn} from "../parts/column.js";
import {element} from "../parts/element.js";
import type {FigureOptions, Place} from "../parts/figure.js";
import {figure} from "../parts/figure.js";
import {wrapText} from "../parts/wrapText.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

const share = {
  name: "favourable",
  get label() {
    return say("Favourable ratings");
  },
  share: true
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
/** so many are drawn in two columns where there is room */
const several = 16;

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
    .toSorted((a, b) => b.value - a.value);
  type Module = (typeof modules)[number];
  const colour = (module: Module): string => (module.marked ? "var(--emphasis)" : "var(--reference)");
  const domain = [leastOf(modules.map(({low}) => low)), greatestOf(modules.map(({high}) => high))];
  const drawn = (all: readonly Module[], places: number, place: Place, beside: boolean): SVGSVGElement => {
    const left = beside ? (places < modules.length ? 172 : 260) : 12;
    const labelled = all.map((module, y) => ({...module, y}));
    return chart(
      [
        Plot.link(labelled, {x1: "low", x2: "high", y1: "y", y2: "y", stroke: colour, strokeWidth: 1.5}),
        Plot.dot(labelled, {
          x: "value",
          y: "y",
          stroke: colour,
          fill: (module: Module) => (module.marked ? "var(--emphasis)" : "var(--paper)"),
          symbol: (module: Module) => (module.marked ? "circle" : "square"),
          r: 4,
          title: ({title: name, value, low, high}: Module) =>
            `${name}: ${percent(value)} (${percent(low)} to ${percent(high)})`
        }),
        Plot.text(labelled, {
          y: "y",
          frameAnchor: "left",
          textAnchor: beside ? "end" : "start",
          dx: beside ? -10 : 0,
          dy: beside ? 0 : -13,
          text: (module: Module) => wrapText(module.title, beside ? left - 15 : place.width - 30, {lines: 1})[0] ?? "",
          fill: "var(--ink)",
          fontSize: 12
        })
      ],
      place,
      {
        height: places * (beside ? rowHeight : rowHeight + 10) + 60,
        marginLeft: left,
        xLabel: say("Share of favourable ratings"),
        yAxis: false,
        xFormat: (value) => percent(value),
        ...(all.length > 0 && {x: {domain}}),
        y: {domain: [-0.8, places - 0.2], reverse: true}
      }
    );
  };
  return figure(
    {
      rows,
      columns: [title, mindset, ratings, share],
      description: say(
        "{0} modules; {1}.",
        count(modules.length),
        modules.map((module) => `${module.title} ${percent(module.value)}`).join(", ")
      ),
      remarks: [
        say("Filled circles are {0} modules, open squares the others; lines are 95 % intervals of the shares.", marked),
        absenceNote(rows, [share])
      ],
      draw(place) {
        const beside = place.width >= 560;
        if (!beside || modules.length < several) return drawn(modules, modules.length, place, beside);
        const half = Math.ceil(modules.length / 2);
        return element(
          place.document,
          "div",
          {class: "figure-columns"},
          ...[modules.slice(0, half), modules.slice(half)].map((column, i) =>
            drawn(column, half, {...place, id: `${place.id}-column${i}`, width: (place.width - 12) / 2}, beside)
          )
        );
      }
    },
    options
  );
}
