import {element} from "../components/parts/element.js";
import {svgElement} from "../components/parts/svgElement.js";
import {textWidth} from "../components/parts/textWidth.js";
import {greatestOf} from "../stats/description/greatestOf.js";
import {drawOverviewPanel, marginsOf, type OverviewFrame} from "./overviewPanel.js";
import type {OverviewPanel} from "./overviewSeries.js";
import {say} from "../words/say.js";

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
  given: OverviewFrame
): HTMLElement {
  const {document} = given;
  const longest = greatestOf(
    panels.flatMap(({series}) => series.map(({label}) => textWidth(label))),
    0
  );
  const frame = {...given, longest};
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
            link(beside?.finding, say("The finding")),
            beside?.finding && beside.explore ? " · " : "",
            link(beside?.explore, say("Explore"))
          ),
          element(document, "p", {class: "overview-readout", "aria-live": "off"})
        ),
        element(
          document,
          "div",
          {class: "overview-drawing", tabindex: 0, role: "group", "aria-label": say("Drawing: {0}", one.title)},
          drawn(drawOverviewPanel(one, frame), "wide"),
          drawn(drawOverviewPanel(one, {...frame, width: phone}), "narrow")
        )
      );
    })
  );
}

/** as wide as a page is on most phones; the style shows the one drawing or the other */
const phone = 343;

function drawn(svg: SVGSVGElement, kind: "wide" | "narrow"): SVGSVGElement {
  svg.classList.add(`overview-${kind}`);
  return svg;
}

/** Events by name above the first panel. */
function eventRow(frame: OverviewFrame): HTMLElement {
  const {document} = frame;
  return element(
    document,
    "div",
    {class: "overview-row overview-events"},
    element(document, "div", {class: "overview-words"}),
    element(
      document,
      "div",
      {class: "overview-drawing", tabindex: 0, role: "group", "aria-label": say("Events")},
      drawn(eventDrawing(frame), "wide"),
      drawn(eventDrawing({...frame, width: phone}), "narrow")
    )
  );
}

interface NamedEvent {
  readonly year: number;
  readonly label: string;
  readonly row: number;
  /** where the name begins */
  readonly at: number;
}

/** Where two names would touch, the later one is a line lower; one that would leave a narrow drawing ends at its rule. */
function placeEvents({events, width}: OverviewFrame, x: (year: number) => number): NamedEvent[] {
  const narrow = width === phone;
  const rows: (readonly [number, number])[][] = [];
  return events.map(({year, label}) => {
    const wide = narrow ? textWidth(label) + 8 : Math.max(8 * label.length + 7, textWidth(label) + 12);
    const after = x(year) + 5;
    const at = narrow && after + wide > width ? Math.max(0, x(year) - wide + 3) : after;
    const free = rows.findIndex((taken) => taken.every(([from, to]) => at + wide <= from || at >= to));
    const row = free < 0 ? rows.length : free;
    rows[row] = [...(rows[row] ?? []), [at, at + wide]];
    return {year, label, row, at};
  });
}

function eventDrawing(frame: OverviewFrame): SVGSVGElement {
  const {events, years, width, document} = frame;
  const {left, right} = marginsOf(frame);
  const x = (year: number): number => left + ((year - years[0]) / (years[1] - years[0])) * (width - right - left);
  const named = placeEvents(frame, x);
  const height =
    18 *
    (1 +
      greatestOf(
        named.map(({row}) => row),
        0
      ));
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
  const names = named.map(({label, row, at}) =>
    svgElement(document, "text", {class: "overview-event", x: at, y: 18 * row + 13}, label)
  );
  return svgElement(
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
      "aria-label": say("Events: {0}", events.map(({year, label}) => `${year} ${label}`).join("; "))
    },
    ...rules,
    ...names
  );
}
