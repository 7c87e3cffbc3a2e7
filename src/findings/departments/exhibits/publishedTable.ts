import {dataTable} from "../../../components/parts/dataTable.js";
import {element} from "../../../components/parts/element.js";
import {columnCalled} from "../../../evidence/columnCalled.js";
import {measureNamed} from "../../../evidence/measure.js";
import {named} from "../../../words/language.js";
import {capital} from "../../../words/numbers.js";
import type {FindingInput} from "../../findingPage.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";
import {say} from "../../../words/say.js";

/** Published estimates of the same data, where the study has any, beside ours. */
export function publishedTable({derived, context, plan, document}: FindingInput<DepartmentsDerived>): Element | null {
  const {published} = derived;
  if (!published) return null;
  const {citation, n, differs, terms: compared} = published;
  const {label, unit} = measureNamed(context.measures, plan.outcome.name);
  const units = figures.published.unit(unit, plan.outcome.taken === "in log" ? label : null);
  return element(
    document,
    "div",
    {},
    element(document, "h2", {}, figures.published.heading),
    element(document, "p", {}, figures.published.text(named(citation), n, {unit: units, same: differs === undefined})),
    ...(differs === undefined ? [] : [element(document, "p", {}, named(differs))]),
    dataTable(
      compared.map((row) => ({...row, term: termCalled(row.term, context)})),
      [
        {name: "term", label: say("Term")},
        {name: "published", label: say("Published")},
        {name: "ours", label: say("Computed here")},
        ...(differs === undefined ? [{name: "agrees", label: say("Agrees to the printed digits")}] : [])
      ],
      {caption: figures.published.caption, document}
    )
  );
}

/** "Beer tax (dollars a case)": estimates are for one of it. */
function termCalled(term: string, context: FindingInput["context"]): string {
  const {unit} = measureNamed(context.measures, term);
  const called = capital(columnCalled(term, context));
  return unit === "" || unit === "0 or 1" ? called : say("{0} ({1})", called, unit);
}
