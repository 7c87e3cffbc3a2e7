import type {Cell} from "@observablehq/notebook-kit";
import {element} from "../../components/parts/element.js";
import type {Failure} from "./failureOf.js";
import type {Status} from "./session.js";

/** Languages that a cell may be in, as a reader calls them. */
export const modes: Readonly<Record<string, string>> = {js: "JavaScript", md: "Markdown", sql: "SQL"};

export interface CellActions {
  run(): void;
  edit(): void;
  move(by: -1 | 1): void;
  remove(): void;
  addBelow(mode: Cell["mode"]): void;
  fold(): void;
  hide(): void;
  setMode(mode: Cell["mode"]): void;
  setOutput(name: string): void;
}

/** A cell as it stands in the page: what it shows, its code, what can be done with it, its state. */
export interface CellView {
  readonly node: HTMLElement;
  readonly output: HTMLDivElement;
  /** where the editor goes */
  readonly code: HTMLElement;
  /** after the cell or its place has changed */
  update(cell: Cell, place: number): void;
  status(status: Status, failure: Failure | null): void;
  stale(): void;
  focus(): void;
}

const words: Readonly<Record<Status | "stale", string>> = {
  "not run": "not run yet",
  runs: "running",
  done: "",
  failed: "failed",
  stopped: "stopped",
  stale: "edited, not run"
};

const button = (label: string, action: () => void, name = label): HTMLButtonElement => {
  const node = element(document, "button", {type: "button", "aria-label": name, title: name}, label);
  node.addEventListener("click", action);
  return node;
};

/** What can be done with a cell, in a row. */
function toolsOf(actions: CellActions) {
  const state = element(document, "span", {class: "cell-state"});
  const language = element(
    document,
    "select",
    {"aria-label": "Language"},
    ...Object.entries(modes).map(([value, label]) => element(document, "option", {value}, label))
  );
  language.addEventListener("change", () => actions.setMode(language.value as Cell["mode"]));
  const result = element(document, "input", {type: "text", size: 12, placeholder: "rows", autocomplete: "off"});
  result.addEventListener("change", () => actions.setOutput(result.value));
  const named = element(document, "label", {class: "cell-result"}, "Result as ", result);
  const edit = button("Edit", actions.edit);
  const fold = button("Code", actions.fold, "Show or fold the code");
  const hide = button("Output", actions.hide, "Show or hide the output");
  const add = element(
    document,
    "span",
    {class: "cell-add", role: "group", "aria-label": "Add a cell below"},
    "Add ",
    ...Object.entries(modes).map(([mode, label]) =>
      button(label, () => actions.addBelow(mode as Cell["mode"]), `Add a ${label} cell below`)
    )
  );
  const tools = element(
    document,
    "div",
    {class: "cell-tools", role: "group"},
    button("Run", actions.run),
    edit,
    fold,
    hide,
    button("↑", () => actions.move(-1), "Move up"),
    button("↓", () => actions.move(1), "Move down"),
    button("Delete", actions.remove),
    language,
    named,
    add,
    state
  );
  return {tools, state, language, result, named, edit, fold, hide};
}

/** Shift and Enter runs a cell, Alt and an arrow moves it. */
function onKey(event: KeyboardEvent, actions: CellActions): void {
  if (event.key === "Enter" && event.shiftKey && !event.defaultPrevented) {
    event.preventDefault();
    actions.run();
  } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    actions.move(event.key === "ArrowUp" ? -1 : 1);
  }
}

export function cellView(cell: Cell, actions: CellActions): CellView {
  const output = element(document, "div", {class: "cell-output"});
  const failed = element(document, "p", {class: "cell-failure", role: "alert", hidden: true});
  const text = element(document, "pre", {class: "cell-text"});
  const code = element(document, "div", {class: "cell-code"}, text);
  const {tools, state, language, result, named, edit, fold, hide} = toolsOf(actions);
  const node = element(document, "section", {class: "cell"}, output, failed, code, tools);
  text.addEventListener("click", () => {
    if (globalThis.getSelection()?.isCollapsed !== false) actions.edit();
  });
  node.addEventListener("keydown", (event) => onKey(event, actions));
  const label = {place: 0, mode: cell.mode as string, status: "not run" as Status | "stale"};
  const name = (): void => {
    const told = words[label.status];
    node.dataset.status = label.status;
    state.textContent = told;
    node.setAttribute(
      "aria-label",
      `Cell ${label.place}, ${modes[label.mode] ?? label.mode}${told === "" ? "" : `, ${told}`}`
    );
    tools.setAttribute("aria-label", `Cell ${label.place}`);
    output.setAttribute("aria-label", `Output of cell ${label.place}`);
    output.setAttribute("role", "group");
  };
  return {
    node,
    output,
    code,
    update(now, place) {
      Object.assign(label, {place, mode: now.mode});
      text.textContent = now.value;
      code.hidden = !now.pinned;
      output.hidden = now.hidden;
      fold.setAttribute("aria-pressed", String(now.pinned));
      hide.setAttribute("aria-pressed", String(!now.hidden));
      language.value = now.mode;
      named.hidden = now.mode !== "sql";
      result.value = now.output ?? "";
      name();
    },
    status(status, failure) {
      label.status = status;
      failed.hidden = failure === null;
      failed.textContent = failure ? `${failure.line === null ? "" : `Line ${failure.line}: `}${failure.message}` : "";
      name();
    },
    stale() {
      label.status = "stale";
      name();
    },
    focus: () => edit.focus()
  };
}
