import type {Column, Row} from "./column.js";
import {dataTable} from "./dataTable.js";
import {describeDrawing, describing} from "./describeDrawing.js";
import {element} from "./element.js";
import {fillWhenOpened} from "./fillWhenOpened.js";
import {say} from "../../words/say.js";
import {sentences} from "../../words/numbers.js";

/** The words and the place of a figure, common to all kinds. */
export interface FigureOptions {
  /** a sentence with the trend; a figure without one is bare: the drawing alone, for a claim card */
  title?: string;
  /** measure, population, period */
  subtitle?: string;
  note?: string;
  source?: string;
  asOf?: string;
  /** what the figure finds, in a sentence, where its title doesn't say it */
  finding?: string;
  /** why there is nothing to see, in a sentence, if there is nothing */
  empty?: string;
  /** prefix of every id in the figure; made from the title if left out */
  id?: string;
  /** in pixels; two widths, the wider first, draw the figure twice, and the page shows the one that fits */
  width?: number | readonly number[];
  size?: "text" | "wide" | "full";
  /** opened: the table is made when its details are opened or saved, for drawings that change under a reader's hand */
  table?: "now" | "opened";
  document?: Document;
}

export interface FigureContent {
  /** called only for a table that is made when it is opened, of a drawing that is not empty */
  readonly rows: readonly Row[] | (() => readonly Row[]);
  /** the columns of the table view and of the CSV, in their order */
  readonly columns: readonly Column[];
  /** the text alternative, generated from the rows */
  readonly description: string;
  /** what the kind itself has to say below the drawing: which interval, what is withheld */
  readonly remarks?: readonly (string | undefined)[];
  readonly draw: (place: Place) => Element;
}

/** Where a drawing goes. */
export interface Place {
  readonly width: number;
  /** unique in the page, also between the drawings of one figure */
  readonly id: string;
  readonly document: Document;
}

/** The frame that every figure shares: words, drawing, source, table view and downloads. */
export function figure(
  {rows, columns, description, remarks = [], draw}: FigureContent,
  {
    title,
    subtitle,
    note,
    source,
    asOf,
    empty = say("There are no data to show."),
    finding = title,
    id = identify(title ?? description),
    width = 680,
    size = "text",
    table = "now",
    document = globalThis.document
  }: FigureOptions = {}
): HTMLElement {
  const widths = typeof width === "number" ? [width] : width;
  const drawn = typeof rows === "function" || rows.length > 0;
  const plots = !drawn
    ? [element(document, "p", {class: "figure-empty"}, empty)]
    : widths.map((pixels, i) => {
        const fit = widths.length === 1 ? "" : ` figure-plot-${fitOf(pixels)}`;
        const drawing = draw({width: pixels, id: i === 0 ? id : `${id}-${i}`, document});
        describeDrawing(drawing, description, finding);
        return element(document, "div", {class: `figure-plot${fit}`}, drawing);
      });
  if (title === undefined)
    return element(document, "div", {class: "figure figure-bare", id, "data-figure": true}, ...plots);
  const notes = sentences([...(drawn ? remarks : []), note].map((text) => text ?? ""));
  const provenance = sentences([source ? say("Source: {0}.", source) : "", asOf ? say("As of {0}.", asOf) : ""]);
  return element(
    document,
    "figure",
    {class: `figure${size === "text" ? "" : ` ${size}`}`, id, "data-figure": true},
    element(
      document,
      "figcaption",
      {},
      element(document, "p", {class: "figure-title"}, title),
      subtitle !== undefined && element(document, "p", {class: "figure-subtitle"}, subtitle)
    ),
    ...plots,
    notes !== "" && element(document, "p", {class: "figure-note"}, notes),
    provenance !== "" && element(document, "p", {class: "figure-source"}, provenance),
    drawn &&
      element(
        document,
        "div",
        {class: "figure-foot"},
        dataDetails(
          description,
          () => dataTable(typeof rows === "function" ? rows() : rows, columns, {caption: title, document}),
          {table, document}
        ),
        tools(document, title)
      )
  );
}

/** The table view; made at once, or when it is opened or asked for by the event "fill". */
function dataDetails(
  description: string,
  make: () => HTMLElement,
  {table, document}: {readonly table: "now" | "opened"; readonly document: Document}
): HTMLElement {
  const details = element(
    document,
    "details",
    {class: "figure-data"},
    element(document, "summary", {}, say("Data and description")),
    element(document, "p", {}, describing(description))
  );
  if (table === "now") details.append(make());
  else fillWhenOpened(details, () => [make()]);
  return details;
}

/** Beside which width a drawing is shown: text under 12 px is for paper only. */
function fitOf(pixels: number): "narrow" | "middle" | "wide" {
  return pixels < 480 ? "narrow" : pixels < 640 ? "middle" : "wide";
}

function tools(document: Document, title: string): HTMLElement {
  const actions = [
    ["csv", "CSV", say("Download the data as CSV")],
    ["svg", "SVG", say("Download the figure as SVG")],
    ["png", "PNG", say("Download the figure as PNG")],
    ["link", say("Link"), say("Copy the link to this figure")]
  ];
  return element(
    document,
    "div",
    {class: "figure-tools", role: "group", "aria-label": say("Save: {0}", title)},
    ...actions.map(([action = "", name = "", words]) =>
      element(document, "button", {type: "button", "data-action": action, title: words}, name)
    )
  );
}

function identify(words: string): string {
  let hash = 0;
  for (const character of words) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return `figure-${(hash >>> 0).toString(36)}`;
}
