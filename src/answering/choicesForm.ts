import {element} from "../components/parts/element.js";
import type {Answerable} from "../findings/answerable.js";
import type {PlannedInput} from "./choice.js";
import {offeredChoices} from "./offeredChoices.js";
import {say} from "../words/say.js";

export interface ChoicesFormOptions {
  /** what a figure names as its source */
  readonly source: string;
  readonly document: Document;
}

/** The row of controls under a finding's main figure, and why nothing more can be changed; nothing where nothing can be. */
export function choicesForm(
  id: string,
  answers: Answerable | null,
  input: PlannedInput,
  {source, document}: ChoicesFormOptions
): HTMLElement | null {
  if (!answers) return null;
  const choices = offeredChoices(answers, input);
  const why = answers.not === undefined ? null : element(document, "p", {class: "small"}, answers.not);
  if (choices.length === 0) return why && element(document, "div", {class: "answering"}, why);
  return element(
    document,
    "form",
    {class: "answering", "data-answering": id, "data-source": source, "aria-label": say("Change the comparison")},
    element(document, "p", {class: "answering-title"}, say("What if it were compared otherwise?")),
    element(
      document,
      "div",
      {class: "controls"},
      ...choices.map(({name, label, options, planned}) =>
        element(
          document,
          "label",
          {},
          label,
          element(
            document,
            "select",
            {name},
            ...options.map((one) =>
              element(document, "option", {value: one.value, selected: one.value === planned}, one.label)
            )
          )
        )
      )
    ),
    element(document, "div", {class: "answering-said", role: "status"}),
    why
  );
}
