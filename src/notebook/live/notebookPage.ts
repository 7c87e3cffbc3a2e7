/** A notebook in a page: its cells in their order, its tools, what it says; it runs where the reader is. */
import type {Cell, Notebook} from "@observablehq/notebook-kit";
import {deserialize, serialize} from "@observablehq/notebook-kit";
import {element} from "../../components/parts/element.js";
import {inWords} from "../inWords.js";
import {saveFile} from "./saveFile.js";
import {builtins, modules} from "./builtins.js";
import type {CellActions, CellView} from "./cellView.js";
import {cellView, modes} from "./cellView.js";
import {askToRun} from "./askToRun.js";
import {chooseFile} from "./chooseFile.js";
import {emptyCell} from "./emptyCell.js";
import type {Host} from "./host.js";
import {readHelp} from "./readHelp.js";
import {variableList} from "./variableList.js";
import {nameParts} from "../nameParts.js";
import {Session} from "./session.js";
import {longestLink, packed} from "./share.js";
import type {Source} from "./source.js";
import {toolbar} from "./toolbar.js";
import {count} from "../../words/en/numbers.js";

interface Placed {
  readonly cell: Cell;
  readonly view: CellView;
  /** ends its editor, while there is one */
  leave?: () => void;
}

const untitled = "Untitled notebook";

