import type {Column} from "../../../src/components/column.js";
import {dataTable} from "../../../src/components/dataTable.js";
import validation from "../../../src/stats/validation.json" with {type: "json"};
import type {Marks} from "./mark.js";
import {htmlMark} from "./mark.js";
import type {MarkInput} from "./markInput.js";

/** The plan, and what the estimators were checked against. */
export function methodsMarks({release: {study}, document}: MarkInput): Marks {
  const plan = study.plan.map(({finding, dated, specification, term, note = ""}) => ({
    finding,
    dated,
    specification,
    term,
    note
  }));
  const checked = validation.map(({family, title, compared, of, worst, tolerance}) => ({
    family,
    title,
    compared: `${compared} of ${of}`,
    worst: worst.error === 0 ? "none" : power(worst.error),
    tolerance: power(tolerance)
  }));
  return {
    "methods.plan": htmlMark(dataTable(plan, planColumns, {caption: "Analysis plan", document})),
    "methods.validation": htmlMark(
      dataTable(checked, validationColumns, {caption: "What the estimators were checked against", document})
    )
  };
}

function power(value: number): string {
  return value.toExponential(0).replace("-", "\u2212");
}

const planColumns: Column[] = [
  {name: "finding", label: "Finding"},
  {name: "dated", label: "Dated"},
  {name: "specification", label: "Specification"},
  {name: "term", label: "Term"},
  {name: "note", label: "Note"}
];
const validationColumns: Column[] = [
  {name: "family", label: "Family"},
  {name: "title", label: "Target"},
  {name: "compared", label: "Values compared"},
  {name: "worst", label: "Worst relative error"},
  {name: "tolerance", label: "Allowed"}
];
