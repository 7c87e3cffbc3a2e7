import {type Certainty, certainties} from "../../evidence/verdict/certaintyOf.js";
import type {DesignLevel} from "../../evidence/verdict/designLevel.js";
import {certaintyWords, gradingNote, levelWords} from "../../words/card.js";
import {element} from "./element.js";
import {svgElement} from "./svgElement.js";
import {say} from "../../words/say.js";
import {count} from "../../words/numbers.js";

const steps = 5;
const side = 13;
const gap = 4;

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
      element(document, "span", {class: "strength-term"}, say("How the comparison was made")),
      `${say(": ")}${said?.made ?? say("{0} ({1} of {2}).", levelWords[level], count(level), count(steps))} `,
      said && element(document, "br"),
      element(document, "span", {class: "strength-term"}, say("How sure we are of the direction")),
      `${say(": ")}${said?.sure ?? say("{0}.", certaintyWords[certainty])}`
    ),
    element(
      document,
      "span",
      {class: "strength-meaning", id: meaning, role: "tooltip"},
      element(document, "span", {}, say("How a comparison can be made: ")),
      ...Object.entries(levelWords).map(([step, compared]) =>
        element(
          document,
          "span",
          {class: Number(step) === level ? "strength-ours" : undefined},
          say("{0}: {1}. ", step, compared)
        )
      ),
      element(document, "span", {}, gradingNote(certainties.toReversed().map((one) => certaintyWords[one])))
    )
  );
}

/** What each step of the ladder means, and what the word for the certainty starts from. */
export function strengthKey({document = globalThis.document}: {document?: Document} = {}): HTMLElement {
  const levels = Object.entries(levelWords).map(([level, meaning]) =>
    element(
      document,
      "li",
      {},
      squares(Number(level) as DesignLevel, document),
      element(document, "span", {}, say("{0}: {1}", level, meaning))
    )
  );
  return element(
    document,
    "div",
    {class: "strength-key"},
    element(document, "ol", {}, ...levels),
    element(document, "p", {}, gradingNote(certainties.toReversed().map((one) => certaintyWords[one])))
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