export class NotebookPage {
  readonly #place: HTMLElement;
  readonly #host: Host;
  readonly #notebook: Notebook;
  readonly #from: Source["from"];
  readonly #session: Session;
  readonly #list = element(document, "div", {class: "cells"});
  readonly #said = element(document, "p", {class: "notebook-said small", role: "status"});
  readonly #pane = element(document, "dl", {class: "notebook-variables", hidden: true, "aria-label": "Variables"});
  #placed: Placed[] = [];
  #trusted: boolean;
  #id: string | null;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(place: HTMLElement, {notebook, trusted, id, from}: Source, host: Host) {
    this.#place = place;
    this.#host = host;
    this.#notebook = notebook;
    this.#trusted = trusted;
    this.#id = id;
    this.#session = new Session({
      builtins: {...builtins(), ...host.builtins},
      modules: modules(),
      onStatus: (cell, status, failure) => {
        const found = this.#placed.find((one) => one.cell.id === cell);
        found?.view.status(status, failure);
        if (status === "done" && found) {
          nameParts(found.view.output, this.#placed.indexOf(found) + 1);
          host.mark?.(found.view.output);
        }
        if (!this.#pane.hidden) this.#showVariables();
      }
    });
    this.#from = from;
  }

  /** Shows the notebook; runs it, unless it is from elsewhere. */
  open(): void {
    const {cells} = this.#notebook;
    for (const cell of cells) this.#insert(this.#trusted ? cell : {...cell, pinned: true}, this.#placed.length);
    const warning = this.#trusted ? null : askToRun({from: this.#from}, this.#placed.length, () => this.#trust());
    this.#place.replaceChildren(
      ...[this.#title(), warning, this.#tools(), this.#said, this.#pane, this.#list].filter((node) => node !== null)
    );
    this.#number();
    this.#runAll();
  }

  #title(): HTMLElement {
    const attributes = {type: "text", class: "notebook-title", "aria-label": "Title of the notebook"};
    const title = element(document, "input", {...attributes, value: this.#notebook.title});
    title.addEventListener("change", () => {
      this.#notebook.title = title.value.trim() || untitled;
      this.#changed();
    });
    return title;
  }

  #tools(): HTMLElement {
    return toolbar("Notebook", {
      "Run all": () => this.#runAll(),
      Stop: () => this.#session.stop(),
      Restart: () => {
        this.#session.stop();
        this.#runAll();
      },
      Variables: () => {
        this.#pane.hidden = !this.#pane.hidden;
        this.#showVariables();
      },
      ...(this.#host.shares && {
        "Copy a link": () => void this.#copyLink(),
        "Save as a file": () => saveFile(this.#file(), this.#notebook.title),
        "Open a file": () => void this.#openFile(),
        New: () => this.#begin()
      })
    });
  }

  #trust(): void {
    this.#trusted = true;
    this.#runAll();
  }

  #runAll(): void {
    for (const one of this.#placed) this.#run(one);
  }

  #run({cell, view}: Placed): void {
    if (!this.#trusted) return;
    if (cell.mode in modes || cell.mode === "html") this.#session.run({...cell, hidden: false}, view.output);
    else {
      const message = `${cell.mode} cells do not run here; ${Object.values(modes).join(", ")} do`;
      view.status("failed", {line: null, message});
    }
  }

  /** Numbers the cells anew, and shows each as it is now. */
  #number(): void {
    for (const [i, {cell, view}] of this.#placed.entries()) view.update(cell, i + 1);
  }

  #insert(cell: Cell, at: number): Placed {
    const placed: Placed = {
      cell,
      view: cellView(
        cell,
        this.#actions(() => placed)
      )
    };
    this.#list.insertBefore(placed.view.node, this.#placed[at]?.view.node ?? null);
    this.#placed.splice(at, 0, placed);
    return placed;
  }

  #actions(own: () => Placed): CellActions {
    return {
      run: () => this.#run(own()),
      edit: () => void this.#edit(own()),
      move: (by) => this.#move(own(), by),
      remove: () => this.#remove(own()),
      addBelow: (mode) => {
        const added = this.#insert(emptyCell(this.#cells(), mode), this.#placed.indexOf(own()) + 1);
        this.#settle();
        void this.#edit(added);
      },
      fold: () => this.#set(own(), ({cell}) => (cell.pinned = !cell.pinned)),
      hide: () => this.#set(own(), ({cell}) => (cell.hidden = !cell.hidden)),
      setMode: (mode) => this.#setMode(own(), mode),
      setOutput: (name) =>
        this.#set(own(), ({cell, view}) => {
          cell.output = /^[A-Za-z_$][\w$]*$/.test(name) ? name : undefined;
          view.stale();
        })
    };
  }

  #set(placed: Placed, change: (placed: Placed) => unknown): void {
    change(placed);
    this.#settle();
  }

  #settle(): void {
    this.#number();
    this.#changed();
  }

  async #edit(placed: Placed): Promise<void> {
    const {cell, view} = placed;
    if (placed.leave) return;
    placed.leave = () => {};
    cell.pinned = true;
    this.#number();
    if (cell.mode === "sql" && !this.#host.builtins) void import("../sql.js").then(({warm}) => warm());
    const [{codeEditor}, known] = await Promise.all([import("./codeEditor.js"), readHelp()]);
    const editor = codeEditor(view.code, cell.value, {
      mode: cell.mode,
      label: `Code of cell ${this.#placed.indexOf(placed) + 1}; Escape leaves it`,
      ...known,
      variables: () => [...this.#session.variables.keys()],
      onChange: (text) => {
        cell.value = text;
        view.stale();
        this.#changed();
      },
      onRun: () => this.#run(placed),
      onLeave: () => view.focus()
    });
    view.node.classList.add("editing");
    placed.leave = () => {
      editor.destroy();
      view.node.classList.remove("editing");
      delete placed.leave;
    };
    editor.focus();
  }

  #setMode(placed: Placed, mode: Cell["mode"]): void {
    const {leave} = placed;
    leave?.();
    this.#set(placed, ({cell, view}) => {
      Object.assign(cell, {mode, database: mode === "sql" ? "var:db" : undefined});
      view.stale();
    });
    if (leave) void this.#edit(placed);
  }

  #move(placed: Placed, by: -1 | 1): void {
    const [from, to] = [this.#placed.indexOf(placed), this.#placed.indexOf(placed) + by];
    if (to < 0 || to >= this.#placed.length) return;
    const active = document.activeElement;
    this.#placed.splice(from, 1);
    this.#placed.splice(to, 0, placed);
    this.#list.insertBefore(placed.view.node, this.#placed[to + 1]?.view.node ?? null);
    if (active instanceof HTMLElement) active.focus();
    this.#settle();
    this.#say(`Moved to place ${to + 1} of ${this.#placed.length}.`);
  }

  #remove(placed: Placed): void {
    const at = this.#placed.indexOf(placed);
    placed.leave?.();
    this.#session.remove(placed.cell.id);
    placed.view.node.remove();
    this.#placed.splice(at, 1);
    if (this.#placed.length === 0) this.#insert(emptyCell([], "js"), 0);
    this.#settle();
    this.#placed[Math.min(at, this.#placed.length - 1)]?.view.focus();
  }

  #cells(): Cell[] {
    return this.#placed.map(({cell}) => cell);
  }

  #file(): string {
    return serialize({...this.#notebook, cells: this.#cells()});
  }

  #changed(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#keep(), 400);
  }

  async #keep(): Promise<void> {
    this.#id ??= crypto.randomUUID();
    try {
      this.#say(await this.#host.keep(this.#id, this.#notebook.title, this.#file()));
    } catch (error) {
      this.#say(`Not kept: ${inWords(error)}.`);
    }
  }

  async #copyLink(): Promise<void> {
    try {
      const code = await packed(this.#file());
      await navigator.clipboard.writeText(`${location.href.split("#")[0]}#code=${code}`);
      const [size, most] = [code.length, longestLink].map(count);
      this.#say(`The link is copied: ${size} of at most ${most} characters. Whoever has it can read the notebook.`);
    } catch (error) {
      this.#say(`No link: ${inWords(error)}.`);
    }
  }

  async #openFile(): Promise<void> {
    const file = await chooseFile(".html,text/html");
    if (!file) return;
    this.#replaceBy({notebook: deserialize(await file.text()), trusted: false, id: null, from: "file"});
  }

  #begin(): void {
    const cells = [emptyCell([], "js")];
    this.#replaceBy({notebook: {...this.#notebook, title: untitled, cells}, trusted: true, id: null, from: "new"});
  }

  #replaceBy(source: Source): void {
    this.#session.stop();
    history.replaceState(null, "", location.pathname);
    new NotebookPage(this.#place, source, this.#host).open();
  }

  #showVariables(): void {
    this.#pane.replaceChildren(...variableList(this.#session.variables));
  }

  #say(text: string): void {
    this.#said.textContent = text;
  }
}
