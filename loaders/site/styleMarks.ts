import {element} from "../../src/components/element.js";
import type {Mark} from "./marks/mark.js";
import type {Specimen, State} from "./specimens.js";
import {drawSpecimen, specimens, states} from "./specimens.js";

const words: Readonly<Record<Exclude<State, "normal">, string>> = {
  few: "few data",
  withheld: "some withheld, some missing",
  empty: "empty",
  japanese: "long Japanese names",
  error: "wrong columns"
};

/** Every kind of figure for the style page, in each of its states. */
export function styleMarks({document}: {document: Document}): Record<string, Mark> {
  return {"style.specimens": {html: specimens.map((specimen) => section(specimen, document).outerHTML).join("\n")}};
}

function section(specimen: Specimen, document: Document): HTMLElement {
  const {kind, name, title} = specimen;
  const own = {
    source: "rows invented for this page",
    asOf: "31 March 2022",
    subtitle: "Invented rows, fiscal 2013 to 2021",
    document
  };
  const others = states.flatMap((state) => {
    if (state === "normal") return [];
    const options = {
      document,
      title: `${name}: ${words[state]}`,
      width: 288,
      id: `style-${kind}-${state}`
    };
    const drawn = drawSpecimen(specimen, state, options);
    return drawn ? [drawn] : [];
  });
  return element(
    document,
    "section",
    {},
    element(document, "h2", {id: kind}, name),
    drawSpecimen(specimen, "normal", {...own, title, width: [680, 288], id: `style-${kind}`}),
    element(document, "div", {class: "specimens"}, ...others)
  );
}
