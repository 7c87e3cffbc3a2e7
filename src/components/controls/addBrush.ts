import type {BrushBehavior, D3BrushEvent} from "d3";
import {brush, select} from "d3";
import {element} from "../parts/element.js";
import {formatNumber} from "../../words/formatNumber.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

interface Axis {
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

type Range = readonly [number, number];

/** What is chosen along x and y, in the axes' own numbers; null is all. */
type Choice = readonly [Range, Range] | null;

interface Panel {
  readonly axes: readonly [Axis, Axis];
  readonly dots: readonly {readonly mark: Element; readonly row: number; readonly at: readonly [number, number]}[];
  readonly place: SVGGElement;
  readonly behaviour: BrushBehavior<unknown>;
}

/**
 * Lets a reader choose a stretch of a scatter: by drawing a box with the mouse, or without dragging in four fields. The
 * dots outside fade; the table, and with it the CSV, keeps to the rows within.
 */
export function addBrush(figure: HTMLElement, tell: (text: string) => void): void {
  const document = figure.ownerDocument;
  const panels = Array.from(figure.querySelectorAll<SVGSVGElement>("svg[data-brush-x]"), (svg) =>
    panelOf(svg, (choice) => choose(choice))
  );
  const [first] = panels;
  if (!first) return;
  const fields = first.axes.map(({label, domain}) =>
    (["from", "to"] as const).map((end, i) =>
      element(document, "input", {type: "number", step: "any", value: domain[i] ?? 0, "aria-label": `${label}, ${end}`})
    )
  );
  const all = element(document, "button", {type: "button", disabled: true}, say("Show all"));
  const chosen = element(document, "p", {class: "figure-chosen"});
  const controls = element(
    document,
    "details",
    {class: "figure-choose"},
    element(document, "summary", {}, say("Choose a stretch")),
    element(
      document,
      "div",
      {class: "controls"},
      ...first.axes.map(({label}, i) =>
        element(document, "fieldset", {}, element(document, "legend", {}, label), ...(fields[i] ?? []))
      ),
      all
    )
  );
  figure.querySelector(".figure-note, .figure-source, .figure-foot")?.before(controls, chosen);
  for (const field of fields.flat())
    field.addEventListener("change", () => {
      const [x, y] = fields.map((ends) => ends.map(({valueAsNumber}) => valueAsNumber).toSorted((a, b) => a - b));
      if (x && y && ![...x, ...y].some(Number.isNaN)) choose([x as unknown as Range, y as unknown as Range]);
    });
  all.addEventListener("click", () => choose(null));

  function choose(choice: Choice): void {
    const rows = new Set<number>();
    for (const {dots, place, behaviour, axes} of panels) {
      for (const {mark, row, at} of dots) {
        const within =
          choice === null || choice.every(([low, high], i) => (at[i] ?? NaN) >= low && (at[i] ?? NaN) <= high);
        mark.toggleAttribute("data-outside", !within);
        if (within) rows.add(row);
      }
      behaviour.move(select(place), choice && boxOf(choice, axes));
    }
    for (const [i, row] of [...figure.querySelectorAll<HTMLElement>(".figure-data tbody tr")].entries())
      row.hidden = choice !== null && !rows.has(i);
    for (const [i, ends] of fields.entries())
      for (const [k, field] of ends.entries())
        field.value = rounded((choice ?? first!.axes.map(({domain}) => domain))[i]?.[k] ?? 0);
    all.disabled = choice === null;
    const range = (i: number): string => (choice?.[i] ?? []).map((end) => formatNumber(end)).join(" to ");
    const words =
      choice === null
        ? ""
        : say(
            "{0} of {1} points chosen: {2}.",
            count(rows.size),
            count(first!.dots.length),
            first!.axes.map(({label}, i) => `${label} ${range(i)}`).join(", ")
          );
    chosen.textContent = words;
    tell(words === "" ? say("All points are shown.") : words);
  }
}

function panelOf(svg: SVGSVGElement, choose: (choice: Choice) => void): Panel {
  const axes = ["x", "y"].map(
    (name) => JSON.parse(svg.getAttribute(`data-brush-${name}`) ?? "{}") as Axis
  ) as unknown as [Axis, Axis];
  const dots = Array.from(svg.querySelectorAll("[data-row]"), (mark) => ({
    mark,
    row: Number(mark.getAttribute("data-row")),
    at: [valueAt(Number(mark.getAttribute("cx")), axes[0]), valueAt(Number(mark.getAttribute("cy")), axes[1])] as const
  }));
  const [[left, right], [bottom, top]] = [axes[0].range, axes[1].range];
  const behaviour = brush()
    .extent([
      [left, top],
      [right, bottom]
    ])
    .touchable(false)
    .on("end", ({selection, sourceEvent}: D3BrushEvent<unknown>) => {
      if (!sourceEvent) return;
      if (selection === null) return choose(null);
      const [[x1, y1], [x2, y2]] = selection as [[number, number], [number, number]];
      choose([
        [valueAt(x1, axes[0]), valueAt(x2, axes[0])],
        [valueAt(y2, axes[1]), valueAt(y1, axes[1])]
      ]);
    });
  const place = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "g");
  place.classList.add("figure-brush");
  svg.prepend(place);
  select(place as unknown as SVGGElement).call(behaviour as BrushBehavior<unknown>);
  return {axes, dots, place, behaviour};
}

function valueAt(pixel: number, {domain: [low, high], range: [start, end]}: Axis): number {
  return low + ((pixel - start) / (end - start)) * (high - low);
}

function pixelAt(value: number, {domain: [low, high], range: [start, end]}: Axis): number {
  const share = Math.max(0, Math.min(1, (value - low) / (high - low)));
  return start + share * (end - start);
}

function boxOf(
  [[x1, x2], [y1, y2]]: readonly [Range, Range],
  [x, y]: readonly [Axis, Axis]
): [[number, number], [number, number]] {
  return [
    [pixelAt(x1, x), pixelAt(y2, y)],
    [pixelAt(x2, x), pixelAt(y1, y)]
  ];
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
