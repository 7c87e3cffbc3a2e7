/** The live notebook: reads what its address asks for, shows it, and runs it where the reader is. */
import type {Cell, Notebook} from "@observablehq/notebook-kit";
import {deserialize, serialize, toCell} from "@observablehq/notebook-kit";
import {element} from "../../components/parts/element.js";
import {inWords} from "../inWords.js";
import {builtins, modules} from "./builtins.js";
import type {CellView} from "./cellView.js";
import {cellView, modes} from "./cellView.js";
import type {Documented} from "./codeEditor.js";
import {Session} from "./session.js";
import {packed} from "./share.js";
import type {Source} from "./source.js";
import {sourceOf} from "./source.js";
import {keep} from "./store.js";

interface Help {
  readonly docs: readonly Documented[];
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

const beside = (name: string): URL => new URL(name, import.meta.url);
const readJson = async <T>(name: string): Promise<T> => (await (await fetch(beside(name))).json()) as T;

/** Opens the notebook that the address asks for in a place of the page. */
export async function openNotebook(place: HTMLElement): Promise<void> {
  const shipped = (): Promise<Record<string, string>> => readJson("shipped.json");
  const open = async (): Promise<void> => {
    try {
      showNotebook(place, await sourceOf(location.hash, shipped));
    } catch (error) {
      place.replaceChildren(element(document, "p", {role: "alert"}, inWords(error)));
    }
  };
  addEventListener("hashchange", () => void open());
  await open();
}

function showNotebook(place: HTMLElement, source: Source): void {
  const {notebook} = source;
  let {trusted} = source;
  let id = source.id;
  const cells: Cell[] = [...notebook.cells];
  const views = new Map<number, CellView>();
  const editors = new Map<number, () => void>();
  const said = element(document, "p", {class: "notebook-said small", role: "status"});
  const say = (text: string): void => {
    said.textContent = text;
  };
  const list = element(document, "div", {class: "cells"});
  const pane = element(document, "dl", {class: "notebook-variables", hidden: true, "aria-label": "Variables"});
  const session = new Session({
    builtins: builtins(),
    modules: modules(),
    onStatus(cell, status, failure) {
      views.get(cell)?.status(status, failure);
      if (!pane.hidden) showVariables();
    }
  });
  const file = (): string => serialize(toFile(notebook, cells));
  let later: ReturnType<typeof setTimeout> | undefined;
  const changed = (): void => {
    clearTimeout(later);
    later = setTimeout(() => {
      id ??= crypto.randomUUID();
      try {
        keep(id, notebook.title, file());
        history.replaceState(null, "", `#saved=${id}`);
        say("Kept on this device.");
      } catch {
        say("Not kept: this browser has no room for it, or does not allow it. Save it as a file.");
      }
    }, 400);
  };
  const run = (cell: Cell): void => {
    const view = views.get(cell.id);
    if (!view || !trusted) return;
    if (!(cell.mode in modes) && cell.mode !== "html") {
      view.status("failed", {
        line: null,
        message: `${cell.mode} cells do not run here; ${Object.values(modes).join(", ")} do`
      });
      return;
    }
    session.run({...cell, hidden: false}, view.output);
  };
  const runAll = (): void => {
    for (const cell of cells) run(cell);
  };
  const showVariables = (): void => {
    const own = [...session.variables].flatMap(([name, value]) => [
      element(document, "dt", {}, name),
      element(document, "dd", {}, inWords(value).slice(0, 120))
    ]);
    pane.replaceChildren(...(own.length > 0 ? own : [element(document, "dt", {}, "No variables yet")]));
  };
  const number = (): void => {
    for (const [i, cell] of cells.entries()) views.get(cell.id)?.update(cell, i + 1);
  };
  const edit = async (cell: Cell): Promise<void> => {
    const view = views.get(cell.id);
    if (!view || editors.has(cell.id)) return;
    editors.set(cell.id, () => {});
    cell.pinned = true;
    number();
    const [{codeEditor}, help] = await Promise.all([import("./codeEditor.js"), readJson<Help>("help.json")]);
    const editor = codeEditor(view.code, cell.value, {
      mode: cell.mode,
      label: `Code of cell ${cells.indexOf(cell) + 1}`,
      ...help,
      variables: () => [...session.variables.keys()],
      onChange(text) {
        cell.value = text;
        view.stale();
        changed();
      },
      onRun: () => run(cell),
      onLeave: () => view.focus()
    });
    view.node.classList.add("editing");
    editors.set(cell.id, () => {
      editor.destroy();
      view.node.classList.remove("editing");
      editors.delete(cell.id);
    });
    editor.focus();
  };
  const insert = (cell: Cell, at: number): void => {
    cells.splice(at, 0, cell);
    const view = cellView(cell, {
      run: () => run(cell),
      edit: () => void edit(cell),
      move(by) {
        const [from, to] = [cells.indexOf(cell), cells.indexOf(cell) + by];
        if (to < 0 || to >= cells.length) return;
        cells.splice(from, 1);
        cells.splice(to, 0, cell);
        const after =
          by < 0 ? views.get(cells[to + 1]?.id ?? -1)?.node : views.get(cells[to - 1]?.id ?? -1)?.node.nextSibling;
        const active = document.activeElement;
        list.insertBefore(view.node, after ?? null);
        if (active instanceof HTMLElement) active.focus();
        number();
        changed();
        say(`Moved to place ${to + 1} of ${cells.length}.`);
      },
      remove() {
        const i = cells.indexOf(cell);
        editors.get(cell.id)?.();
        session.remove(cell.id);
        cells.splice(i, 1);
        view.node.remove();
        views.delete(cell.id);
        if (cells.length === 0) insert(empty("js"), 0);
        number();
        changed();
        views.get(cells[Math.min(i, cells.length - 1)]?.id ?? -1)?.focus();
      },
      addBelow(mode) {
        const added = empty(mode);
        insert(added, cells.indexOf(cell) + 1);
        number();
        changed();
        void edit(added);
      },
      fold() {
        cell.pinned = !cell.pinned;
        number();
        changed();
      },
      hide() {
        cell.hidden = !cell.hidden;
        number();
        changed();
      },
      setMode(mode) {
        cell.mode = mode;
        cell.database = mode === "sql" ? "var:db" : undefined;
        const open = editors.get(cell.id);
        open?.();
        number();
        view.stale();
        changed();
        if (open) void edit(cell);
      },
      setOutput(name) {
        cell.output = /^[A-Za-z_$][\w$]*$/.test(name) ? name : undefined;
        number();
        view.stale();
        changed();
      }
    });
    views.set(cell.id, view);
    list.insertBefore(view.node, views.get(cells[at + 1]?.id ?? -1)?.node ?? null);
  };
  const empty = (mode: Cell["mode"]): Cell =>
    toCell({id: Math.max(0, ...cells.map((cell) => cell.id)) + 1, mode, value: "", pinned: true});
  const title = element(document, "input", {
    type: "text",
    class: "notebook-title",
    value: notebook.title,
    "aria-label": "Title of the notebook"
  });
  title.addEventListener("change", () => {
    notebook.title = title.value.trim() || "Untitled notebook";
    changed();
  });
  const tools = toolbar({
    "Run all": () => {
      if (trusted) runAll();
    },
    Stop: () => session.stop(),
    Restart: () => {
      session.stop();
      runAll();
    },
    Variables: () => {
      pane.hidden = !pane.hidden;
      showVariables();
    },
    "Copy a link": () =>
      void packed(file())
        .then(async (code) => {
          await navigator.clipboard.writeText(`${location.href.split("#")[0]}#code=${code}`);
          say(
            `The link is copied: ${code.length.toLocaleString("en-GB")} of at most 8,000 characters. Whoever has it can read the notebook.`
          );
        })
        .catch((error: unknown) => say(`No link: ${inWords(error)}.`)),
    "Save as a file": () => save(file(), notebook.title),
    "Open a file": () =>
      void choose().then((text) =>
        showNotebook(place, {notebook: deserialize(text), trusted: false, id: null, from: "file"})
      ),
    New: () => {
      location.hash = "";
      showNotebook(place, {
        notebook: {...notebook, title: "Untitled notebook", cells: [empty("js")]},
        trusted: true,
        id: null,
        from: "new"
      });
    }
  });
  const initial = cells.splice(0);
  for (const [i, cell] of initial.entries()) insert(cell, i);
  const warning = trusted
    ? null
    : asking(source.from, cells.length, () => {
        trusted = true;
        warning?.remove();
        runAll();
      });
  if (!trusted) for (const cell of cells) cell.pinned = true;
  number();
  place.replaceChildren(title, ...[warning, tools, said, pane, list].filter((node) => node !== null));
  if (trusted) runAll();
}

function asking(from: Source["from"], count: number, run: () => void): HTMLElement {
  const button = element(document, "button", {type: "button", class: "primary"}, "Run this notebook");
  button.addEventListener("click", run);
  return element(
    document,
    "div",
    {class: "notebook-warning", role: "region", "aria-label": "Before it runs"},
    element(document, "p", {}, element(document, "strong", {}, `This notebook came from a ${from} and has not run.`)),
    element(
      document,
      "p",
      {},
      `Its ${count} cells are below: read them first. Its code could read the notebooks kept on this device. This page sends nothing to other sites, but code can lead the browser to another page and take what it read along. Run it only if you trust who made it.`
    ),
    button
  );
}

function toolbar(actions: Readonly<Record<string, () => void>>): HTMLElement {
  const buttons = Object.entries(actions).map(([label, action]) => {
    const node = element(document, "button", {type: "button"}, label);
    node.addEventListener("click", action);
    return node;
  });
  return element(document, "div", {class: "notebook-tools", role: "toolbar", "aria-label": "Notebook"}, ...buttons);
}

function toFile(notebook: Notebook, cells: Cell[]): Notebook {
  return {...notebook, cells};
}

function save(text: string, title: string): void {
  const href = URL.createObjectURL(new Blob([text], {type: "text/html"}));
  const name =
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/g, "") || "notebook";
  element(document, "a", {href, download: `${name}.html`}).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

function choose(): Promise<string> {
  const input = element(document, "input", {type: "file", accept: ".html,text/html"});
  return new Promise((resolve) => {
    input.addEventListener("change", () => void input.files?.[0]?.text().then(resolve));
    input.click();
  });
}
