import {symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle} from "d3";
import type {Place} from "./figure.js";
import {hatchFill} from "./hatch.js";
import type {RoleMark} from "./role.js";
import {svgElement} from "./svgElement.js";
import {textWidth} from "./textWidth.js";

export interface LegendEntry {
  readonly label: string;
  readonly shape: "tile" | "line" | "suppressed" | "missing" | RoleMark["symbol"];
  readonly color?: string;
  /** of a line */
  readonly dash?: string;
  readonly open?: boolean;
}

const shapes = {circle: symbolCircle, diamond: symbolDiamond, square: symbolSquare, triangle: symbolTriangle};
const lineHeight = 20;

/** What the marks of a figure stand for, in lines as wide as the figure. */
export function legend(entries: readonly LegendEntry[], {width, id, document}: Place): SVGSVGElement {
  let [x, y] = [0, 0];
  const marks = entries.map((entry) => {
    const wide = 20 + textWidth(entry.label);
    if (x > 0 && x + wide > width) [x, y] = [0, y + lineHeight];
    const group = svgElement(
      document,
      "g",
      {transform: `translate(${x},${y})`},
      sample(entry, {id, document}),
      svgElement(document, "text", {x: 20, y: 14, fill: "var(--ink)"}, entry.label)
    );
    x += wide + 16;
    return group;
  });
  const height = y + lineHeight + 4;
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
      "aria-hidden": "true"
    },
    ...marks
  );
}

function sample(
  {shape, color = "var(--edge)", dash = "none", open = false}: LegendEntry,
  {id, document}: Pick<Place, "id" | "document">
): SVGElement {
  const box = {x: 1, y: 3, width: 13, height: 13};
  if (shape === "suppressed") return svgElement(document, "rect", {...box, fill: hatchFill(id), stroke: "var(--rule)"});
  if (shape === "missing")
    return svgElement(document, "rect", {...box, fill: "none", stroke: "var(--edge)", "stroke-dasharray": "1 3"});
  if (shape === "line")
    return svgElement(document, "path", {d: "M0,10h15", stroke: color, "stroke-width": 2.5, "stroke-dasharray": dash});
  if (shape === "tile") return svgElement(document, "rect", {...box, fill: color});
  return svgElement(document, "path", {
    d: symbol(shapes[shape], 56)() ?? "",
    transform: "translate(8,10)",
    fill: open ? "var(--paper)" : color,
    stroke: color,
    "stroke-width": 1.75
  });
}
