import type {Markish} from "@observablehq/plot";
import {svgElement} from "./svgElement.js";

/** The fill of what is withheld. */
export function hatchFill(id: string): string {
  return `url(#${id}-hatch)`;
}

/** The mark that defines the hatch in a figure: fine diagonal lines, the same everywhere. */
export function hatch(id: string): Markish {
  return (_index, _scales, _values, _dimensions, {document}) => {
    const line = svgElement(document, "path", {
      d: "M-1,1l2,-2M0,5l5,-5M4,6l2,-2",
      stroke: "var(--edge)",
      "stroke-width": 1
    });
    const pattern = {id: `${id}-hatch`, width: 5, height: 5, patternUnits: "userSpaceOnUse"};
    return svgElement(
      document,
      "g",
      {},
      svgElement(document, "defs", {}, svgElement(document, "pattern", pattern, line))
    );
  };
}
