import {element} from "../components/parts/element.js";
import {svgElement} from "../components/parts/svgElement.js";
import {drawOverviewPanel, type OverviewFrame} from "./overviewPanel.js";
import type {OverviewPanel} from "./overviewSeries.js";

/** What stands beside a panel. */
export interface OverviewWords {
  readonly sentence: string;
  readonly finding?: string;
  readonly explore?: string;
}

/** The sheet: a panel a row on one axis of years, beside each what was found, and where to look further. */
export function overviewSheet(
  panels: readonly OverviewPanel[],
  words: Readonly<Partial<Record<OverviewPanel["id"], OverviewWords>>>,
  frame: OverviewFrame
): HTMLElement {
  const {document} = frame;
  const lines = [...new Set(panels.flatMap(({series}) => series.flatMap(({line}) => (line === null ? [] : [line]))))];
  return element(
    document,
    "div",
    {
      class: "overview full",
      id: "overview-sheet",
      "data-lines": JSON.stringify(lines),
      "data-years": JSON.stringify(frame.years)
    },
    eventRow(frame),
    ...panels.map((one) => {
      const beside = words[one.id];
      const link = (href: string | undefined, text: string): HTMLElement | undefined =>
        href === undefined ? undefined : element(document, "a", {href}, text);
      return element(
        document,
        "section",
        {class: "overview-row", "aria-labelledby": `overview-${one.id}`},
        element(
          document,
          "div",
          {class: "overview-words"},
          element(document, "h2", {id: `overview-${one.id}`}, one.title),
          element(document, "p", {class: "overview-subtitle"}, one.subtitle),
          beside && element(document, "p", {class: "overview-sentence"}, beside.sentence),
          element(
            document,
            "p",
            {class: "overview-links"},
            link(beside?.finding, "The finding"),
            beside?.finding && beside.explore ? " · " : "",
            link(beside?.explore, "Explore")
          ),
          element(document, "p", {class: "overview-readout", "aria-live": "off"})
        ),
        element(
          document,
          "div",
          {class: "overview-drawing", tabindex: 0, role: "group", "aria-label": `Drawing: ${one.title}`},
          drawOverviewPanel(one, frame)
        )
      );
    })
  );
}

/** Events by name above the first panel; where two would touch, the later one is a line lower. */
function eventRow({events, years, width, document}: OverviewFrame): HTMLElement {
  const [left, right] = [52, width - 150];
  const x = (year: number): number => left + ((year - years[0]) / (years[1] - years[0])) * (right - left);
  const ends: number[] = [];
  const named = events.map(({year, label}) => {
    const wide = 8 * label.length + 12;
    let row = ends.findIndex((end) => end < x(year));
    if (row < 0) row = ends.length;
    ends[row] = x(year) + wide;
    return {year, label, row};
  });
  const height = 18 * Math.max(1, ends.length);
  const rules = named.map(({year, row}) =>
    svgElement(document, "line", {
      x1: x(year),
      x2: x(year),
      y1: 18 * row + 2,
      y2: height,
      stroke: "var(--edge)",
      "stroke-dasharray": "2 3"
    })
  );
  const names = named.map(({year, label, row}) =>
    svgElement(document, "text", {class: "overview-event", x: x(year) + 5, y: 18 * row + 13}, label)
  );
  const svg = svgElement(
    document,
    "svg",
    {
      class: "chart",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": "var(--sans)",
      "font-size": 12,
      role: "img",
      "aria-label": `Events: ${events.map(({year, label}) => `${year} ${label}`).join("; ")}`
    },
    ...rules,
    ...names
  );
  return element(
    document,
    "div",
    {class: "overview-row overview-events"},
    element(document, "div", {class: "overview-words"}),
    element(document, "div", {class: "overview-drawing", tabindex: 0, role: "group", "aria-label": "Events"}, svg)
  );
}
