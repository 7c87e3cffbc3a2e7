import {element} from "../components/parts/element.js";
import {pValue} from "../evidence/format.js";
import {textTable} from "./draw/textTable.js";
import {type Hypothesis, type Ledger, type LedgerState, parseLedger, summariseLedger} from "./ledger.js";
import {saveFile} from "./saveFile.js";

/** What has been tried on this device: how many comparisons, what chance alone would give, what is left of each. */
export function ledgerPart(ledger: Ledger, document: Document): HTMLElement {
  const list = element(document, "div");
  const details = element(
    document,
    "details",
    {class: "explore-ledger"},
    element(document, "summary", {}, "Comparisons made on this device"),
    list
  );
  const fill = (): void => {
    if (!details.open) return;
    const expected = ledger.state.hypotheses.map((one) => element(document, "li", {}, statedWords(one)));
    list.replaceChildren(
      tableOf(ledger.state, document),
      ...(expected.length === 0 ? [] : [element(document, "ul", {class: "small"}, ...expected)]),
      ...tools(ledger, fill, document)
    );
  };
  details.addEventListener("toggle", fill);
  document.addEventListener("longview-ledger", fill);
  return element(
    document,
    "section",
    {class: "explore-honesty", "aria-labelledby": "explore-ledger-title"},
    element(document, "h2", {id: "explore-ledger-title"}, "How much has been tried"),
    element(document, "p", {"data-ledger-count": true, role: "status"}, ""),
    hypothesis(ledger, document),
    details
  );
}

/** What a reader expects, written down before looking, with its time. */
function hypothesis(ledger: Ledger, document: Document): HTMLElement {
  const field = element(document, "input", {type: "text", maxlength: 300});
  const said = element(document, "p", {class: "small", role: "status"});
  const show = (): void => {
    const last = ledger.state.hypotheses.at(-1);
    said.textContent = last ? statedWords(last) : "";
  };
  const form = element(
    document,
    "form",
    {class: "controls"},
    element(document, "label", {class: "explore-wide"}, "What you expect, stated before you look", field),
    element(document, "button", {type: "submit"}, "State it")
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim() === "") return;
    ledger.suppose(field.value.trim());
    field.value = "";
    document.dispatchEvent(new Event("longview-ledger"));
  });
  document.addEventListener("longview-ledger", show);
  show();
  return element(document, "div", {}, form, said);
}

function statedWords({text, at, after}: Hypothesis): string {
  const made = after === 1 ? "one comparison" : after === 0 ? "no comparison" : `${after} comparisons`;
  return `Stated ${at.slice(0, 16).replace("T", " ")} UTC, after ${made}: ${text}`;
}

function tableOf(state: LedgerState, document: Document): HTMLElement {
  const {q} = summariseLedger(state);
  const rows = state.entries.map((entry, i) => [
    entry.label,
    entry.p === null ? "none" : pValue(entry.p),
    q[i] === null || q[i] === undefined ? "none" : pValue(q[i]),
    entry.planned ? "planned" : "exploratory",
    entry.at.slice(0, 10)
  ]);
  const columns = ["Comparison", "p", "q", "Kind", "First made"].map((title) => ({
    title,
    numeric: title === "p" || title === "q"
  }));
  return element(
    document,
    "div",
    {},
    textTable(columns, rows, {caption: "comparisons made", document}),
    element(document, "p", {class: "small"}, "q is p adjusted for all comparisons in the list (Benjamini-Hochberg).")
  );
}

function tools(ledger: Ledger, fill: () => void, document: Document): HTMLElement[] {
  const said = element(document, "p", {class: "small", role: "status"});
  const save = element(document, "button", {type: "button"}, "Save the list");
  save.addEventListener("click", () =>
    saveFile(document, JSON.stringify(ledger.state, null, 2), {name: "ledger.json", type: "application/json"})
  );
  const clear = element(document, "button", {type: "button"}, "Forget the list");
  clear.addEventListener("click", () => {
    ledger.clear();
    document.dispatchEvent(new Event("longview-ledger"));
    fill();
  });
  const file = element(document, "input", {
    type: "file",
    accept: ".json,application/json",
    "aria-label": "Restore a saved list"
  });
  file.addEventListener("change", () => {
    void file.files?.[0]?.text().then((text) => {
      try {
        parseLedger(text);
        ledger.restore(text);
        document.dispatchEvent(new Event("longview-ledger"));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        said.textContent = error.message;
      }
    });
  });
  return [
    element(
      document,
      "div",
      {class: "controls"},
      save,
      clear,
      element(document, "label", {}, "Restore a saved list", file)
    ),
    said
  ];
}
