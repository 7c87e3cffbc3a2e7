/** The lab's notebooks: SQL cells read the study's rows, nothing is shared, every output says that it is not for publication. */
import type {Notebook} from "@observablehq/notebook-kit";
import {deserialize, toNotebook} from "@observablehq/notebook-kit";
import {element} from "../../components/parts/element.js";
import {show} from "../show.js";
import type {Host} from "./host.js";
import {NotebookPage} from "./notebookPage.js";

const json = {"content-type": "application/json"};

/** The warehouse, asked by SQL cells: read-only, values bound. */
const db = {
  async sql(strings: readonly string[], ...values: readonly unknown[]): Promise<Record<string, unknown>[]> {
    const sql = strings.reduce((before, part, i) => `${before}$${i}${part}`);
    const answer = await fetch("./query", {method: "POST", headers: json, body: JSON.stringify({sql, values})});
    const {rows, error} = (await answer.json()) as {rows: Record<string, unknown>[]; error?: string};
    if (error !== undefined) throw new Error(error);
    return rows;
  }
};

const words = "Not for publication: made from rows that are not released.";

/** Marks an output, in a figure also where its downloads take their words from. */
function mark(output: HTMLElement): void {
  if (output.childNodes.length === 0 || output.querySelector("[data-lab]")) return;
  for (const figure of output.querySelectorAll(".figure-plot"))
    figure.after(element(document, "p", {class: "figure-note", "data-lab": "not-for-publication"}, words));
  if (!output.querySelector("[data-lab]"))
    output.append(element(document, "p", {class: "small", "data-lab": "not-for-publication"}, words));
}

const host = (name: string): Host => ({
  shares: false,
  builtins: {db: () => db, shown: () => (rows: readonly object[]) => show(rows, document)},
  mark,
  async keep(_id, _title, file) {
    const answer = await fetch(`./notebooks/${name}`, {method: "PUT", headers: json, body: JSON.stringify({file})});
    if (!answer.ok) throw new Error(((await answer.json()) as {error: string}).error);
    return `Kept in the study's lab as ${name}.html.`;
  }
});

/** Lists the notebooks of the lab, and opens the one that the address names, or a new one. */
export async function openLab(place: HTMLElement): Promise<void> {
  const files = (await (await fetch("./notebooks.json")).json()) as Record<string, string>;
  const names = Object.keys(files);
  const asked = new URLSearchParams(location.hash.slice(1)).get("notebook");
  const name = asked !== null && /^[a-z0-9-]+$/.test(asked) ? asked : `lab-${new Date().toISOString().slice(0, 10)}`;
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  const links = [...new Set([...names, name])].map((one) =>
    element(document, "li", {}, element(document, "a", {href: `#notebook=${one}`}, one))
  );
  const notebook = element(document, "div");
  place.replaceChildren(element(document, "ul", {class: "notebook-list"}, ...links), notebook);
  addEventListener("hashchange", () => void openLab(place), {once: true});
  const source = file === undefined ? fresh() : deserialize(file);
  new NotebookPage(notebook, {notebook: source, trusted: true, id: name, from: "device"}, host(name)).open();
}

function fresh(): Notebook {
  const value = "SELECT table_schema, table_name\nFROM information_schema.tables\nORDER BY ALL";
  return toNotebook({title: "Untitled lab notebook", cells: [{id: 1, mode: "sql", value}]});
}
