import type {DesignLevel} from "../evidence/designLevel.js";
import {designLevels} from "../evidence/designLevel.js";
import type {Certainty} from "../evidence/certainty.js";
import {element} from "./element.js";
import {svgElement} from "./svgElement.js";

const steps = 5;
const side = 13;
const gap = 4;

/** How strong a design is: five squares, as many filled as its level, with the certainty as a word. */
export function strengthLadder(
  level: DesignLevel,
  certainty: Certainty,
  {document = globalThis.document}: {document?: Document} = {}
): HTMLElement {
  return element(
    document,
    "span",
    {class: "strength"},
    squares(level, document),
    element(document, "span", {}, `Design level ${level} of ${steps}: ${designLevels[level]}. Certainty: ${certainty}.`)
  );
}

/** What each step of the ladder means. */
export function strengthKey({document = globalThis.document}: {document?: Document} = {}): HTMLElement {
  const levels = Object.entries(designLevels).map(([level, meaning]) =>
    element(
      document,
      "li",
      {},
      squares(Number(level) as DesignLevel, document),
      element(document, "span", {}, `${level}: ${meaning}`)
    )
  );
  return element(document, "ol", {class: "strength-key"}, ...levels);
}

function squares(level: number, document: Document): SVGSVGElement {
  const width = steps * (side + gap) - gap;
  const cells = Array.from({length: steps}, (_, i) =>
    svgElement(document, "rect", {
      x: i * (side + gap) + 0.5,
      y: 0.5,
      width: side - 1,
      height: side - 1,
      fill: i < level ? "var(--ink)" : "none",
      stroke: "var(--ink)"
    })
  );
  return svgElement(
    document,
    "svg",
    {width, height: side, viewBox: `0 0 ${width} ${side}`, "aria-hidden": "true"},
    ...cells
  );
}
