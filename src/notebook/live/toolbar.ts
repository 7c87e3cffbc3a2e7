import {element} from "../../components/parts/element.js";

/** Buttons in a row, by what each says. */
export function toolbar(label: string, actions: Readonly<Record<string, () => void>>): HTMLElement {
  const buttons = Object.entries(actions).map(([name, action]) => {
    const button = element(document, "button", {type: "button"}, name);
    button.addEventListener("click", action);
    return button;
  });
  return element(document, "div", {class: "notebook-tools", role: "group", "aria-label": label}, ...buttons);
}
