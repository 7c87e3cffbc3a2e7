import {element} from "../../components/parts/element.js";
import {decimal, list, pValue} from "../../evidence/format.js";
import {MissingColumn} from "../../stats/errors/missingColumn.js";
import type {Estimate} from "../../stats/estimate.js";
import type {ExplorerContext} from "../context.js";
import {comparisonData, formulaOf, pickRows, vcovOf} from "../comparisonData.js";
import {textTable} from "../draw/textTable.js";
import type {LedgerEntry} from "../ledger.js";
import {nearest} from "../nearest.js";
import {setAside} from "../setAside.js";
import {entryOf} from "./pair.js";

type Estimator = (text: string, context: ExplorerContext) => Promise<Estimate<object>>;

interface OfferedEstimator {
  readonly label: string;
  readonly estimate: Estimator;
  /** the formula to begin with, where it is not that of the comparison */
  readonly begin?: (context: ExplorerContext) => string;
}

/** What the rows of a grain allow; each is loaded when it is asked for. */
const estimators: Readonly<Record<string, OfferedEstimator>> = {
  ols: {
    label: "Least squares, errors of the comparison",
    async estimate(text, context) {
      const {ols} = await import("../../stats/regression/ols.js");
      return ols(text, rowsOf(context), {
        vcov: vcovOf(context.comparison.errors, context.grain),
        ...panelOf(context),
        weights: context.comparison.weights ?? undefined
      });
    }
  },
  wild: {
    label: "Wild cluster bootstrap of the first term",
    async estimate(text, context) {
      const {wildBootstrap} = await import("../../stats/regression/wildBootstrap.js");
      const {parseFormula} = await import("../../stats/formula/parseFormula.js");
      const {unit} = context.grain;
      if (unit === null) throw new RangeError("A wild cluster bootstrap needs units. Choose another table.");
      return wildBootstrap(text, rowsOf(context), {
        cluster: unit,
        term: parseFormula(text).terms[0]?.label ?? "",
        draws: 1999,
        ...panelOf(context)
      });
    }
  },
  mixed: {
    label: "Mixed model",
    begin: ({comparison, grain}) => `${formulaOf(comparison, grain, "none")} + (1 | ${grain.unit ?? "unit"})`,
    async estimate(text, context) {
      const {mixedModel} = await import("../../stats/mixed/mixedModel.js");
      return mixedModel(text, rowsOf(context));
    }
  }
};

/** The rows that years and lines leave, all of their columns. */
function rowsOf({comparison, grain}: ExplorerContext): ReturnType<typeof pickRows> {
  const {rows} = comparisonData(
    {...comparison, lag: 0, transform: "none", controls: [], brush: null, weights: null},
    grain
  );
  // what lag and transformation make has columns of its own
  const {columns} = comparisonData({...comparison, brush: null}, grain);
  return pickRows(columns, rows, Object.keys(columns));
}

function panelOf({grain: {unit, time}}: ExplorerContext): {unit?: string; time?: string} {
  return {unit: unit ?? undefined, time: time ?? undefined};
}

/** The plan's syntax in a field: completion by column, errors in place, every estimator that the rows allow. */
export function formula(context: ExplorerContext): HTMLElement {
  const {document, comparison, grain} = context;
  const own = formulaOf(comparison, grain);
  const field = element(document, "input", {
    type: "text",
    class: "explore-formula",
    spellcheck: "false",
    autocomplete: "off",
    "aria-describedby": "explore-formula-help",
    value: own
  });
  const which = element(
    document,
    "select",
    {},
    ...Object.entries(estimators).map(([name, {label}]) => element(document, "option", {value: name}, label))
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
    if (Object.values(estimators).some(({begin}) => begin?.(context) === field.value) || field.value === own)
      field.value = estimators[which.value]?.begin?.(context) ?? own;
  });
  const complete = (): void => offers.replaceChildren(...offersFor(field, Object.keys(grain.columns), document));
  field.addEventListener("input", complete);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void estimateInto(result, {name: which.value, text: field.value, context}).then(() =>
      field.setAttribute("aria-invalid", String(result.querySelector(".explore-warning") !== null))
    );
  });
  void estimateInto(result, {name: "ols", text: field.value, context});
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
  {name, text, context}: {name: string; text: string; context: ExplorerContext}
): Promise<void> {
  const {document, ledger} = context;
  try {
    const found = await estimators[name]!.estimate(text, context);
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
function countedAs(context: ExplorerContext, name: string, text: string): Omit<LedgerEntry, "at" | "p"> {
  const {comparison, grain} = context;
  const plain = (written: string): string => written.replaceAll(/\s+/g, "");
  if (name === "ols" && comparison.brush === null && plain(text) === plain(formulaOf(comparison, grain)))
    return entryOf(comparison, context, null);
  return {key: `${grain.name} ${name} ${plain(text)}`, label: text, planned: false};
}

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
