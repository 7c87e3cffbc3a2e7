import type {DesignLevel} from "../../evidence/designLevel.js";
import {designLevels} from "../../evidence/designLevel.js";
import type {Certainty} from "../../evidence/certainty.js";
import {certainties} from "../../evidence/certainty.js";
import {element} from "./element.js";
import {svgElement} from "./svgElement.js";

const steps = 5;
const side = 13;
const gap = 4;
const grading =
  "high at the start for a description or a start drawn by lot, low for what was only observed, " +
  "and a step down for each thing that speaks against it";

/**
 * How strong a design is: five squares, as many filled as its level, with the certainty as a word. Pointed at, or
 * reached by keyboard, it says what each step means.
 */
export function strengthLadder(
  level: DesignLevel,
  certainty: Certainty,
  {id = "strength", document = globalThis.document}: {id?: string; document?: Document} = {}
): HTMLElement {
  const [words, meaning] = [`${id}-words`, `${id}-meaning`];
  return element(
    document,
    "span",
    {class: "strength", tabindex: 0, role: "group", "aria-labelledby": words, "aria-describedby": meaning},
    squares(level, document),
    element(
      document,
      "span",
      {class: "strength-words", id: words},
      element(document, "span", {class: "strength-term"}, `Design level ${level} of ${steps}`),
      `: ${designLevels[level]}. `,
      element(document, "span", {class: "strength-term"}, "Certainty"),
      `: ${certainty}.`
    ),
    element(
      document,
      "span",
      {class: "strength-meaning", id: meaning, role: "tooltip"},
      element(document, "span", {}, "What was compared: "),
      ...Object.entries(designLevels).map(([step, compared]) =>
        element(
          document,
          "span",
          {class: Number(step) === level ? "strength-ours" : undefined},
          `${step}: ${compared}. `
        )
      ),
      element(document, "span", {}, `Certainty is one of ${certainties.toReversed().join(", ")}: ${grading}.`)
    )
  );
}

/** What each step of the ladder means, and what the word for the certainty starts from. */
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
  return element(
    document,
    "div",
    {class: "strength-key"},
    element(document, "ol", {}, ...levels),
    element(document, "p", {}, `Certainty is ${certainties.toReversed().join(", ")}: ${grading}.`)
  );
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
