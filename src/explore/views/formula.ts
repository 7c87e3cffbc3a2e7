import {element} from "../../components/parts/element.js";
import {decimal, list, pValue} from "../../evidence/format.js";
import {MissingColumn} from "../../stats/errors/missingColumn.js";
import type {Estimate} from "../../stats/estimate.js";
import type {ExplorerContext} from "../context.js";
import {formulaOf} from "../comparisonData.js";
import {textTable} from "../draw/textTable.js";
import type {LedgerEntry} from "../ledger.js";
import {nearest} from "../nearest.js";
import {type EstimatorName, offeredEstimators} from "../offeredEstimators.js";
import {setAside} from "../setAside.js";
import {entryOf, labelOf} from "./pair.js";

/** The plan's syntax in a field: completion by column, errors in place, every estimator that the rows allow. */
export function formula(context: ExplorerContext): HTMLElement {
  const {document, comparison, grain, write} = context;
  const own = formulaOf(comparison, grain);
  const written = context.formula ?? {text: own, by: "ols" as const};
  const estimators = offeredEstimators(grain);
  const field = element(document, "input", {
    type: "text",
    class: "explore-formula",
    spellcheck: "false",
    autocomplete: "off",
    "aria-describedby": "explore-formula-help",
    value: written.text
  });
  const which = element(
    document,
    "select",
    {},
    ...estimators.map(([name, {label}]) =>
      element(document, "option", {value: name, selected: name === written.by}, label)
    )
  );
  const offers = element(document, "div", {
    class: "explore-offers",
    role: "group",
    "aria-label": "Columns that complete the word"
  });
  const result = element(document, "div", {role: "status"});
  const run = element(document, "button", {type: "submit", class: "primary"}, "Estimate");
  const form = element(
    document,
    "form",
    {},
    element(
      document,
      "div",
      {class: "controls"},
      labelled(document, "Formula", field),
      labelled(document, "Estimator", which),
      run
    ),
    offers,
    element(
      document,
      "p",
      {id: "explore-formula-help", class: "small"},
      [
        "outcome ~ exposure + controls | levels taken out. Knows log(), I(x^2), l(x, 1) a year earlier, d(x) the yearly change, : and *.",
        setAside(comparison, grain, ["brush"]) ?? ""
      ].join(" ")
    )
  );
  which.addEventListener("change", () => {
    if (estimators.some(([, {begin}]) => begin?.(context) === field.value) || field.value === own)
      field.value = estimators.find(([name]) => name === which.value)?.[1].begin?.(context) ?? own;
  });
  const complete = (): void => offers.replaceChildren(...offersFor(field, Object.keys(grain.columns), document));
  field.addEventListener("input", complete);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [text, by] = [field.value.trim(), which.value as EstimatorName];
    write(text === "" || (text === own && by === "ols") ? null : {text, by});
  });
  void estimateInto(result, {name: written.by, text: written.text, context}).then(() =>
    field.setAttribute("aria-invalid", String(result.querySelector(".explore-warning") !== null))
  );
  return element(document, "div", {}, form, result);
}

function labelled(document: Document, words: string, control: HTMLElement): HTMLElement {
  return element(document, "label", {}, words, control);
}

/** Columns that begin as the word before the cursor does; a click or Enter puts one in its place. */
function offersFor(field: HTMLInputElement, columns: readonly string[], document: Document): HTMLElement[] {
  const end = field.selectionStart ?? field.value.length;
  const word = /[\p{L}_.][\p{L}\p{N}_.]*$/u.exec(field.value.slice(0, end))?.[0] ?? "";
  if (word.length < 2 || columns.includes(word)) return [];
  return columns
    .filter((name) => name.startsWith(word) || name.includes(word))
    .slice(0, 8)
    .map((name) => {
      const button = element(document, "button", {type: "button"}, name);
      button.addEventListener("click", () => {
        field.setRangeText(name, end - word.length, end, "end");
        field.focus();
        field.dispatchEvent(new Event("input"));
      });
      return button;
    });
}

async function estimateInto(
  place: HTMLElement,
  {name, text, context}: {name: EstimatorName; text: string; context: ExplorerContext}
): Promise<void> {
  const {document, ledger} = context;
  try {
    const {estimateFormula} = await import("../estimateFormula.js");
    const found = estimateFormula(name, text, context);
    place.replaceChildren(terms(found, document));
    const [first] = found.terms.filter(({term}) => term !== "(Intercept)");
    ledger.record([{...countedAs(context, name, text), p: first?.p ?? null}]);
    document.dispatchEvent(new Event("longview-ledger"));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    place.replaceChildren(
      element(document, "p", {class: "explore-warning"}, wordsFor(error, Object.keys(context.grain.columns)))
    );
  }
}

/** The comparison itself under its own name, so that it is counted once; any other formula under its own words. */
export function countedAs(
  context: Pick<ExplorerContext, "comparison" | "grain" | "study">,
  name: EstimatorName,
  text: string
): Omit<LedgerEntry, "at" | "p"> {
  const {comparison, grain} = context;
  const plain = (written: string): string => written.replaceAll(/\s+/g, "");
  if (name === "ols" && comparison.brush === null && plain(text) === plain(formulaOf(comparison, grain)))
    return entryOf(comparison, context, null);
  const {years, lines, weights, errors} = comparison;
  const among = [years?.join("-"), ...lines.toSorted(), weights, errors].map(String).join(" ");
  const how = name === "ols" ? text : `${text}; ${calledIn(grain, name).toLowerCase()}`;
  return {
    key: `${grain.name} ${name} ${plain(text)} ${among}`,
    label: labelOf({...comparison, brush: null}, grain, how),
    planned: false
  };
}

const calledIn = (grain: ExplorerContext["grain"], name: EstimatorName): string =>
  offeredEstimators(grain).find(([one]) => one === name)?.[1].label ?? name;

function wordsFor(error: Error, columns: readonly string[]): string {
  if (!(error instanceof MissingColumn)) return `The formula cannot be estimated: ${error.message}.`;
  const near = nearest(error.column, columns);
  return `The formula cannot be estimated: there is no column ${error.column}. ${near === undefined ? `There are ${list(columns)}.` : `Did you mean ${near}?`}`;
}

function terms({terms: found, n, method, dropped, warnings}: Estimate<object>, document: Document): HTMLElement {
  const number = (value: number | null): string =>
    value === null
      ? ""
      : Math.abs(value) >= 1e5 || (value !== 0 && Math.abs(value) < 1e-3)
        ? value.toExponential(3).replace("-", "−")
        : decimal(value, 4);
  const rows = found.map(({term, estimate, se, low, high, df, p}) => [
    term,
    number(estimate),
    number(se),
    low === null ? "" : `${number(low)} to ${number(high)}`,
    df === null ? "" : decimal(df, 1),
    p === null ? "" : pValue(p)
  ]);
  const columns = ["Term", "Estimate", "Standard error", "95\u202f% interval", "df", "p"];
  const notes = [
    `${method}, n = ${n}.`,
    ...dropped.map((one) => `Left out: ${one.n}, ${one.reason}.`),
    ...warnings.map((warning) => `${warning}.`)
  ];
  return element(
    document,
    "div",
    {},
    textTable(
      columns.map((title, i) => ({title, numeric: i > 0})),
      rows,
      {caption: "terms", document}
    ),
    element(document, "p", {class: "small"}, notes.join(" "))
  );
}
