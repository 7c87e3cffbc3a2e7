import {type Certainty, certainties} from "../../evidence/verdict/certaintyOf.js";
import type {DesignLevel} from "../../evidence/verdict/designLevel.js";
import {designLevels} from "../../evidence/verdict/designLevels.js";
import {element} from "./element.js";
import {svgElement} from "./svgElement.js";

const steps = 5;
const side = 13;
const gap = 4;
const grading =
  "at most high for a count or a start drawn at random, moderate for a start set by others, low for a chosen start, and a " +
  "step down for each kind of check that failed or could not be made";

export interface StrengthLadderOptions {
  id?: string;
  /** sentences in place of the scale's own words */
  said?: {readonly made: string; readonly sure: string};
  document?: Document;
}

/**
 * How strong a design is: five squares, as many filled as its level, with the certainty as a word. Pointed at, or
 * reached by keyboard, it says what each step means.
 */
export function strengthLadder(
  level: DesignLevel,
  certainty: Certainty,
  {id = "strength", said, document = globalThis.document}: StrengthLadderOptions = {}
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
      element(document, "span", {class: "strength-term"}, "How the comparison was made"),
      `: ${said?.made ?? `${designLevels[level]} (${level} of ${steps}).`} `,
      said && element(document, "br"),
      element(document, "span", {class: "strength-term"}, "How sure we are of the direction"),
      `: ${said?.sure ?? `${certainty}.`}`
    ),
    element(
      document,
      "span",
      {class: "strength-meaning", id: meaning, role: "tooltip"},
      element(document, "span", {}, "How a comparison can be made: "),
      ...Object.entries(designLevels).map(([step, compared]) =>
        element(
          document,
          "span",
          {class: Number(step) === level ? "strength-ours" : undefined},
          `${step}: ${compared}. `
        )
      ),
      element(document, "span", {}, `How sure we are is ${certainties.toReversed().join(", ")}: ${grading}.`)
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
    element(document, "p", {}, `How sure we are is ${certainties.toReversed().join(", ")}: ${grading}.`)
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
