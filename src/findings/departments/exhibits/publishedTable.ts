import {dataTable} from "../../../components/parts/dataTable.js";
import {element} from "../../../components/parts/element.js";
import type {FindingInput} from "../../findingPage.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";
import {say} from "../../../words/say.js";

/** Published estimates of the same data, where the study has any, beside ours. */
export function publishedTable({derived, document}: FindingInput<DepartmentsDerived>): Element | null {
  const {published} = derived;
  if (!published) return null;
  const {citation, n, terms: compared} = published;
  return element(
    document,
    "div",
    {},
    element(document, "h2", {}, figures.published.heading),
    element(document, "p", {}, figures.published.text(citation, n)),
    dataTable(
      compared,
      [
        {name: "term", label: say("Term")},
        {name: "published", label: say("Published")},
        {name: "ours", label: say("Computed here")},
        {name: "agrees", label: say("Agrees to the printed digits")}
      ],
      {caption: figures.published.caption, document}
    )
  );
}
