import {element} from "./element.js";
import type {FigureOptions} from "./figure.js";
import {say} from "../../words/say.js";

/** The figure, or in its place the sentence that says why it could not be drawn. */
export function guardFigure(
  draw: () => HTMLElement,
  {title, document = globalThis.document}: Pick<FigureOptions, "title" | "document"> = {}
): HTMLElement {
  try {
    return draw();
  } catch (error) {
    return element(
      document,
      "figure",
      {class: "figure"},
      title !== undefined &&
        element(document, "figcaption", {}, element(document, "p", {class: "figure-title"}, title)),
      element(
        document,
        "p",
        {class: "figure-error"},
        say("This figure could not be drawn: {0}.", error instanceof Error ? error.message : String(error))
      )
    );
  }
}
