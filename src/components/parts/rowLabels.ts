import type {Markish} from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import {greatestOf} from "../../stats/description/greatestOf.js";
import type {Place} from "./figure.js";
import {textWidth} from "./textWidth.js";
import {wrapText} from "./wrapText.js";

export interface RowLabels {
  readonly marks: readonly Markish[];
  readonly marginLeft: number;
  readonly height: number;
}

const lineHeight = 14;

/** The names of the rows 0, 1, … of a figure: at their left where there is room, above them where there is not. */
export function rowLabels(
  names: readonly string[],
  {width}: Pick<Place, "width">,
  {height = 28, share = 0.4}: {height?: number; share?: number} = {}
): RowLabels {
  const beside = width >= 560;
  const room = beside
    ? Math.min(
        width * share,
        greatestOf(
          names.map((name) => textWidth(name) + 4),
          40
        )
      )
    : width - 30;
  const wrapped = names.map((name) => wrapText(name, room, {lines: 3}));
  const lines = greatestOf(
    wrapped.map(({length}) => length),
    1
  );
  const label = Plot.text(
    wrapped.map((text, y) => ({y, text: text.join("\n")})),
    {
      y: "y",
      frameAnchor: "left",
      textAnchor: beside ? "end" : "start",
      lineAnchor: beside ? "middle" : "bottom",
      lineHeight: lineHeight / 12,
      dx: beside ? -10 : 0,
      dy: beside ? 0 : -height / 2 - 4,
      text: "text",
      fill: "var(--ink)",
      stroke: "var(--paper)",
      strokeWidth: beside ? 0 : 4,
      fontSize: 12
    }
  );
  return {
    marks: [label],
    marginLeft: beside ? room + 16 : 12,
    height: beside ? Math.max(height, lines * lineHeight + 8) : height + lines * lineHeight + 8
  };
}
